import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Context } from '#kernel';
import {
  correction, day, dispatch, enterprise, exporting, lot, mining, openingStock, receipt, TESTER, TestLots, uscc,
} from '#testing'; // prettier-ignore

const [MINE, SMELTER] = [uscc(1), uscc(2)];
const MINES: Context = { ...TESTER, scope: { kind: 'enterprises', usccs: [MINE] } };
const PAGE = { limit: 50 };

interface EventItem {
  readonly id: string;
  readonly version: number;
  readonly seq: number;
  readonly event: object | null;
}

/** Both declare an X; what SMELTER sent of its own lies at MINE, too. */
const dug = mining({ enterprise: MINE, occurredAt: day(1), yields: [lot({ lot: 'X', massKg: 10 })] });
const opened = openingStock({ enterprise: SMELTER, occurredAt: day(1), yields: [lot({ lot: 'X', massKg: 7 })] });
const sent = dispatch({ enterprise: SMELTER, to: MINE, draws: [{ lot: 'X', massKg: 5 }] });
const came = receipt(sent);
const shipped = exporting({ enterprise: MINE, items: [{ lot: `${SMELTER}:X`, massKg: 1 }] });
const withdrawn = exporting({ enterprise: MINE, occurredAt: day(8), items: [{ lot: `${MINE}:X`, massKg: 1 }] });
const voiding = correction(withdrawn);

let service: TestLots;
let onlyOne: number;

beforeAll(async () => {
  service = await TestLots.start();
  await service.state({ enterprises: [MINE, SMELTER].map(code => enterprise(code, ['mine', 'smelter'])) });
  onlyOne = (await service.send([dug])).head;
  for (const event of [opened, sent, came, shipped, withdrawn, voiding]) await service.send([event]);
});

afterAll(() => service.stop());

const events = async (filter: object, context = TESTER) =>
  (await service.lots.queries.events(context, filter, PAGE)).items as EventItem[];
const masses = async (filter: object, context = TESTER) =>
  ((await service.lots.queries.holdings(context, filter, PAGE)).items as { massKg: number }[]).map(item => item.massKg);

describe('a list of one lot', () => {
  const refused = {
    code: 'ambiguous-lot',
    status: 409,
    faults: [{ code: 'ambiguous-lot', parameter: 'lot', value: 'X', expected: `${MINE}:X or ${SMELTER}:X` }],
  };

  it('is refused where two enterprises declared its code, whoever holds it', async () => {
    for (const filter of [{ lot: 'X' }, { lot: 'X', enterprise: SMELTER }]) {
      await expect(events(filter)).rejects.toMatchObject(refused);
      await expect(masses(filter)).rejects.toMatchObject(refused);
    }
  });

  it('is of the lot that its declarer names', async () => {
    expect((await events({ lot: `${SMELTER}:X` })).map(({ id }) => id)).toEqual(
      [shipped, came, sent, opened].map(({ id }) => id),
    );
    expect((await events({ lot: `${MINE}:X` })).map(({ id }) => id)).toEqual([dug.id]);
    expect(await masses({ lot: `${SMELTER}:X` })).toEqual([4, 2]);
    expect(await masses({ lot: `${SMELTER}:X`, enterprise: MINE })).toEqual([4]);
  });

  it('needs no declarer where the caller sees one such lot only, or only one was known then', async () => {
    expect((await events({ lot: 'X' }, MINES)).map(({ id }) => id)).toEqual([dug.id]);
    expect(await masses({ lot: 'X' }, MINES)).toEqual([10]);
    expect(await masses({ lot: 'X', asOf: { seq: onlyOne } })).toEqual([10]);
  });

  it('is empty where nobody declared it', async () => {
    expect(await events({ lot: 'Y' })).toEqual([]);
    expect(await masses({ lot: `${MINE}:Y` })).toEqual([]);
  });
});

describe('the list of events', () => {
  it('shows the current version of a void one, without content, where its voiding was recorded', async () => {
    const listed = await events({ enterprise: MINE });
    expect(listed.map(({ id }) => id)).toEqual(
      [voiding, withdrawn, shipped, came, dug].map(({ id }) => id),
    ); // prettier-ignore
    expect(listed.map(({ seq }) => seq)).toEqual([...listed.map(({ seq }) => seq)].sort((a, b) => b - a));
    expect(listed[1]).toMatchObject({ version: 2, seq: listed[0]!.seq, event: null });
    expect(listed[2]).toMatchObject({ version: 1, event: shipped });
    expect((await events({ type: 'export' })).map(({ version }) => version)).toEqual([2, 1]);
    expect(await events({ type: 'export', since: new Date(day(8)), until: new Date(day(9)) })).toHaveLength(1);
  });

  it('goes on behind any of them', async () => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.lots.queries.events(
        TESTER,
        {},
        { limit: 1, ...(cursor === undefined ? {} : { cursor }) },
      );
      found.push(...(page.items as EventItem[]).map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(found).toEqual((await events({})).map(({ id }) => id));
    expect(found).toHaveLength(7);
  });
});
