import { day, lot, openingStock, processing, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { EnterpriseItem, PermitItem } from '../facts/registry-items.js';
import rule from './env-02.rule.js';

const OWNER = uscc(1);
const run = processing({
  enterprise: OWNER,
  site: 'P1',
  occurredAt: day(10),
  draws: [{ lot: 'L1', massKg: 10_000 }],
  yields: [lot({ lot: 'A', product: 'OX-PrNd', massKg: 900, reoPercent: 99 })],
});
const events = [openingStock({ enterprise: OWNER }), run];
const safety = (given: Partial<PermitItem> = {}) => permit('safety', OWNER, { site: 'P1', ...given });
const known = (kind: EnterpriseItem['kinds'][number], ...permits: PermitItem[]) => ({
  enterprises: [firm(OWNER, kind)],
  permits,
});

describeRule(rule, {
  fires: [
    {
      name: 'a smelter has none',
      events,
      registry: known('smelter'),
      finds: [{ enterprise: OWNER, subject: 'P1', event: run.id }],
    },
    { name: 'a recycler has none', events, registry: known('recycler'), finds: [{ subject: 'P1' }] },
    {
      name: 'it ran out the day before',
      events,
      registry: known('mine', safety({ to: '2026-01-10' })),
      finds: [{ subject: 'P1' }],
    },
    {
      name: 'there is an environmental approval only',
      events,
      registry: known('smelter', permit('eia', OWNER)),
      finds: [{ subject: 'P1' }],
    },
  ],
  quiet: [
    { name: 'it is valid', events, registry: known('smelter', safety()) },
    { name: 'it is the holder’s for all sites', events, registry: known('smelter', safety({ site: undefined })) },
    { name: 'a metal plant is not asked for it', events, registry: known('metal') },
  ],
  near: [{ name: 'it is its last day', events, registry: known('smelter', safety({ to: '2026-01-11' })) }],
});
