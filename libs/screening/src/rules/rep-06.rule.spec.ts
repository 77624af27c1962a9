import { correction, day, lot, mining, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './rep-06.rule.js';

const E = uscc(1);
const dug = mining({ enterprise: E, occurredAt: day(10), yields: [lot({ lot: 'A' })] });
const again = (at: number, given: object = {}) =>
  correction(dug, { ...dug, site: `S${at}` }, { occurredAt: day(at), ...given });
const entered = (at: number): object => ({ ...dug, enteredAt: day(at) });
const at = (...events: object[]) => ({
  events: events as never,
  clock: day(200),
  period: '2026-01',
  registry: { enterprises: [firm(E, 'mine')] } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'it is corrected behind the lock without approval',
      ...at(dug, again(60)),
      finds: [{ enterprise: E, period: '2026-01' }],
    },
    {
      name: 'a month is corrected four times',
      ...at(dug, again(11), again(12), again(13), again(14)),
      finds: [{ enterprise: E }],
    },
    { name: 'it was entered forty days later', ...at(entered(50)), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'the correction was approved', ...at(dug, again(60, { approvedBy: 'bureau' })) },
    {
      name: 'it was taken over from an older system',
      ...at({ ...entered(50), backfill: { system: 's', reason: 'r' } }),
    },
  ],
  near: [
    { name: 'three corrections come before the lock', ...at(dug, again(11), again(12), again(13)) },
    { name: 'it was entered on the thirtieth day', ...at(entered(40)) },
  ],
});
