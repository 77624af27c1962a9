import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refused } from '#kernel';
import {
  correction, day, declarationNumber, Dice, dispatch, enterprise, type EnterpriseItem, exporting, licence, lot, mining, openingStock, receipt,
  registryChange, Remembered, rounds, seededHistory, TESTER, TestLots, uscc,
} from '#testing'; // prettier-ignore
import type { SearchAnswer } from '../domain/schema/search.js';
import { pastSearchMigration } from './past-search.migration.js';
import { searchMigration } from './search.migration.js';
import { SearchService } from './search.service.js';

const [MINE, BUYER, STRANGER] = [uscc(1), uscc(2), uscc(3)];
const LICENCE = 'C3600002011035110012345';
const EXPORT = declarationNumber(7, 'export');

const mined = mining({
  enterprise: MINE,
  licence: LICENCE,
  yields: ['LN-001', 'LN-002', 'ＬＮ－００３', '混合矿-1', 'ln-004'].map(code => lot({ lot: code })),
  documents: [{ kind: 'contract', number: 'HT-2026-01' }],
});
const sent = dispatch({
  enterprise: MINE,
  to: BUYER,
  draws: [{ lot: 'LN-001', massKg: 5_000 }],
  documents: [
    { kind: 'contract', number: 'HT-2026-01' },
    { kind: 'vat-invoice', number: 'HT-2026-02' },
  ],
});
const events = [
  mined,
  sent,
  receipt(sent),
  dispatch({ enterprise: MINE, to: STRANGER, occurredAt: day(3), draws: [{ lot: 'LN-002', massKg: 1 }] }),
  exporting({ enterprise: BUYER, declaration: EXPORT, items: [{ lot: 'LN-001', massKg: 5 }] }),
  exporting({ enterprise: BUYER, declaration: EXPORT, occurredAt: day(11), items: [{ lot: 'LN-001', massKg: 5 }] }),
  openingStock({ enterprise: BUYER, yields: Array.from({ length: 21 }, (_, n) => lot({ lot: `MANY-${n}` })) }),
  openingStock({ enterprise: BUYER, occurredAt: day(1), yields: [lot({ lot: 'LN-001' })] }),
];

