import { expect } from '@jest/globals';
import { day, dispatch, licence, licenceNumber, lot, mining, openingStock, receipt, uscc } from '#testing';
import { firm, place } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './tax-02.rule.js';

const [MINE, BUYER, OTHER] = [uscc(1), uscc(2), uscc(3)];
const dug = mining({
  enterprise: MINE,
  licence: licenceNumber(1),
  occurredAt: day(5),
  yields: [lot({ lot: 'A', massKg: 100_000 })],
});
const sale = (given: object = {}) =>
  dispatch({ enterprise: MINE, to: BUYER, occurredAt: day(10), draws: [{ lot: 'A', massKg: 50_000 }], ...given });
const cites = (number: string) => ({ documents: [{ kind: 'resource-tax-certificate' as const, number }] });
const certificate = (number: string, given: object = {}) => ({
  number,
  taxpayer: MINE,
  region: '360700',
  period: '2026-Q1',
  massKg: 50_000,
  product: 'CON-BAS',
  ...given,
});
const earlier = certificate('Z0', { period: '2025-Q4', taxpayer: OTHER });
const at = (sent: ReturnType<typeof sale>, certificates: object[], clock = '2026-04-20T00:00:00+08:00') => ({
  events: [dug, sent, receipt(sent)],
  clock,
  period: '2026-Q1',
  registry: {
    enterprises: [firm(MINE, 'mine'), firm(BUYER, 'smelter'), firm(OTHER, 'mine')],
    permits: [licence(licenceNumber(1), MINE)],
    'resource-tax-certificates': [earlier, ...certificates],
  } as never,
});

const resold = (...certificates: object[]) => {
  const first = sale(cites('Z1'));
  const onward = {
    ...dispatch({ enterprise: BUYER, to: OTHER, occurredAt: day(12), draws: [{ lot: 'A', massKg: 50_000 }] }),
    ...cites('Z1'),
  };
  const given = at(first, certificates);
  return { ...given, events: [...given.events, onward] };
};

describeRule(rule, {
  fires: [
    {
      name: 'half of the quarter’s sales is paid for',
      ...at(sale(), [certificate('Z1', { massKg: 25_000 })]),
      finds: [{ enterprise: MINE, period: '2026-Q1', amount: { value: 25_000, unit: 'kg' } }],
    },
    {
      name: 'what is paid for is another product',
      ...at(sale(), [certificate('Z1', { product: 'CON-MON' })]),
      finds: [{ enterprise: MINE, amount: { value: 50_000, unit: 'kg' } }],
    },
    {
      name: 'the certificate is another mine’s',
      ...at(sale(cites('Z2')), [certificate('Z1'), certificate('Z2', { taxpayer: OTHER })]),
      finds: [{ enterprise: MINE, subject: expect.stringContaining('Z2') }],
    },
    {
      name: 'it is of another province',
      ...at(sale(cites('Z1')), [certificate('Z1', { region: '440100' })]),
      finds: [{ enterprise: MINE }],
    },
    {
      name: 'it is used for twice its mass',
      ...at(sale(cites('Z1')), [certificate('Z1', { massKg: 25_000 }), certificate('Z2', { massKg: 25_000 })]),
      finds: [{ enterprise: MINE }],
    },
  ],
  quiet: [
    { name: 'everything is paid for', ...at(sale(cites('Z1')), [certificate('Z1')]) },
    {
      name: 'two certificates are cited for half of it each',
      ...at(sale({ documents: ['Z1', 'Z2'].map(number => ({ kind: 'resource-tax-certificate' as const, number })) }), [
        certificate('Z1', { massKg: 25_000 }),
        certificate('Z2', { massKg: 25_000 }),
      ]),
    },
    {
      name: 'a smelter sells it on and cites the same',
      ...resold(certificate('Z1')),
    },
    {
      name: 'the taxpayer holds the licence that a contractor digs under, in the province of its mine',
      ...at(sale(cites('Z1')), [certificate('Z1', { taxpayer: OTHER, region: '440100' }), certificate('Z9')]),
      registry: {
        enterprises: [firm(MINE, 'mine'), firm(BUYER, 'smelter'), firm(OTHER, 'mine')],
        permits: [{ ...licence(licenceNumber(1), OTHER), contractors: [MINE] }],
        sites: [place('M1', OTHER, { kind: 'mine', region: '440100' })],
        'resource-tax-certificates': [certificate('Z1', { taxpayer: OTHER, region: '440100' }), certificate('Z9')],
      } as never,
    },
    {
      name: 'opening stock cites the certificate it once was paid for with',
      ...at(sale(cites('Z1')), [certificate('Z1', { taxpayer: OTHER })]),
      events: [openingStock({ enterprise: MINE, yields: [lot({ lot: 'A', massKg: 100_000 })] }), sale(cites('Z1'))],
    },
    {
      name: 'no certificates of the province are supplied yet',
      ...at(sale(), []),
      registry: {
        enterprises: [firm(MINE, 'mine'), firm(BUYER, 'smelter')],
        permits: [licence(licenceNumber(1), MINE)],
      } as never,
    },
  ],
  near: [
    { name: 'just 99 % are paid for', ...at(sale(), [certificate('Z1', { massKg: 49_500 })]) },
    { name: 'it is used for just 0.5 % more', ...at(sale(cites('Z1')), [certificate('Z1', { massKg: 49_752 })]) },
    {
      name: 'the fifteenth is not over',
      ...at(sale(), [certificate('Z1', { massKg: 25_000 })], '2026-04-15T12:00:00+08:00'),
    },
  ],
});
