import { day, lot, processing, uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { cast, MINE, ore, OTHER, registry, run, SMELTER } from '../plant-cases.contract.js';
import rule from './sep-11.rule.js';

const own = ore('ORE', SMELTER, { licence: 'X' });
const early = run(SMELTER, 'ORE', 'MRC');
const late = { ...early, occurredAt: day(120), from: day(120) };
const dug = { ...ore(), occurredAt: day(120) };
const GROUP = uscc(9);
const row = (enterprise: string, kind: string, given = {}) => ({
  source: 'test',
  year: 2026,
  kind,
  enterprise,
  group: GROUP,
  ...given,
});
const others = row(OTHER, 'smelter');
const ofGroup = [
  ...cast.map(each => ({ ...each, group: GROUP })),
  { ...cast[0]!, uscc: GROUP, kinds: ['group'], group: GROUP },
];
const listed = [row(SMELTER, 'smelter'), row(SMELTER, 'mine')];
const clock = day(150);

describeRule(rule, {
  fires: [
    { name: 'a plant that is not on the list separates in May', events: [own, late], registry: registry({ 'published-lists': [others, row(SMELTER, 'mine')] }), clock, finds: [{ enterprise: SMELTER, period: '2026', amount: { value: 4_200, unit: 'kg REO' } }] },
    { name: 'a mine that is not on the list mines', events: [dug], registry: registry({ 'published-lists': [others] }), clock, finds: [{ enterprise: MINE }] },
    { name: 'it is on the list of mines only', events: [own, late], registry: registry({ 'published-lists': [row(SMELTER, 'mine')] }), clock, finds: [{ amount: { value: 4_200, unit: 'kg REO' } }] },
    { name: 'it separated in January and is on no list', events: [own, early], registry: registry({ 'published-lists': [others, row(SMELTER, 'mine')] }), clock, finds: [{ at: Date.parse(day(10)) }] },
    { name: 'last year’s list does not stand in for May', events: [own, late], registry: registry({ 'published-lists': [row(SMELTER, 'smelter', { year: 2025 }), row(SMELTER, 'mine')] }), clock, finds: [{}] },
    { name: 'its group published no list of the year', events: [dug], registry: registry({ enterprises: ofGroup, 'published-lists': [row(MINE, 'mine', { group: uscc(8) })] }), clock, finds: [{ enterprise: GROUP, period: '2026' }] },
  ],
  quiet: [
    { name: 'it is on the list', events: [own, late], registry: registry({ 'published-lists': listed }), clock },
    { name: 'it is listed as standing still', events: [own, late], registry: registry({ 'published-lists': listed.map(each => ({ ...each, status: '停产' })) }), clock },
    { name: 'no list is known at all', events: [own, late], registry: registry(), clock },
    { name: 'the group published a list of others', events: [dug], registry: registry({ enterprises: ofGroup, 'published-lists': [row(MINE, 'mine'), others] }), clock },
    { name: 'it only separates compounds further', events: [ore('ORE', OTHER), processing({ enterprise: OTHER, process: 'BLEND', occurredAt: day(120), draws: [{ lot: 'ORE', massKg: 10_000 }], yields: [lot({ lot: 'X' })] })], registry: registry({ 'published-lists': [row(OTHER, 'mine')] }), clock },
  ],
  near: [
    { name: 'it is the last day of March', events: [own, early], registry: registry({ 'published-lists': [others] }), clock: '2026-03-31T23:59:59+08:00' },
    { name: 'it separated in January and is on last year’s list', events: [own, early], registry: registry({ 'published-lists': [row(SMELTER, 'smelter', { year: 2025 }), row(SMELTER, 'mine', { year: 2025 })] }), clock },
  ],
}); // prettier-ignore
