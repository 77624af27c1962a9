import { day, dispatch, lot, mining, receipt, uscc } from '#testing';
import { firm, quota } from '../cast.contract.js';
import { describeRule, type RuleCase } from '../describe-rule.contract.js';
import type { EnterpriseItem, RegistryItems } from '../facts/registry-items.js';
import rule from './min-11.rule.js';

const [MINE, BUYER, GROUP] = [uscc(1), uscc(2), uscc(3)];
type Kinds = EnterpriseItem['kinds'];

/** The mine sends ten tonnes of concentrate (6 t REO), and the buyer accepts. */
const trade = (
  product = 'CON-BAS',
  given: Partial<Parameters<typeof dispatch>[0]> = {},
  answer: Parameters<typeof receipt>[1] = {},
) => {
  const dug = mining({ enterprise: MINE, yields: [lot({ product })] });
  const sent = dispatch({ enterprise: MINE, to: BUYER, draws: [{ lot: 'L1', massKg: 10_000 }], ...given });
  return [dug, sent, receipt(sent, answer)];
};
const sent = trade()[1]!;
const between = (
  from: Kinds,
  to: Kinds,
  quotas: RegistryItems['quotas'][] = [],
  group?: string,
): NonNullable<RuleCase['registry']> => ({
  enterprises: [firm(MINE, ...from), { ...firm(BUYER, ...to), ...(group ? { group } : {}) }].map(each =>
    group && each.uscc === MINE ? { ...each, group: GROUP } : each,
  ),
  quotas,
});
const plan = quota('separation', BUYER, 1000);
const others = quota('separation', GROUP, 1000);

describeRule(rule, {
  fires: [
    {
      name: 'a trader buys concentrate',
      events: trade(),
      registry: between(['mine'], ['trader']),
      finds: [{ enterprise: MINE, subject: sent.id, event: sent.id, at: Date.parse(day(2)), amount: { value: 6_000, unit: 'kg REO' } }],
    },
    { name: 'a smelter buys that has no quota while others have', events: trade(), registry: between(['mine'], ['smelter'], [others]), finds: [{ enterprise: MINE }] },
    { name: 'the buyer is not registered', events: trade(), registry: { enterprises: [firm(MINE, 'mine')] }, finds: [{ enterprise: MINE }] },
    { name: 'a trader of another group buys', events: trade(), registry: between(['mine'], ['trader'], [], BUYER), finds: [{ enterprise: MINE }] },
    { name: 'a sister that is a recycler buys', events: trade(), registry: between(['mine'], ['recycler'], [], GROUP), finds: [{ enterprise: MINE }] },
    { name: 'strangers call it internal', events: trade('CON-BAS', { terms: 'internal' }), registry: between(['mine'], ['trader']), finds: [{ enterprise: MINE }] },
    { name: 'they call it a return of what never came', events: trade('CON-BAS', { terms: 'return' }), registry: between(['mine'], ['trader']), finds: [{ enterprise: MINE }] },
  ],
  quiet: [
    { name: 'a smelter with quota buys', events: trade(), registry: between(['mine'], ['smelter'], [plan]) },
    { name: 'another mine buys', events: trade(), registry: between(['mine'], ['mine']) },
    { name: 'a trader of the same group buys', events: trade(), registry: between(['mine'], ['trader'], [], GROUP) },
    { name: 'the group itself buys', events: trade(), registry: between(['mine'], ['group'], [], GROUP) },
    { name: 'the goods are no minerals', events: trade('MRC'), registry: between(['mine', 'smelter'], ['trader']) },
    { name: 'the seller is no mine', events: trade(), registry: between(['trader'], ['trader']) },
    { name: 'the goods are rejected', events: trade('CON-BAS', {}, { outcome: 'rejected' }), registry: between(['mine'], ['trader']) },
    { name: 'the goods are on their way', events: trade().slice(0, 2), registry: between(['mine'], ['trader']) },
    { name: 'they lie in a warehouse', events: trade('CON-BAS', { terms: 'storage' }), registry: between(['mine'], ['trader']) },
  ],
  near: [
    {
      name: 'the year has no quotas yet and the buyer had one the year before',
      events: trade(),
      registry: between(['mine'], ['smelter'], [{ ...plan, year: 2025 }]),
    },
  ],
}); // prettier-ignore
