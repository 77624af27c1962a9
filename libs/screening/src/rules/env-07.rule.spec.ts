import { day, lot, openingStock, processing, uscc } from '#testing';
import { firm, having, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './env-07.rule.js';

const PLANT = uscc(1);
const stock = openingStock({ enterprise: PLANT });
const run = (code: string, at: string, process = 'SMELT_DECOMP') =>
  processing({
    enterprise: PLANT,
    site: 'P1',
    process,
    occurredAt: at,
    draws: [{ lot: 'L1', massKg: 1_000 }],
    yields: [lot({ lot: code, product: process === 'REPACK' ? 'CON-BAS' : 'MRC', massKg: 1_000, reoPercent: 43 })],
  });
const first = run('A', day(0));
const late = run('B', day(120));
const known = (...permits: PermitItem[]) => ({ enterprises: [firm(PLANT, 'smelter')], permits });
const accepted = (from: string, given: Partial<PermitItem> = {}) =>
  permit('acceptance', PLANT, { site: 'P1', from, ...given });
/** 90 days after 1 January is 1 April. */
const [onTheDay, after] = ['2026-04-01T23:59:59+08:00', '2026-04-02T00:00:00+08:00'];

describeRule(rule, {
  fires: [
    {
      name: 'the trial is over and nothing accepted',
      events: [stock, first],
      clock: after,
      registry: known(),
      finds: [{ enterprise: PLANT, subject: 'P1', event: first.id, at: Date.parse(after) }],
    },
    {
      name: 'it was accepted a day too late',
      events: [stock, first],
      clock: '2026-06-01T00:00:00+08:00',
      registry: known(accepted('2026-04-02')),
      finds: [{ subject: 'P1' }],
    },
    {
      name: 'production went on: it is evidence',
      events: [stock, first, late],
      registry: known(accepted('2027-01-01')),
      finds: [{ subject: 'P1', evidence: having({ events: [first.id, late.id] }) }],
    },
    { name: 'another site was accepted', events: [stock, first], clock: after, registry: known(accepted('2020-01-01', { site: 'P2' })), finds: [{ subject: 'P1' }] },
    { name: 'less time is allowed', events: [stock, first], values: { trialDays: 10 }, clock: '2026-02-01T00:00:00+08:00', registry: known(), finds: [{ subject: 'P1' }] },
  ],
  quiet: [
    { name: 'it was accepted long before', events: [stock, first, late], registry: known(accepted('2010-01-01')) },
    { name: 'acceptance is the holder’s for all sites', events: [stock, first, late], registry: known(accepted('2026-03-01', { site: undefined })) },
    { name: 'goods are repacked only', events: [stock, run('A', day(0), 'REPACK')], clock: after, registry: known() },
  ],
  near: [
    { name: 'it is the last day of the trial', events: [stock, first], clock: onTheDay, registry: known() },
    { name: 'it was accepted on the last day', events: [stock, first], clock: after, registry: known(accepted('2026-04-01')) },
  ],
}); // prettier-ignore
