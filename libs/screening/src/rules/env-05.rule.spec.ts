import { lot, openingStock, processing, uscc } from '#testing';
import { firm, place, reading } from '../cast.contract.js';
import { describeRule, type RuleCase } from '../describe-rule.contract.js';
import type { RegistryItems } from '../facts/registry-items.js';
import rule from './env-05.rule.js';

const PLANT = uscc(1);
const stock = openingStock({ enterprise: PLANT });
const run = (from: string, occurredAt: string, site?: string, process = 'SMELT_DECOMP') =>
  processing({
    enterprise: PLANT,
    process,
    ...{ from, occurredAt },
    ...(site ? { site } : {}),
    draws: [{ lot: 'L1', massKg: 1_000 }],
    yields: [lot({ lot: 'R', product: process === 'REPACK' ? 'CON-BAS' : 'MRC', massKg: 1_000, reoPercent: 43 })],
  });
const march = run('2026-03-01T00:00:00+08:00', '2026-03-31T18:00:00+08:00', 'P1');
const outage = (to: string | undefined, given: Partial<RegistryItems['monitoring']> = {}) =>
  reading(PLANT, '2026-03-10T00:00:00+08:00', 0, {
    parameter: 'treatment-outage',
    value: undefined,
    limit: undefined,
    site: 'P1',
    to,
    ...given,
  });
const [eight, seven] = [outage('2026-03-18T00:00:00+08:00'), outage('2026-03-17T00:00:00+08:00')];
const known = (...monitoring: RegistryItems['monitoring'][]): NonNullable<RuleCase['registry']> => ({
  enterprises: [firm(PLANT, 'smelter')],
  sites: [place('P1', PLANT)],
  monitoring,
});
const twoSites = { sites: [place('P1', PLANT), place('P2', PLANT)] };

describeRule(rule, {
  fires: [
    {
      name: 'eight days of outage overlap a run',
      events: [stock, march],
      registry: known(eight),
      finds: [
        {
          enterprise: PLANT,
          subject: `monitoring/${eight.number}`,
          event: march.id,
          at: Date.parse('2026-03-17T00:00:00+08:00'),
          amount: { value: 8, unit: 'd' },
        },
      ],
    },
    { name: 'the outage goes on', events: [stock, march], registry: known(outage(undefined)), finds: [{ event: march.id }] },
    { name: 'the outage names no site', events: [stock, march], registry: known(outage('2026-03-18T00:00:00+08:00', { site: undefined })), finds: [{ event: march.id }] },
    { name: 'the run names no site and there is one', events: [stock, { ...march, site: undefined }], registry: known(eight), finds: [{ event: march.id }] },
  ],
  quiet: [
    { name: 'nothing was produced', events: [stock], clock: '2026-05-01T00:00:00+08:00', registry: known(eight) },
    { name: 'the run was at another site', events: [stock, { ...march, site: 'P2' }], registry: { ...known(eight), ...twoSites } },
    { name: 'the run names no site and there are two', events: [stock, { ...march, site: undefined }], registry: { ...known(eight), ...twoSites } },
    { name: 'goods were repacked only', events: [stock, run('2026-03-01T00:00:00+08:00', '2026-03-31T00:00:00+08:00', 'P1', 'REPACK')], registry: known(eight) },
    { name: 'the run ended before', events: [stock, run('2026-03-01T00:00:00+08:00', '2026-03-09T00:00:00+08:00', 'P1')], clock: '2026-05-01T00:00:00+08:00', registry: known(eight) },
    { name: 'more days are allowed', values: { outageDays: 10 }, events: [stock, march], registry: known(eight) },
  ],
  near: [
    { name: 'it is seven days', events: [stock, march], registry: known(seven) },
    { name: 'the run began when it ended', events: [stock, run('2026-03-18T00:00:00+08:00', '2026-03-31T00:00:00+08:00', 'P1')], registry: known(eight) },
  ],
}); // prettier-ignore
