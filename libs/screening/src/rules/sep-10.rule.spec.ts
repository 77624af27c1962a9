import { day, dispatch, lot, processing, receipt } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import {
  cast,
  declared,
  imported,
  legal,
  MINE,
  ore,
  OTHER,
  quota,
  registry,
  revoked,
  SMELTER,
  TRADER,
} from '../plant-cases.contract.js';
import rule from './sep-10.rule.js';

const dug = ore();
const bought = dispatch({ enterprise: MINE, to: SMELTER, occurredAt: day(3), draws: [{ lot: 'ORE', massKg: 5_000 }] });
const history = [dug, bought, receipt(bought)];
const resale = (given = {}) =>
  dispatch({ enterprise: SMELTER, to: TRADER, occurredAt: day(8), draws: [{ lot: 'ORE', massKg: 1_000 }], ...given });
const answered = (sent: ReturnType<typeof resale>, given = {}) => [sent, receipt(sent, given)];
const permits = [legal];
const kindsOfSmelter = (...kinds: string[]) => cast.map(each => (each.uscc === SMELTER ? { ...each, kinds } : each));
const group = cast.map(each => ({ ...each, group: MINE }));
const within = answered(resale({ to: OTHER, terms: 'internal' }));
const own = ore('OWN', SMELTER);
const beneficiated = processing({
  enterprise: SMELTER,
  process: 'BENEFICIATION',
  occurredAt: day(5),
  draws: [{ lot: 'ORE', massKg: 5_000 }],
  yields: [lot({ lot: 'CON', massKg: 5_000 })],
});

describeRule(rule, {
  fires: [
    { name: 'a smelter sells ore it bought', events: [...history, ...answered(resale())], registry: registry({ permits }), finds: [{ enterprise: SMELTER, subject: resale().id, event: resale().id, amount: { value: 600, unit: 'kg REO' } }] },
    { name: 'the ore is illegal', events: [...history, ...answered(resale())], registry: registry({ permits: [revoked] }), finds: [{ severity: 'S4' }] },
    { name: 'it imported the ore and is no importer', events: [imported(), ...answered(resale({ draws: [{ lot: 'IMP', massKg: 1_000 }] }))], registry: registry({ 'customs-declarations': [declared()] }), finds: [{}] },
    { name: 'it goes back after 61 days', events: [...history, ...answered(resale({ to: MINE, terms: 'return', occurredAt: day(64) }))], registry: registry({ permits }), finds: [{ enterprise: SMELTER }] },
    { name: 'the smelter of the same group has no quota', events: [...history, ...answered(resale({ to: OTHER }))], registry: registry({ permits, enterprises: group }), finds: [{}] },
  ],
  quiet: [
    { name: 'it made the concentrate', events: [...history, beneficiated, ...answered(resale({ draws: [{ lot: 'CON', massKg: 1_000 }] }))], registry: registry({ permits }) },
    { name: 'it mined the ore', events: [own, ...answered(resale({ draws: [{ lot: 'OWN', massKg: 1_000 }] }))], registry: registry() },
    { name: 'it imported the ore as an importer', events: [imported(), ...answered(resale({ draws: [{ lot: 'IMP', massKg: 1_000 }] }))], registry: registry({ enterprises: kindsOfSmelter('smelter', 'importer') }) },
    { name: 'it trades besides', events: [...history, ...answered(resale())], registry: registry({ permits, enterprises: kindsOfSmelter('smelter', 'trader') }) },
    { name: 'it goes to a smelter of the same group with a quota', events: [...history, ...answered(resale({ to: OTHER }))], registry: registry({ permits, enterprises: group, quotas: [quota(OTHER, 10)] }) },
    { name: 'it moves inside the group', events: [...history, ...within], registry: registry({ permits, enterprises: group }) },
    { name: 'it was rejected', events: [...history, ...answered(resale(), { outcome: 'rejected' })], registry: registry({ permits }) },
  ],
  near: [
    { name: 'it goes back on the sixtieth day', events: [...history, ...answered(resale({ to: MINE, terms: 'return', occurredAt: day(63) }))], registry: registry({ permits }) },
    { name: 'the buyer has not accepted yet', events: [...history, resale()], registry: registry({ permits }) },
  ],
}); // prettier-ignore
