import { day, dispatch, enterprise, licence, licenceNumber, lot, mining, openingStock, receipt, uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './trd-01.rule.js';

const MINE = uscc(1);
const TRADER = uscc(2);
const SMELTER = uscc(3);
const SOURCE = `mining-licence:${licenceNumber(1)}:2026`;

const dug = mining({ enterprise: MINE, occurredAt: day(1) });
const sold = dispatch({ enterprise: MINE, to: TRADER, draws: [{ lot: 'L1', massKg: 6_000 }] });
const soldAgain = {
  ...sold,
  id: dispatch({ draws: [] }).id,
  occurredAt: day(3),
  draws: [{ lot: 'L1', massKg: 4_000 }],
};
const toSmelter = { ...sold, to: SMELTER };
const back = dispatch({
  enterprise: TRADER,
  to: MINE,
  occurredAt: day(5),
  terms: 'return',
  draws: [{ lot: 'L1', massKg: 6_000 }],
});

const enterprises = [enterprise(MINE, ['mine']), enterprise(TRADER, ['trader']), enterprise(SMELTER, ['smelter'])];
const withLicence = (to: string) => ({ enterprises, permits: [licence(licenceNumber(1), MINE, { to })] }) as never;
const expired = withLicence('2025-12-31');

const opening = openingStock({ enterprise: MINE, yields: [lot()] });
/** A blend of which `kg` came from the mine without a licence. */
const blended = (kg: number) => [
  dug,
  openingStock({ enterprise: MINE, yields: [lot({ lot: 'OLD', massKg: 50_000 })] }),
  {
    ...run,
    draws: [
      { lot: 'L1', massKg: kg },
      { lot: 'OLD', massKg: 10_000 - kg },
    ],
  },
  { ...sold, draws: [{ lot: 'B', massKg: 10_000 }] },
];
const run = {
  ...dug,
  id: dispatch({ draws: [] }).id,
  type: 'processing' as const,
  process: 'BLEND',
  from: day(1),
  yields: [lot({ lot: 'B' })],
};

describeRule(rule, {
  fires: [
    {
      name: 'ore of an expired licence was dispatched: the mine, before anybody has accepted it',
      events: [dug, sold],
      registry: expired,
      finds: [{ enterprise: MINE, subject: SOURCE, event: sold.id, amount: { value: 3_600, unit: 'kg REO' } }],
    },
    {
      name: 'a trader has accepted it: both, once for all dispatches',
      events: [dug, sold, receipt(sold), soldAgain, receipt(soldAgain)],
      registry: expired,
      finds: [
        { enterprise: MINE, subject: SOURCE, amount: { value: 6_000, unit: 'kg REO' } },
        { enterprise: TRADER, subject: SOURCE, amount: { value: 6_000, unit: 'kg REO' } },
      ],
    },
    { name: 'a smelter has accepted it: the mine only', events: [dug, toSmelter, receipt(toSmelter)], registry: expired, finds: [{ enterprise: MINE }] },
    { name: 'a trace of a tenth of a percent is in it', events: blended(10), registry: expired, finds: [{ enterprise: MINE }] },
  ],
  quiet: [
    { name: 'the licence is valid', events: [dug, sold, receipt(sold)], registry: withLicence('2030-12-31') },
    { name: 'the licence is not known: unverified, not illegal', events: [dug, sold, receipt(sold)], registry: { enterprises } as never },
    { name: 'it is opening stock', events: [opening, sold, receipt(sold)], registry: expired },
    { name: 'it was dug but not dispatched', events: [dug], registry: expired },
  ],
  near: [
    { name: 'less than a tenth of a percent of it is illegal', events: blended(9), registry: expired },
    { name: 'the goods sent back are no sale of the trader’s, who bought legal ones', events: [dug, sold, receipt(sold), back, receipt(back)], registry: withLicence('2026-01-02') },
  ],
}); // prettier-ignore
