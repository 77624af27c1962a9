import { day, dispatch, lot, openingStock, processing, receipt, uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { cast, legal, MINE, ore, registry, revoked, SMELTER, TRADER } from '../plant-cases.contract.js';
import rule from './sep-03.rule.js';

const dug = ore();
const sent = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(3), draws: [{ lot: 'ORE', massKg: 1_000 }] });
const came = receipt(sent, { occurredAt: day(4) });
const traded = dispatch({
  enterprise: TRADER,
  to: SMELTER,
  occurredAt: day(3),
  draws: [{ lot: 'ORE', massKg: 1_000 }],
});
const METAL = uscc(8);
const withMetal = [...cast, { ...cast[0]!, uscc: METAL, kinds: ['metal'] }];
const opened = (enterprise: string) => openingStock({ enterprise, occurredAt: day(1), yields: [lot({ lot: 'ORE' })] });
const fromMetal = { ...traded, enterprise: METAL };

/** A tonne of which a share is of an illegal mine. */
const blended = (illegalKg: number, product = 'CON-BAS') => [
  ore('GOOD', MINE, { yields: [lot({ lot: 'GOOD', product })] }),
  ore('BAD', MINE, { licence: 'UNKNOWN', yields: [lot({ lot: 'BAD', product })] }),
  processing({ enterprise: MINE, process: 'BLEND', occurredAt: day(2), draws: [{ lot: 'GOOD', massKg: 10_000 - illegalKg }, { lot: 'BAD', massKg: illegalKg }], yields: [lot({ lot: 'ORE', product })] }),
]; // prettier-ignore
const illegalMine = { ...revoked, number: 'UNKNOWN' };
const stored = [{ ...sent, terms: 'storage' as const }, { ...came }] as const;
const used = processing({
  enterprise: SMELTER,
  process: 'SMELT_DECOMP',
  occurredAt: day(6),
  draws: [{ lot: 'ORE', massKg: 1_000 }],
  yields: [],
});
const finding = {
  id: 'F1',
  rule: 'SEP-01',
  severity: 'S4',
  state: 'open',
  enterprise: MINE,
  period: '2026',
  raisedAt: 0,
  at: 0,
  events: [blended(0)[2]!.id],
} as const;

describeRule(rule, {
  fires: [
    {
      name: 'a smelter accepts ore of a revoked licence',
      events: [dug, sent, came],
      registry: registry({ permits: [revoked] }),
      finds: [{ enterprise: SMELTER, subject: came.id, event: came.id, amount: { value: 600, unit: 'kg REO' } }],
    },
    { name: 'a part of the lot is illegal', events: [...blended(20), sent, came], registry: registry({ permits: [legal, illegalMine] }), finds: [{ enterprise: SMELTER, amount: { value: 1.2, unit: 'kg REO' } }] },
    { name: 'the seller may have no ore', events: [opened(METAL), fromMetal, receipt(fromMetal)], registry: registry({ enterprises: withMetal }), finds: [{ enterprise: SMELTER }] },
    { name: 'storage turns out to be a purchase', events: [dug, ...stored, used], registry: registry({ permits: [revoked] }), finds: [{ enterprise: SMELTER }] },
    { name: 'the lot was made by a run without a plan', events: [...blended(0), sent, came], registry: registry({ permits: [legal, illegalMine] }), findings: [finding], finds: [{ amount: { value: 600, unit: 'kg REO' } }] },
  ],
  quiet: [
    { name: 'the ore is legal', events: [dug, sent, came], registry: registry({ permits: [legal] }) },
    { name: 'the trader’s ore is of unknown source', events: [opened(TRADER), traded, receipt(traded)], registry: registry() },
    { name: 'the buyer is a trader', events: [dug, { ...sent, to: TRADER }, receipt({ ...sent, to: TRADER })], registry: registry({ permits: [revoked] }) },
    { name: 'the ore was rejected', events: [dug, sent, receipt(sent, { outcome: 'rejected' })], registry: registry({ permits: [revoked] }) },
    { name: 'it is only kept in store', events: [dug, ...stored], registry: registry({ permits: [revoked] }) },
    { name: 'the finding on the maker was dismissed', events: [...blended(0), sent, came], registry: registry({ permits: [legal, illegalMine] }), findings: [{ ...finding, state: 'dismissed' }] },
    { name: 'the goods are compounds', events: [opened(MINE), processing({ enterprise: MINE, process: 'SMELT_DECOMP', occurredAt: day(2), draws: [{ lot: 'ORE', massKg: 10_000 }], yields: [lot({ lot: 'M', product: 'MRC', reoPercent: 42 })] }), { ...sent, draws: [{ lot: 'M', massKg: 1_000 }] }, came], registry: registry() },
  ],
  near: [
    { name: 'the illegal part is just below a thousandth', events: [...blended(9.9), { ...sent, draws: [{ lot: 'ORE', massKg: 10_000 }] }, came], registry: registry({ permits: [legal, illegalMine] }) },
    { name: 'the illegal part is below a kilogram', events: [...blended(16), sent, came], registry: registry({ permits: [legal, illegalMine] }) },
  ],
}); // prettier-ignore
