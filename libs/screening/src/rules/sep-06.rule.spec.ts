import { day, dispatch, lot, openingStock, processing, receipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { MINE, OTHER, registry, SMELTER, TRADER } from '../plant-cases.contract.js';
import rule from './sep-06.rule.js';

const stock = openingStock({ enterprise: TRADER, occurredAt: day(1), yields: [lot({ lot: 'FEED' })] });
const feed = dispatch({
  enterprise: TRADER,
  to: SMELTER,
  occurredAt: day(2),
  draws: [{ lot: 'FEED', massKg: 10_000 }],
});
const came = receipt(feed, { occurredAt: day(3) });
const smelted = processing({
  enterprise: SMELTER,
  process: 'SMELT_DECOMP',
  occurredAt: day(10),
  draws: [{ lot: 'FEED', massKg: 10_000 }],
  yields: [lot({ lot: 'M', product: 'MRC', massKg: 14_000, reoPercent: 42 })],
});
const separate = (mrcKg: number, ownKg: number, at = day(20)) =>
  processing({
    enterprise: SMELTER,
    process: 'SEPARATION',
    occurredAt: at,
    draws: [{ lot: 'M', massKg: mrcKg }, ...(ownKg > 0 ? [{ lot: 'OWN', massKg: ownKg }] : [])],
    yields: [lot({ lot: 'OX', product: 'OX-La', massKg: 5_000, reoPercent: 100 })],
  });
const own = openingStock({
  enterprise: SMELTER,
  occurredAt: day(1),
  yields: [lot({ lot: 'OWN', product: 'MRC', massKg: 14_000, reoPercent: 42 })],
});
const back = (at = day(30), to = TRADER) =>
  dispatch({ enterprise: SMELTER, to, occurredAt: at, draws: [{ lot: 'OX', massKg: 4_000 }] });
const history = (ownKg: number, at = day(30), to = TRADER) => [
  stock,
  own,
  feed,
  came,
  smelted,
  separate(14_000, ownKg, at),
  back(at, to),
];
const later = day(100);
const invoice = (seller: string, buyer: string, item: string, given = {}) => ({
  source: 'test',
  number: '26362000000000000001',
  type: 'digital-special',
  seller,
  buyer,
  issuedAt: day(5),
  region: '360700',
  state: 'normal',
  lines: [{ item, massKg: 10_000, basis: 'physical', unitPrice: 1_000, amount: 10_000 }],
  ...given,
});
const fee = invoice(SMELTER, TRADER, '*稀土产品*稀土冶炼分离产品加工费');
const tolled = { ...feed, terms: 'tolling' as const };
const paid = invoice(TRADER, SMELTER, '氟碳铈精矿');

describeRule(rule, {
  fires: [
    { name: 'the tolling fee is invoiced', registry: registry({ invoices: [fee] }), clock: later, finds: [{ enterprise: SMELTER, subject: `invoices/${fee.number}`, amount: { value: 10_000, unit: 'CNY' } }] },
    { name: 'feed comes on tolling terms', events: [stock, tolled], registry: registry(), finds: [{ enterprise: SMELTER, subject: tolled.id, event: tolled.id, amount: { value: 6_000, unit: 'kg REO' } }] },
    { name: 'products go back on tolling terms, between smelters', events: history(0, day(30), OTHER).map(event => (event.type === 'dispatch' && event.to === OTHER ? { ...event, terms: 'tolling' as const } : event)), registry: registry(), finds: [{ enterprise: SMELTER }] },
    { name: 'feed goes to another smelter on tolling terms', events: [own, dispatch({ enterprise: SMELTER, to: OTHER, terms: 'tolling', occurredAt: day(4), draws: [{ lot: 'OWN', massKg: 1_000 }] })], registry: registry(), finds: [{ enterprise: OTHER }] },
    { name: 'products of feed that was never invoiced go back', events: history(0), registry: registry(), clock: later, finds: [{ enterprise: SMELTER, subject: back().id, amount: { value: 4_000, unit: 'kg REO' } }] },
    { name: 'four fifths of them trace to the feed', events: history(3_500), registry: registry(), clock: later, finds: [{ enterprise: SMELTER }] },
    { name: 'the invoice for the feed was issued after two months', events: history(0), registry: registry({ invoices: [{ ...paid, issuedAt: day(62) }] }), clock: later, finds: [{}] },
  ],
  quiet: [
    { name: 'both sides invoice what they sell', events: history(0), registry: registry({ invoices: [paid, invoice(SMELTER, TRADER, '氧化镧', { number: '26362000000000000002' })] }), clock: later },
    { name: 'the products go to another', events: history(0, day(30), OTHER), registry: registry(), clock: later },
    { name: 'the fee’s invoice is void', registry: registry({ invoices: [{ ...fee, state: 'void' }] }), clock: later },
    { name: 'goods on tolling terms go to no smelter', events: [own, openingStock({ enterprise: TRADER, yields: [lot({ lot: 'X' })] }), dispatch({ enterprise: TRADER, to: MINE, terms: 'tolling', draws: [{ lot: 'X', massKg: 1 }] })], registry: registry() },
    { name: 'the feed itself goes back', events: [stock, feed, came, dispatch({ enterprise: SMELTER, to: TRADER, occurredAt: day(9), draws: [{ lot: 'FEED', massKg: 10_000 }] })], registry: registry(), clock: later },
  ],
  near: [
    { name: 'less than four fifths trace to the feed', events: history(3_600), registry: registry(), clock: later },
    { name: 'the products go back after 61 days', events: history(0, day(64)), registry: registry(), clock: later },
    { name: 'the invoice may still come', events: history(0), registry: registry(), clock: day(32) },
    { name: 'the invoice came on the thirtieth day', events: history(0), registry: registry({ invoices: [{ ...paid, issuedAt: day(32) }] }), clock: later },
  ],
}); // prettier-ignore
