import { day, lot, openingStock, undispatchedReceipt, uscc } from '#testing';
import { firm, type Kinds } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './trd-04.rule.js';

const E = uscc(1);
const goods = (massKg: number) => [lot({ lot: 'A', product: 'CON-BAS', massKg, reoPercent: 50 })];
const came = (massKg: number, given: object = {}) =>
  undispatchedReceipt({ enterprise: E, occurredAt: day(10), yields: goods(massKg), ...given });
const at = (event: object, ...kinds: Kinds) => ({
  events: [event] as never,
  registry: { enterprises: [firm(E, ...kinds)] } as never,
});
const scrap = [lot({ lot: 'S', product: 'SCR-NdFeB-B', massKg: 10_000, metalPercent: 30 })];

describeRule(rule, {
  fires: [
    {
      name: 'a trader receives what nobody dispatched',
      ...at(came(1_000), 'trader'),
      finds: [{ enterprise: E, amount: { value: 500, unit: 'kg REO' } }],
    },
    {
      name: 'a recycler receives ore that nobody dispatched',
      ...at(came(1_000), 'recycler'),
      finds: [{ enterprise: E }],
    },
    {
      name: 'an opening stock has no stated origin',
      ...at(openingStock({ enterprise: E, yields: goods(1_000) }), 'exporter'),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'it is a smelter, which is another rule’s', ...at(came(1_000), 'smelter', 'trader') },
    { name: 'a recycler receives scrap', ...at(came(1_000, { yields: scrap }), 'recycler') },
    {
      name: 'the opening stock’s origin was stated',
      ...at(openingStock({ enterprise: E, yields: goods(1_000), statedOrigin: 'Sichuan' }), 'trader'),
    },
  ],
  near: [{ name: 'it is just under a hundred kilograms', ...at(came(199.9), 'trader') }],
});
