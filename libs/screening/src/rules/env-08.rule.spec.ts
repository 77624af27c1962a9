import { day, dispatch, lot, openingStock, processing, receipt, stocktake, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './env-08.rule.js';

const [PLANT, DUMP, STRANGER] = [uscc(1), uscc(2), uscc(3)];
const stock = (product = 'CON-MON') => openingStock({ enterprise: PLANT, yields: [lot({ product })] });
const carbonate = lot({ lot: 'R', product: 'MRC', massKg: 9_000, reoPercent: 43 });
const residue = lot({ lot: 'W', product: 'WST-RAD', massKg: 1_000, reoPercent: 1 });
const run = (given: Partial<Parameters<typeof processing>[0]> = {}) =>
  processing({
    enterprise: PLANT,
    process: 'SMELT_DECOMP',
    occurredAt: day(0),
    draws: [{ lot: 'L1', massKg: 10_000 }],
    yields: [carbonate],
    ...given,
  });
const bare = run();
const yielding = run({ yields: [carbonate, residue] });
const send = (massKg: number, to = DUMP, at = day(100)) =>
  dispatch({ enterprise: PLANT, to, occurredAt: at, draws: [{ lot: 'W', massKg }] });
const licence = permit('waste-licence', DUMP);
const known = (...permits: PermitItem[]) => ({
  enterprises: [firm(PLANT, 'smelter'), firm(DUMP, 'other'), firm(STRANGER, 'other')],
  permits,
});
/** 180 days after eight in the morning of 1 January. */
const [onTime, late] = [day(180), day(181)];
const kept = {
  enterprise: PLANT,
  subject: `${PLANT}:W`,
  at: Date.parse(day(180)),
  amount: { value: 1_000, unit: 'kg' },
};

describeRule(rule, {
  fires: [
    {
      name: 'monazite is decomposed and no residue is told of',
      events: [stock(), bare],
      registry: known(),
      finds: [{ enterprise: PLANT, subject: bare.id, event: bare.id }],
    },
    {
      name: 'other losses are no radioactive residue',
      events: [stock('CON-BAS'), run({ losses: [{ kind: 'waste', massKg: 100, reoPercent: 1 }] })],
      registry: known(),
      finds: [{ enterprise: PLANT }],
    },
    { name: 'residue is kept too long', events: [stock(), yielding], clock: late, registry: known(licence), finds: [{ ...kept, event: yielding.id }] },
    { name: 'a part of it is kept', events: [stock(), yielding, send(600)], clock: late, registry: known(licence), finds: [{ ...kept, amount: { value: 400, unit: 'kg' } }] },
    { name: 'it went to one without licence', events: [stock(), yielding, send(1_000, STRANGER)], clock: late, registry: known(licence), finds: [kept] },
    { name: 'the licence had run out', events: [stock(), yielding, send(1_000)], clock: late, registry: known({ ...licence, to: '2026-04-10' }), finds: [kept] },
    {
      name: 'the licensed party sent it back',
      events: [stock(), yielding, send(1_000), receipt(send(1_000), { outcome: 'rejected' })],
      clock: late,
      registry: known(licence),
      finds: [kept],
    },
    {
      name: 'a stock count does not make it younger',
      events: [stock(), yielding, stocktake({ enterprise: PLANT, occurredAt: day(90), counts: [{ lot: 'W', countedKg: 1_000 }] })],
      clock: late,
      registry: known(licence),
      finds: [kept],
    },
    {
      name: 'one without licence who took it in keeps it',
      events: [stock(), yielding, send(1_000, STRANGER, day(1)), receipt(send(1_000, STRANGER, day(1)))],
      clock: day(182),
      registry: known(),
      finds: [kept, { enterprise: STRANGER, at: Date.parse(day(181)) }],
    },
  ],
  quiet: [
    { name: 'residue is lost as such', events: [stock(), run({ losses: [{ kind: 'radioactive-residue', massKg: 500, reoPercent: 1 }] })], registry: known() },
    { name: 'residue is yielded', events: [stock(), yielding], registry: known() },
    { name: 'ion-adsorption feed leaves none', events: [stock('ENR-ION-M'), bare], registry: known() },
    { name: 'it all went to a licensed party, which keeps it', events: [stock(), yielding, send(1_000), receipt(send(1_000))], clock: day(300), registry: known(licence) },
    { name: 'it is on its way there', events: [stock(), yielding, send(1_000)], clock: late, registry: known(licence) },
    { name: 'it went there late', events: [stock(), yielding, send(1_000, DUMP, day(200))], clock: day(210), registry: known(licence) },
    { name: 'the plant holds a licence itself', events: [stock(), yielding], clock: late, registry: known(permit('waste-licence', PLANT)) },
  ],
  near: [{ name: 'it is kept for 180 days', events: [stock(), yielding], clock: onTime, registry: known(licence) }],
}); // prettier-ignore
