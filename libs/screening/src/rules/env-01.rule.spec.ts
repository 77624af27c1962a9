import { day, licenceNumber, lot, mining, openingStock, processing, uscc } from '#testing';
import { firm, having, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { EnterpriseItem, PermitItem } from '../facts/registry-items.js';
import rule from './env-01.rule.js';

const OWNER = uscc(1);
const stock = openingStock({ enterprise: OWNER, yields: [lot({ product: 'MRC', massKg: 30_000, reoPercent: 43 })] });
const run = (code: string, at: string, site: string | undefined = 'P1', process = 'SEPARATION') =>
  processing({
    enterprise: OWNER,
    process,
    occurredAt: at,
    ...(site ? { site } : {}),
    draws: [{ lot: 'L1', massKg: 10_000 }],
    yields: [
      lot({
        lot: code,
        product: process === 'REPACK' ? 'MRC' : 'OX-PrNd',
        massKg: 900,
        reoPercent: process === 'REPACK' ? 43 : 99,
      }),
    ],
  });
/** 11 and 12 January. */
const [first, second] = [run('A', day(10)), run('B', day(11))];
const eia = (given: Partial<PermitItem> = {}) => permit('eia', OWNER, { site: 'P1', ...given });
const known = (kind: EnterpriseItem['kinds'][number], ...permits: PermitItem[]) => ({
  enterprises: [firm(OWNER, kind)],
  permits,
});
const dug = mining({ enterprise: OWNER, site: 'P1', licence: licenceNumber(1), occurredAt: day(10) });
const approval = permit('recovery-approval', OWNER, { number: licenceNumber(1) });

describeRule(rule, {
  fires: [
    {
      name: 'there is none: one finding for the site, on the chains of both runs',
      events: [stock, first, second],
      registry: known('smelter'),
      finds: [{ enterprise: OWNER, subject: 'P1', at: Date.parse(day(10)), evidence: having({ events: [first.id, second.id] }) }],
    },
    {
      name: 'each of two sites has none',
      events: [stock, first, run('C', day(11), 'P2')],
      registry: known('smelter'),
      finds: [{ subject: 'P1', event: first.id }, { subject: 'P2' }],
    },
    {
      name: 'it ran out the day before the second run',
      events: [stock, first, second],
      registry: known('smelter', eia({ to: '2026-01-11' })),
      finds: [{ subject: 'P1', event: second.id }],
    },
    {
      name: 'the month of the second run is asked about',
      events: [stock, first, run('B', day(40))],
      registry: known('smelter'),
      span: { from: Date.parse('2026-02-01T00:00:00+08:00'), until: Date.parse('2026-03-01T00:00:00+08:00') },
      finds: [{ subject: 'P1', at: Date.parse(day(40)) }],
    },
    { name: 'it is for other processes', events: [stock, first], registry: known('smelter', eia({ processes: ['SMELT_DECOMP'] })), finds: [{ subject: 'P1' }] },
    { name: 'it is for another site', events: [stock, first], registry: known('smelter', eia({ site: 'P2' })), finds: [{ subject: 'P1' }] },
    { name: 'it is suspended', events: [stock, first], registry: known('smelter', eia({ status: 'suspended' })), finds: [{ subject: 'P1' }] },
    { name: 'a smelter began before it', events: [stock, first], registry: known('smelter', eia({ from: '2026-02-01' })), finds: [{ subject: 'P1' }] },
    { name: 'a mine has none', events: [dug], registry: known('mine'), finds: [{ enterprise: OWNER, event: dug.id }] },
    { name: 'recovery has one that ran out', events: [dug], registry: known('recovery', approval, eia({ to: '2025-12-31' })), finds: [{ event: dug.id }] },
  ],
  quiet: [
    { name: 'it is valid', events: [stock, first], registry: known('smelter', eia()) },
    { name: 'it names no site and is the holder’s', events: [stock, first], registry: known('smelter', eia({ site: undefined })) },
    { name: 'it names the process', events: [stock, first], registry: known('smelter', eia({ processes: ['SEPARATION'] })) },
    { name: 'no site is told and one of the holder is valid', events: [stock, run('A', day(10), '')], registry: known('smelter', eia()) },
    { name: 'goods are repacked only', events: [stock, run('A', day(10), 'P1', 'REPACK')], registry: known('trader') },
    { name: 'a mine began before it, which is MIN-07’s', events: [dug], registry: known('mine', eia({ from: '2026-02-01' })) },
    { name: 'recovery has none at all, which is MIN-09’s', events: [dug], registry: known('recovery', approval) },
  ],
  near: [
    { name: 'no site is told, though there is none', events: [stock, run('A', day(10), '')], registry: known('smelter') },
    { name: 'it is its last day', events: [stock, first], registry: known('smelter', eia({ to: '2026-01-11' })) },
  ],
}); // prettier-ignore
