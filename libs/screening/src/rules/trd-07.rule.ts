import { findProcess } from '#catalogue';
import { type Assay, assayToDistribution, type Distribution, type Element } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFact, EventFacts } from '../facts/facts.js';
import { assayedShare, l1Distance, meanDistribution, percentOf } from '../readings/assay.js';
import { kindsOf } from '../readings/parties.js';
import { isRun } from '../readings/production.js';
import { type Cause, defineRule, type Figure } from '../rule.js';

const TRADE_KINDS: readonly string[] = ['trader', 'importer', 'exporter', 'group'];

/** Element distribution changed while trading (交易中配分改变). */
export default defineRule({
  code: 'TRD-07',
  kind: 'V',
  title: { zh: '交易中配分改变', en: 'Element distribution changed while trading' },
  reading: {
    zh: '贸易类企业混合、分装、拆分、合并的产出化验配分,与投入混合配分的 L1 距离超过 5 个百分点;或其持有批次的产品样品配分与该批次化验相差同样程度的,立一条。无化验的批次不计。',
    en: 'Blending, repacking, splitting or merging by a trader yields a lot whose assay differs from the mixture drawn by L1 > 5 percentage points; or so does a product sample of a lot in its hands from the assay of the lot. Lots without an assay are left alone.',
  },
  severity: 'S2',
  authorities: ['industry'],
  basis: [
    { document: DOCUMENTS.weihai2020, clause: '一(二)', quotation: { zh: '配分与采购原料不一致的', en: 'Where the element distribution differs from the raw material bought' } },
  ],
  parameters: {
    l1: { value: 5, min: 0, max: 200, unit: 'pp', meaning: { zh: '配分差异上限', en: 'Largest distance of distributions' } },
  },
  *onEvent(event, facts, { l1 }) {
    const isPacking = isRun(event) && findProcess(event.content.process)?.sameProduct === true;
    if (!isPacking || !isTrader(event.enterprise, event.at, facts) || assayedShare(event.draws) < 1) return;
    const mixture = meanDistribution(event.draws);
    for (const { lot } of event.yields) {
      const distance = lot.basis === 'declared' ? l1Distance(lot.distribution, mixture) : 0;
      if (distance > l1 + ROUNDING) yield { ...causeOf(event.enterprise, lot.key, event.at, distance, l1), event: event.id };
    }
  },
  *onEnterprise(uscc, facts, { l1 }) {
    for (const { number, point, lot, takenAt, assay } of facts.registry.where('samples', 'enterprise', uscc)) {
      const at = Date.parse(takenAt);
      const held = point === 'product' && lot !== undefined ? lotHeld(lot, facts.eventsOf(uscc)) : undefined;
      if (held?.basis !== 'declared' || !isTrader(uscc, at, facts)) continue;
      const distance = distanceOf(assay, held.distribution);
      if (distance <= l1 + ROUNDING) continue;
      const cause = causeOf(uscc, `${held.key} ${number}`, at, distance, l1);
      yield { ...cause, evidence: { ...cause.evidence, lots: [held.key], documents: [`samples/${number}`] } };
    }
  },
}); // prettier-ignore

/** Distributions are doubles. */
const ROUNDING = 1e-9;

/** Percent of the REO that a complete assay accounts for at least. */
const COMPLETE = 98;

/** Of a laboratory that reports some elements only, these are compared: they are in percent of all REO. */
function distanceOf(assay: Assay, distribution: Distribution): number {
  const reported = Object.entries(assay) as [Element, number][];
  if (reported.reduce((sum, [, percent]) => sum + percent, 0) >= COMPLETE) return l1Distance(assayToDistribution(assay), distribution);
  return reported.reduce((sum, [element, percent]) => sum + Math.abs(percent - percentOf(distribution, element)), 0);
} // prettier-ignore

const isTrader = (uscc: string, at: number, facts: EventFacts): boolean => {
  const kinds = kindsOf(uscc, at, facts);
  return kinds.length > 0 && kinds.every(kind => TRADE_KINDS.includes(kind));
};

const lotHeld = (name: string, events: readonly EventFact[]): EventFact['yields'][number]['lot'] | undefined =>
  events.flatMap(({ yields }) => yields).find(({ lot }) => lot.code === name || lot.key === name)?.lot;

const causeOf = (enterprise: string, subject: string, at: number, distance: number, l1: number): Cause => ({
  enterprise,
  subject,
  at,
  evidence: { lots: [subject], figures: [distanceFigure('配分差异', 'Distance of distributions', distance), distanceFigure('上限', 'Largest allowed', l1)] },
}); // prettier-ignore

const distanceFigure = (zh: string, en: string, value: number): Figure => ({ name: { zh, en }, value: Math.round(value * 1e4) / 1e4, unit: 'pp' }); // prettier-ignore
