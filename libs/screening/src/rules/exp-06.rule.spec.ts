import { day, dispatch, lot, mining, receipt, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './exp-06.rule.js';

const [E, BUYER] = [uscc(1), uscc(2)];
const dug = mining({ enterprise: E, occurredAt: day(10), yields: [lot({ lot: 'A' })] });
const sent = dispatch({ enterprise: E, to: BUYER, occurredAt: day(12), draws: [{ lot: 'A', massKg: 100 }] });
const sanction = (kind: string, given: object = {}) => ({
  number: 'CF1',
  enterprise: E,
  kind,
  from: '2026-01-05',
  basis: 'b',
  ...given,
});
const at = (...sanctions: object[]) => ({
  events: [dug, sent],
  registry: { enterprises: [firm(E, 'mine'), firm(BUYER, 'trader')], sanctions } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'it mines and sells with an illegal source',
      ...at(sanction('illegal-source')),
      finds: [{ enterprise: E, subject: 'CF1' }],
    },
    {
      name: 'it mines while production is stopped',
      ...at(sanction('production-suspended')),
      finds: [{ enterprise: E }],
    },
    { name: 'it sells while sales are stopped', ...at(sanction('sales-suspended')), finds: [{ enterprise: E }] },
    {
      name: 'it gets a licence while licences are stopped',
      events: [dug],
      registry: {
        enterprises: [firm(E, 'mine')],
        sanctions: [sanction('licence-stopped')],
        permits: [permit('export-licence', E, { from: '2026-01-08' })],
      } as never,
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'nothing acts', ...at() },
    { name: 'it is only blacklisted', ...at(sanction('blacklist')) },
    { name: 'the sanction ended', ...at(sanction('illegal-source', { to: '2026-01-09' })) },
    {
      name: 'it receives goods',
      events: [dug, sent, receipt(sent)],
      registry: {
        enterprises: [firm(E, 'mine'), firm(BUYER, 'trader')],
        sanctions: [{ ...sanction('illegal-source'), enterprise: BUYER }],
      } as never,
    },
  ],
  near: [{ name: 'it begins that day', ...at(sanction('production-suspended', { from: '2026-01-11' })) }],
});
