import { day, dispatch, lot, openingStock, receipt, stocktake, uscc } from '#testing';
import { firm, type Kinds } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './trd-05.rule.js';

const [E, BUYER] = [uscc(1), uscc(2)];
const stock = openingStock({ enterprise: E, occurredAt: day(0), yields: [lot({ lot: 'A', massKg: 20_000 })] });
const sent = dispatch({ enterprise: E, to: BUYER, occurredAt: day(2), draws: [{ lot: 'A', massKg: 20_000 }] });
const counted = (countedKg: number) => [
  stock,
  stocktake({ enterprise: E, occurredAt: day(5), counts: [{ lot: 'A', countedKg }] }),
];
const weighed = (massKg: number) => [stock, sent, receipt(sent, { occurredAt: day(3), items: [{ lot: 'A', massKg }] })];
const at = (events: object[], ...kinds: Kinds) => ({
  events: events as never,
  registry: { enterprises: [firm(E, ...kinds), firm(BUYER, 'smelter')] } as never,
});

const three = ['A', 'B', 'C'];
const stocked = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: three.map(name => lot({ lot: name, massKg: 5_000 })),
});
const sentAll = dispatch({
  enterprise: E,
  to: BUYER,
  occurredAt: day(2),
  draws: three.map(name => ({ lot: name, massKg: 5_000 })),
});
const threeLots = [
  stocked,
  sentAll,
  receipt(sentAll, { occurredAt: day(3), items: three.map(name => ({ lot: name, massKg: 4_960 })) }),
];

describeRule(rule, {
  fires: [
    {
      name: 'a trader counts a tonne less',
      ...at(counted(19_000), 'trader'),
      finds: [{ enterprise: E, amount: { value: -1_000, unit: 'kg' } }],
    },
    { name: 'a mine’s goods arrive a tonne lighter', ...at(weighed(19_000), 'mine'), finds: [{ enterprise: E }] },
    {
      name: 'each of three lots arrives forty kilograms lighter',
      ...at(threeLots, 'smelter'),
      finds: [{ enterprise: E, amount: { value: -120, unit: 'kg' } }],
    },
    {
      name: 'a trader counts forty kilograms less of each of three lots',
      ...at(
        [
          stocked,
          stocktake({
            enterprise: E,
            occurredAt: day(5),
            counts: three.map(name => ({ lot: name, countedKg: 4_960 })),
          }),
        ],
        'trader',
      ),
      finds: [{ enterprise: E, amount: { value: -120, unit: 'kg' } }],
    },
    { name: 'goods arrive heavier', ...at(weighed(20_200), 'mine'), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'a recycler that trades counts, which is another rule’s', ...at(counted(19_000), 'trader', 'recycler') },
    { name: 'a smelter counts, which is another rule’s', ...at(counted(19_000), 'smelter') },
    { name: 'everything is as it was', ...at(weighed(20_000), 'trader') },
  ],
  near: [
    { name: 'a count differs by just half a per cent', ...at(counted(19_900), 'trader') },
    { name: 'goods arrive lighter by just half a per cent', ...at(weighed(19_900), 'trader') },
  ],
});
