import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { correction, day, dispatch, exporting, licenceNumber, lot, mining, receipt, TESTER } from '#testing';
import { defineRule } from './rule.js';
import {
  ScreenedChain,
  dug,
  sent,
  came,
  left,
  MINE,
  EXPORTER,
  SHIPMENT,
  only,
  heavy,
} from './screened-chain.contract.js';

const broken = defineRule({
  ...{ code: 'TST-02', kind: 'V', title: { zh: '坏', en: 'broken' }, reading: { zh: '', en: '' } },
  ...{ severity: 'S4', authorities: ['industry'], basis: [], parameters: {} },
  onEvent(event) {
    if (event.content.type === 'mining') throw new Error('no such thing');
    return [];
  },
}); // prettier-ignore

describe('screening', () => {
  let at: ScreenedChain;

  beforeEach(async () => void (at = await ScreenedChain.open()));
  afterEach(() => at.close());

  it('raises a finding as an event is recorded, on every chain through it, and says so in verdicts', async () => {
    at.begin([heavy]);
    await at.service.send([dug, sent, came, left]);
    expect(await at.findings()).toEqual([expect.objectContaining({ rule: 'TST-01', state: 'open', event: sent.id, enterprise: MINE, region: '360700' })]);
    expect(await at.verdict()).toEqual(['FLAGGED', 'open-finding']);
    const full = await at.provenance.provenance(TESTER, { kind: 'shipment', declaration: SHIPMENT }, {});
    expect(full.findings).toEqual([expect.objectContaining({ rule: 'TST-01', severity: 'S3', event: sent.id })]);
  }); // prettier-ignore

  it('links a finding to exports that come later', async () => {
    at.begin([heavy]);
    await at.service.send([dug, sent, came]);
    await at.settled();
    await at.service.send([left]);
    expect(await at.verdict()).toEqual(['FLAGGED', 'open-finding']);
  });

  it('closes a finding whose cause is gone, and raises the same one again', async () => {
    at.begin([heavy]);
    await at.service.send([dug, sent]);
    const [raised] = await at.findings();
    const lighter = { ...sent, draws: [{ lot: 'A', massKg: 8_000 }] };
    await at.service.send([correction(sent, lighter)]);
    expect(await at.findings()).toEqual([expect.objectContaining({ id: raised!.id, state: 'closed' })]);
    await at.service.send([correction(sent, sent, { reason: 'back again' })]);
    const [again] = await at.findings();
    expect(again).toMatchObject({ id: raised!.id, state: 'open' });
    const { history } = await at.screening.findings.get(TESTER, again!.id);
    expect(history.map(({ state }) => state)).toEqual(['open', 'closed', 'open']);
  });

  it('keeps what a person decided, and the verdict follows', async () => {
    at.begin([heavy]);
    await at.service.send([dug, sent, came, left]);
    const [finding] = await at.findings();
    const decided = await at.screening.findings.decide(TESTER, finding!.id, { state: 'dismissed', note: 'allowed' });
    expect(decided).toMatchObject({ state: 'dismissed', shipments: [SHIPMENT] });
    expect(await at.verdict()).toEqual(['CLEAN']);
    await at.service.send([correction(left, { ...left, destination: 'KR' })]);
    expect(await at.findings()).toEqual([expect.objectContaining({ id: finding!.id, state: 'dismissed' })]);
  });

  it('answers as known at a position what it answered then', async () => {
    at.begin([heavy]);
    await at.service.send([dug, sent, came, left]);
    await at.settled();
    const { seq } = await at.service.ledger.head(TESTER);
    const before = await at.verdict(seq);
    const [finding] = await at.findings();
    await at.screening.findings.decide(TESTER, finding!.id, { state: 'dismissed', note: 'allowed' });
    expect([before, await at.verdict(seq), await at.verdict()]).toEqual([
      ['FLAGGED', 'open-finding'],
      before,
      ['CLEAN'],
    ]);
  });

  it('reports a rule that throws as its own failure, never as clean, and goes on with the others', async () => {
    at.begin([broken, heavy]);
    await at.service.send([dug, sent, came, left]);
    const found = await at.findings();
    expect(found.map(({ rule, severity }) => [rule, severity]).sort()).toEqual([['TST-01', 'S3'], ['TST-02', 'S1']]);
    await at.screening.findings.decide(TESTER, found.find(({ rule }) => rule === 'TST-01')!.id, { state: 'dismissed', note: 'n' });
    expect(await at.verdict()).toEqual(['UNKNOWN', 'rule-failed']);
  }); // prettier-ignore

  it('makes the source illegal where unlicensed mining is confirmed', async () => {
    at.begin(only('MIN-01'));
    const other = mining({ ...dug, id: undefined as never, licence: licenceNumber(9), yields: [lot({ lot: 'B' })] });
    const away = dispatch({ enterprise: MINE, to: EXPORTER, occurredAt: day(4), draws: [{ lot: 'B', massKg: 5_000 }] });
    const out = exporting({ enterprise: EXPORTER, declaration: SHIPMENT, occurredAt: day(9), items: [{ lot: 'B', massKg: 5_000 }] });
    await at.service.send([dug, other, away, receipt(away, { occurredAt: day(5) }), out]);
    const [finding] = await at.findings('MIN-01');
    expect(await at.verdict()).toEqual(['FLAGGED', 'open-finding', 'unverified-source']);
    await at.screening.findings.decide(TESTER, finding!.id, { state: 'confirmed', note: 'seen on site' });
    expect(await at.verdict()).toEqual(['FLAGGED', 'illegal-source', 'open-finding']);
  }); // prettier-ignore

  it('lets searches find findings by id, rule and title, also as known then', async () => {
    at.begin(only('MIN-01'));
    const { seq: before } = await at.service.ledger.head(TESTER);
    await at.service.send([{ ...dug, licence: licenceNumber(9) }]);
    const [finding] = await at.findings('MIN-01');
    const keys = [finding!.id.slice(0, 11), 'min-0', '无证', 'unlicensed', 'sep-01', 'zz'];
    const found = await Promise.all(keys.map(key => at.screening.search.find(TESTER, key, 5, undefined)));
    expect(found.map(each => each.map(({ id }) => id))).toEqual([...Array.from({ length: 4 }, () => [finding!.id]), [], []]);
    expect(found[0]).toMatchObject([{ rule: 'MIN-01', severity: 'S4', enterprise: MINE }]);
    expect(await at.screening.search.find(TESTER, 'min-01', 5, before)).toEqual([]);
  }); // prettier-ignore
});
