import { day, dispatch, lot, openingStock, processing, receipt, scrapIntake, undispatchedReceipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { cast, imported, RECYCLER, registry, SMELTER, TRADER } from '../plant-cases.contract.js';
import rule from './rec-01.rule.js';

const scrap = scrapIntake({
  enterprise: RECYCLER,
  occurredAt: day(0),
  yields: [lot({ lot: 'SCR', product: 'SCR-NdFeB-B', massKg: 10_000, reoPercent: 30 })],
});
const stock = (product: string, enterprise = RECYCLER) =>
  openingStock({
    enterprise,
    occurredAt: day(0),
    yields: [lot({ lot: 'S', product, massKg: 10_000, reoPercent: 30 })],
  });
const recycled = (code: string, given: Partial<Parameters<typeof processing>[0]> = {}) =>
  processing({
    enterprise: RECYCLER,
    process: 'RECYCLING',
    occurredAt: day(5),
    draws: [{ lot: code, massKg: 5_000 }],
    yields: [
      lot({ lot: 'PN', product: 'OX-PrNd', massKg: 1_000, reoPercent: 100 }),
      lot({ lot: 'WIP', product: 'MRCL', massKg: 1_000, reoPercent: 40 }),
    ],
    ...given,
  });
const onward = recycled('WIP', {
  occurredAt: day(8),
  draws: [{ lot: 'WIP', massKg: 1_000 }],
  yields: [lot({ lot: 'PN2', product: 'OX-PrNd', massKg: 300, reoPercent: 100 })],
});
const sent = (from: string, code: string, to = RECYCLER) =>
  dispatch({ enterprise: from, to, occurredAt: day(9), draws: [{ lot: code, massKg: 500 }] });
const kinds = (...all: string[]) => cast.map(each => (each.uscc === RECYCLER ? { ...each, kinds: all } : each));
const away = sent(RECYCLER, 'PN', TRADER);
const home = { ...sent(TRADER, 'PN'), occurredAt: day(12) };
const bought = sent(SMELTER, 'S');
const separated = recycled('S', {
  process: 'SEPARATION',
  draws: [{ lot: 'S', massKg: 5_000 }],
  yields: [lot({ lot: 'OX', product: 'OX-La', massKg: 1_000, reoPercent: 100 })],
});
const fedOwn = recycled('OX', { occurredAt: day(8), draws: [{ lot: 'OX', massKg: 1_000 }], yields: [] });

describeRule(rule, {
  fires: [
    { name: 'compounds are fed to recycling', events: [stock('MRC'), recycled('S')], registry: registry(), finds: [{ enterprise: RECYCLER, subject: recycled('S').id, amount: { value: 1_500, unit: 'kg REO' } }] },
    { name: 'ore is fed, by a smelter that recycles', events: [stock('CON-BAS', SMELTER), recycled('S', { enterprise: SMELTER })], registry: registry(), finds: [{ enterprise: SMELTER }] },
    { name: 'its own separated oxide is fed', events: [stock('MRC'), separated, fedOwn], registry: registry({ enterprises: kinds('recycler', 'smelter') }), finds: [{ subject: fedOwn.id }] },
    { name: 'a recycler accepts compounds', events: [stock('OX-La', SMELTER), bought, receipt(bought)], registry: registry(), finds: [{ enterprise: RECYCLER, subject: receipt(bought).id, amount: { value: 150, unit: 'kg REO' } }] },
    { name: 'a recycler imports ore', events: [imported({ enterprise: RECYCLER })], registry: registry(), finds: [{ enterprise: RECYCLER, amount: { value: 9_200, unit: 'kg REO' } }] },
    { name: 'a recycler receives ore that nobody dispatched', events: [undispatchedReceipt({ enterprise: RECYCLER })], registry: registry(), finds: [{}] },
  ],
  quiet: [
    { name: 'scrap is fed, then its work in progress', events: [scrap, recycled('SCR'), onward], registry: registry() },
    { name: 'its own output comes back', events: [scrap, recycled('SCR'), away, receipt(away, { occurredAt: day(10) }), home, receipt(home)], registry: registry() },
    { name: 'the recycler trades besides', events: [stock('OX-La', SMELTER), bought, receipt(bought)], registry: registry({ enterprises: kinds('recycler', 'trader') }) },
    { name: 'the compounds are rejected', events: [stock('OX-La', SMELTER), bought, receipt(bought, { outcome: 'rejected' })], registry: registry() },
    { name: 'the buyer is a trader', events: [stock('OX-La', SMELTER), { ...bought, to: TRADER }, receipt({ ...bought, to: TRADER })], registry: registry() },
  ],
  near: [
    { name: 'it is magnets', events: [stock('MAG-NdFeB'), recycled('S')], registry: registry() },
    { name: 'it is slag', events: [stock('SCR-SLAG'), recycled('S')], registry: registry() },
  ],
}); // prettier-ignore