const ROUNDS = rounds(3, 40);
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the random histories: ${firstSeed} and on`);

const renamed = (dice: Dice, parties: readonly EnterpriseItem[]): EnterpriseItem => ({
  ...dice.pick(parties),
  name: dice.pick(['东方稀土', '西部稀土', '南方金属', 'Nord-Erden']),
});

/** Beginnings of codes and numbers that anything has ever had, and parts of names. */
async function textsOf(service: TestLots, dice: Dice): Promise<string[]> {
  const rows = await service.rows<{ text: string }>(
    'SELECT code AS text FROM lot UNION SELECT number FROM document UNION SELECT lookup FROM registry_version UNION SELECT receiver FROM transfer',
  );
  const texts = rows.flatMap(({ text }) => (text ? [text, text.slice(0, dice.between(1, text.length))] : []));
  return [...texts.sort(), '稀土', '金属', 'nord', '东'];
}

describe('search', () => {
  let service: TestLots;
  let search: SearchService;

  beforeAll(async () => {
    service = await TestLots.start([searchMigration, pastSearchMigration]);
    search = new SearchService(service.database, service.ledger);
    await service.state({
      enterprises: [
        enterprise(MINE, ['mine'], { name: '赣州示例（稀土）矿业有限公司' }),
        enterprise(BUYER, ['trader'], { name: 'Example Trading 有限公司' }),
      ],
      permits: [licence(LICENCE, MINE), licence('T2026稀土-1', MINE, { kind: 'export-licence' })],
    });
    for (const event of events) await service.send([event]);
  });

  afterAll(() => service.stop());

  const lots = ({ lots: found }: SearchAnswer) => found.map(({ lot: code }) => code);
  const usccs = ({ enterprises }: SearchAnswer) => enterprises.map(each => each.uscc);
  const permits = (answer: SearchAnswer) => answer.permits.map(({ number }) => number);
  const shipments = (answer: SearchAnswer) => answer.shipments.map(({ declaration }) => declaration);
  const documents = (answer: SearchAnswer) => answer.documents.map(({ kind, number }) => `${kind} ${number}`);

  it.each([
    ['a prefix, in order of keys', 'LN-00', lots, ['LN-001', 'LN-001', 'LN-002', 'ＬＮ－００３', 'ln-004']],
    ['small letters', 'ln-001', lots, ['LN-001', 'LN-001']],
    ['full-width letters', 'ＬＮ－００４', lots, ['ln-004']],
    ['blanks around it', '  LN-002 ', lots, ['LN-002']],
    ['only the beginning of a code', 'N-001', lots, []],
    ['the beginning of a Chinese code', '混合', lots, ['混合矿-1']],
    ['a lot with its declarer', `${BUYER}:LN`, lots, ['LN-001']],
    ['no pattern', 'LN%', lots, []],
    ['no pattern of one character', 'LN_001', lots, []],
    ['any part of a name', '稀土', usccs, [MINE]],
    ['the end of a name', '矿业有限公司', usccs, [MINE]],
    ['a part that names share', '有限公司', usccs, [MINE, BUYER].sort()],
    ['full-width brackets', '(稀土)', usccs, [MINE]],
    ['Latin letters of a name', 'TRADING', usccs, [BUYER]],
    ['the beginning of a code', BUYER.slice(0, 17), usccs, [BUYER]],
    ['a code that nobody registered', STRANGER, usccs, [STRANGER]],
    ['a code that nobody ever named', uscc(4), usccs, []],
    ['a part of a code', BUYER.slice(3), usccs, []],
    ['the beginning of a licence', 'c36000', permits, [LICENCE]],
    ['a number with Chinese characters', 'T2026稀', permits, ['T2026稀土-1']],
    ['only the beginning of a licence', '2011035', permits, []],
    ['a declaration, once', EXPORT, shipments, [EXPORT]],
    ['the beginning of a declaration', EXPORT.slice(0, 4), shipments, [EXPORT]],
    ['documents, each once', 'ht-2026', documents, ['contract HT-2026-01', 'vat-invoice HT-2026-02']],
    ['a quotation mark', "'; DROP TABLE lot --", lots, []],
  ])('finds %s', async (_, text, of: (answer: SearchAnswer) => string[], expected) => {
    expect(of(await search.search(TESTER, text))).toEqual(expected);
  });

  it('says what it has found', async () => {
    const answer = await search.search(TESTER, MINE);
    expect(answer.enterprises).toEqual([
      { uscc: MINE, name: '赣州示例（稀土）矿业有限公司', region: MINE.slice(2, 8), registered: true },
    ]);
    expect((await search.search(TESTER, STRANGER)).enterprises).toEqual([{ uscc: STRANGER, registered: false }]);
    expect((await search.search(TESTER, LICENCE)).permits).toEqual([
      { kind: 'mining-licence', number: LICENCE, holder: MINE, status: 'valid' },
    ]);
    expect((await search.search(TESTER, EXPORT)).shipments).toMatchObject([{ declaration: EXPORT, enterprise: BUYER }]);
    expect((await search.search(TESTER, 'LN-002')).lots).toEqual([
      { lot: 'LN-002', declaredBy: MINE, product: 'CON-BAS', massKg: 10_000 },
    ]);
  });

  it('says where it shows less than there is', async () => {
    const answer = await search.search(TESTER, 'MANY');
    expect([answer.lots.length, answer.more]).toEqual([20, ['lots']]);
    expect((await search.search(TESTER, 'LN')).more).toEqual([]);
  });

  it('finds an enterprise by a name of any time, and says the one it has now', async () => {
    const renamed = enterprise(MINE, ['mine'], { name: '新名字稀土集团' });
    await service.registry.put(TESTER, 'enterprises', [{ ...renamed, validFrom: '2026-01-01T00:00:00+08:00' }]);
    for (const part of ['新名字', '矿业有限公司', '稀土']) {
      expect((await search.search(TESTER, part)).enterprises).toMatchObject([{ uscc: MINE, name: '新名字稀土集团' }]);
    }
  });

  it('as known at a position is the same for ever, whatever is recorded, corrected or stated', async () => {
    const known = new Remembered((text: string, asOf) => search.search(TESTER, text, asOf));
    const dice = new Dice(firstSeed);
    for (let round = 1; round <= ROUNDS; round++) {
      const history = seededHistory(firstSeed + round, 60, { salt: round });
      await service.state(history.registry);
      for (const [index, event] of history.events.entries()) {
        const cited = {
          ...event,
          documents: [{ kind: 'contract', number: dice.pick(['ht-7', 'HT-7', 'HT-8', 'ht-8']) }],
        };
        await service.send([event.type === 'correction' ? event : (cited as typeof event)]);
        if (dice.chance(0.2)) await service.state(registryChange(dice, round, history.registry));
        if (dice.chance(0.2)) await service.state({ enterprises: [renamed(dice, history.registry.enterprises)] });
        if (index % 10 !== 9) continue;
        const { seq } = await service.ledger.head(TESTER);
        for (const text of dice.some(await textsOf(service, dice), 20)) await known.take(text, seq);
      }
    }
    expect(await known.compare()).toBeGreaterThan(100);
  });

  it('as known at a position finds whom a dispatch named that was taken back since', async () => {
    const named = uscc(77);
    const sending = dispatch({
      enterprise: MINE,
      to: named,
      occurredAt: day(4),
      draws: [{ lot: 'LN-002', massKg: 1 }],
    });
    const { head: seq } = await service.send([sending]);
    await service.send([correction(sending)]);
    const found = async (asOf?: { seq: number }): Promise<unknown> => usccs(await search.search(TESTER, named, asOf));
    expect([await found(), await found({ seq }), await found({ seq: seq - 1 })]).toEqual([[], [named], []]);
  });

  it('refuses a blank text', async () => {
    await expect(search.search(TESTER, ' \u3000')).rejects.toThrow(Refused);
  });

  it('shows nobody what is not his', async () => {
    const foreign = { ...TESTER, scope: { kind: 'enterprises' as const, usccs: [STRANGER] } };
    const answer = await search.search(foreign, 'LN');
    expect([answer.lots, answer.documents, (await search.search(foreign, '稀土')).enterprises]).toEqual([[], [], []]);
  });
});
