import { day, lot, openingStock, processing, scrapIntake, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './env-06.rule.js';

const PLANT = uscc(1);
const stock = (product: string) => openingStock({ enterprise: PLANT, yields: [lot({ product })] });
const run = (process: string, product: string) =>
  processing({
    enterprise: PLANT,
    site: 'P1',
    process,
    occurredAt: day(10),
    draws: [{ lot: 'L1', massKg: 10_000 }],
    yields: [lot({ lot: 'R', product, massKg: 9_000, reoPercent: 43 })],
  });
const decomposition = run('SMELT_DECOMP', 'MRC');
const known = (...permits: PermitItem[]) => ({ enterprises: [firm(PLANT, 'smelter')], permits });
const assessed = (given: Partial<PermitItem> = {}) => permit('radiation-eia', PLANT, { site: 'P1', ...given });

describeRule(rule, {
  fires: [
    {
      name: 'monazite is decomposed without one',
      events: [stock('CON-MON'), decomposition],
      registry: known(permit('eia', PLANT)),
      finds: [{ enterprise: PLANT, subject: 'P1', event: decomposition.id }],
    },
    { name: 'ore is dressed without one', events: [stock('ORE-BAS'), run('BENEFICIATION', 'CON-BAS')], registry: known(), finds: [{ subject: 'P1' }] },
    { name: 'it ran out the day before', events: [stock('CON-MIX'), decomposition], registry: known(assessed({ to: '2026-01-10' })), finds: [{ subject: 'P1' }] },
    { name: 'it is for other processes', events: [stock('CON-MIX'), decomposition], registry: known(assessed({ processes: ['BENEFICIATION'] })), finds: [{ subject: 'P1' }] },
  ],
  quiet: [
    { name: 'it is valid', events: [stock('CON-XEN'), decomposition], registry: known(assessed()) },
    { name: 'the feed is from ion-adsorption clay', events: [stock('ENR-ION-M'), run('SMELT_DECOMP', 'MRC')], registry: known() },
    { name: 'scrap is recycled', events: [scrapIntake({ enterprise: PLANT }), run('RECYCLING', 'OX-PrNd')], registry: known() },
    { name: 'carbonate is separated', events: [stock('MRC'), run('SEPARATION', 'OX-La')], registry: known() },
  ],
  near: [{ name: 'it is its last day', events: [stock('CON-MON'), decomposition], registry: known(assessed({ to: '2026-01-11' })) }],
}); // prettier-ignore
