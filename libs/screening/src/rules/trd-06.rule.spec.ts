import { day, lot, openingStock, processing, uscc } from '#testing';
import { firm, type Kinds } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './trd-06.rule.js';

const E = uscc(1);
const stock = openingStock({
  enterprise: E,
  occurredAt: day(0),
  yields: [lot({ lot: 'A', product: 'MRC', massKg: 10_000, reoPercent: 45 })],
});
const run = (process: string, product: string) =>
  processing({
    enterprise: E,
    process,
    occurredAt: day(5),
    draws: [{ lot: 'A', massKg: 1_000 }],
    yields: [lot({ lot: 'B', product, massKg: 900, reoPercent: 45 })],
  });
const at = (event: object, ...kinds: Kinds) => ({
  events: [stock, event] as never,
  registry: { enterprises: [firm(E, ...kinds)] } as never,
});

describeRule(rule, {
  fires: [
    { name: 'a trader calcines', ...at(run('CALCINE', 'OX-La'), 'trader'), finds: [{ enterprise: E }] },
    {
      name: 'repacking changes the product',
      ...at(run('REPACK', 'OX-La'), 'trader', 'exporter'),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'a smelter that trades as well calcines', ...at(run('CALCINE', 'OX-La'), 'trader', 'smelter') },
    { name: 'nothing is known of the enterprise', events: [stock, run('CALCINE', 'OX-La')] },
  ],
  near: [{ name: 'a trader repacks', ...at(run('REPACK', 'MRC'), 'trader') }],
});
