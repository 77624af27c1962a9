import { expect } from '@jest/globals';
import { day, dispatch, enterprise, licence, licenceNumber, lot, mining, receipt, uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './trd-03.rule.js';

const [MINE, NEAR, FAR] = [uscc(1, '360700'), uscc(2, '360100'), uscc(3, '440300')];
const dug = mining({ enterprise: MINE, licence: licenceNumber(1), occurredAt: day(1), yields: [lot({ lot: 'A' })] });
const to = (buyer: string, massKg = 10_000) =>
  dispatch({ enterprise: MINE, to: buyer, occurredAt: day(2), draws: [{ lot: 'A', massKg }] });
const far = to(FAR);
const near = to(NEAR);
const cast = [enterprise(MINE, ['mine']), enterprise(NEAR, ['trader']), enterprise(FAR, ['trader'])];
const registry = (status: string): never =>
  ({ enterprises: cast, permits: [{ ...licence(licenceNumber(1), MINE), status }] }) as never;
const source = `mining-licence:${licenceNumber(1)}:2026`;
const other = mining({ enterprise: MINE, licence: licenceNumber(2), occurredAt: day(1), yields: [lot({ lot: 'B' })] });
const both = { ...far, draws: [...far.draws, { lot: 'B', massKg: 5_000 }] };
const revoked = [1, 2].map(n => ({ ...licence(licenceNumber(n), MINE), status: 'revoked' }));
const carried = (code: string, illegalReoKg: number): object =>
  expect.objectContaining({
    lots: [`${MINE}:${code}`],
    transfers: [
      { dispatch: both.id, fromRegion: '360000', toRegion: '440000', lots: [`${MINE}:${code}`], illegalReoKg },
    ],
  });

describeRule(rule, {
  fires: [
    {
      name: 'ore of a revoked licence went to another province: both parties',
      events: [dug, far, receipt(far, { occurredAt: day(3) })],
      registry: registry('revoked'),
      finds: [MINE, FAR].map(each => ({ enterprise: each, subject: source, event: far.id })),
    },
    {
      name: 'the goods are of two illegal sources: each with what it gave',
      events: [dug, other, both],
      registry: { enterprises: cast, permits: revoked } as never,
      finds: [6_000, 3_000].flatMap((kg, n) =>
        [MINE, FAR].map(each => ({
          enterprise: each,
          subject: `mining-licence:${licenceNumber(n + 1)}:2026`,
          amount: { value: kg, unit: 'kg REO' },
          evidence: carried('AB'[n]!, kg),
        })),
      ),
    },
  ],
  quiet: [
    { name: 'the ore is legal', events: [dug, far, receipt(far)], registry: registry('valid') },
    { name: 'the buyer lies in the same province', events: [dug, near, receipt(near)], registry: registry('revoked') },
    {
      name: 'the goods were sent back',
      events: [dug, far, receipt(far, { outcome: 'rejected' })],
      registry: registry('revoked'),
    },
  ],
  near: [
    {
      name: 'it left from and went to places in one province, though the parties lie in two',
      events: [dug, { ...far, shipFrom: '440100' }, receipt(far)],
      registry: registry('revoked'),
    },
  ],
});
