import {
  day,
  dispatch,
  enterprise,
  exporting,
  licence,
  licenceNumber,
  lot,
  mining,
  openingStock,
  receipt,
  uscc,
} from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './exp-01.rule.js';

const [MINE, TRADER, EXPORTER] = [uscc(1), uscc(2), uscc(3)];
const goods = { product: 'CON-BAS', massKg: 10_000 };
const dug = mining({
  enterprise: MINE,
  licence: licenceNumber(1),
  occurredAt: day(1),
  yields: [lot({ lot: 'A', ...goods })],
});
const sent = dispatch({ enterprise: MINE, to: TRADER, occurredAt: day(2), draws: [{ lot: 'A', massKg: 10_000 }] });
const passed = dispatch({
  enterprise: TRADER,
  to: EXPORTER,
  occurredAt: day(4),
  draws: [{ lot: 'A', massKg: 10_000 }],
});
const left = exporting({ enterprise: EXPORTER, occurredAt: day(9), items: [{ lot: 'A', massKg: 10_000 }] });
const chain = [dug, sent, receipt(sent, { occurredAt: day(3) }), passed, receipt(passed, { occurredAt: day(5) }), left];
const stocked = openingStock({ enterprise: EXPORTER, occurredAt: day(1), yields: [lot({ lot: 'B', ...goods })] });
const stockLeft = exporting({ enterprise: EXPORTER, occurredAt: day(9), items: [{ lot: 'B', massKg: 200 }] });
const mixedLeft = exporting({
  enterprise: EXPORTER,
  occurredAt: day(9),
  items: [
    { lot: 'A', massKg: 9_800 },
    { lot: 'B', massKg: 200 },
  ],
});
const cast = [enterprise(MINE, ['mine']), enterprise(TRADER, ['trader']), enterprise(EXPORTER, ['exporter'])];
const held = licence(licenceNumber(1), MINE);
const registry = (permit: object): never => ({ enterprises: cast, permits: [{ ...held, ...permit }] }) as never;

describeRule(rule, {
  fires: [
    {
      name: 'the mine’s licence was revoked: each hand has a finding',
      events: chain,
      registry: registry({ status: 'revoked' }),
      finds: [MINE, TRADER, EXPORTER].map(each => ({ enterprise: each, subject: left.declaration })),
    },
    {
      name: 'the goods come from an opening stock of no stated origin',
      events: [stocked, stockLeft],
      registry: registry({}),
      finds: [{ enterprise: EXPORTER, severity: 'S3' }],
    },
  ],
  quiet: [
    { name: 'everything is legal', events: chain, registry: registry({}) },
    {
      name: 'the opening stock’s origin was stated',
      events: [{ ...stocked, statedOrigin: 'Bayan Obo, 2024' }, { ...stockLeft }],
      registry: registry({}),
    },
  ],
  near: [
    {
      name: 'just 2 % have no source that is shown',
      events: [...chain.slice(0, -1), stocked, mixedLeft],
      registry: registry({}),
    },
  ],
});
