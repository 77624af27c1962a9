import { day, dispatch, exporting, lot, openingStock, scrapIntake, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './trd-08.rule.js';

const [E, OTHER] = [uscc(1), uscc(2)];
const stock = openingStock({ enterprise: E, occurredAt: day(0), yields: [lot({ lot: 'A' })] });
const sent = dispatch({ enterprise: E, to: OTHER, occurredAt: day(5), draws: [{ lot: 'A', massKg: 10 }] });
const taken = (supplier: object) => scrapIntake({ enterprise: E, occurredAt: day(5), supplier: supplier as never });
const left = (given: object) =>
  exporting({ enterprise: E, occurredAt: day(9), items: [{ lot: 'A', massKg: 10 }], ...given });
const at = (events: object[], ...more: object[]) => ({
  events: events as never,
  period: '2026-01',
  registry: { enterprises: [firm(E, 'trader'), ...more] } as never,
});

describeRule(rule, {
  fires: [
    { name: 'the buyer is not registered', ...at([stock, sent]), finds: [{ enterprise: E, period: '2026-01' }] },
    { name: 'a supplier of scrap has no code', ...at([taken({ name: '某回收站' })]), finds: [{ enterprise: E }] },
    { name: 'an export has no consignee', ...at([stock, left({})]), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'everybody is registered', ...at([stock, sent], firm(OTHER, 'trader')) },
    { name: 'the consignee is named', ...at([stock, left({ consignee: 'Example Magnetics' })]) },
  ],
  near: [{ name: 'it was in another month', ...at([stock, sent]), period: '2026-02' }],
});
