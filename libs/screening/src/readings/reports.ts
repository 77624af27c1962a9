import { isOfKind } from './parties.js';
import { hasQuota, type QuotaKind } from './quota.js';
import type { ChainFacts } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { DAY_MS, dayAfter, periodAt, type Period } from '../periods.js';

export type Report = RegistryItems['monthly-reports'];

/** Day of the next month on which reports of a month are due, and the days of grace behind it. */
export const REPORT_PARAMETERS = {
  dueDay: {
    value: 10, min: 1, max: 28, unit: 'd',
    meaning: { zh: '次月报送截止日', en: 'Day of the next month by which reports are due' },
  },
  graceDays: {
    value: 3, min: 0, max: 60, unit: 'd',
    meaning: { zh: '宽限天数', en: 'Days of grace' },
  },
} as const; // prettier-ignore

/** When reports of a month can be missed: the due day and its grace are over. */
export const reportsMissedFrom = (month: Period, dueDay: number, graceDays: number): number =>
  dayAfter(month, dueDay + graceDays);

/** Reports of the 13th of the next month are taken as final for comparisons. */
export const REPORTS_FINAL_DAY = 13;

export const isFinal = (month: Period, clock: number): boolean => clock >= dayAfter(month, REPORTS_FINAL_DAY);

/** Rows of an enterprise for a month, as last submitted. */
export const reportsOf = (uscc: string, month: Period, { registry }: ChainFacts): Report[] =>
  registry.where('monthly-reports', 'enterprise', uscc).filter(row => row.month === month.label);

/**
 * Rows of an enterprise that are about itself, to be compared with what it did. A group's sum up its subsidiaries (REP-02).
 */
export const ownReportsOf = (uscc: string, month: Period, facts: ChainFacts): Report[] =>
  isOfKind(uscc, month.from, ['group'], facts) ? [] : reportsOf(uscc, month, facts);

const KINDS: readonly QuotaKind[] = ['mining-rock', 'mining-ion', 'separation'];

/** Enterprises with a quota of the year report every month. */
export const mustReport = (uscc: string, month: Period, { registry }: ChainFacts): boolean =>
  KINDS.some(kind => hasQuota(registry, uscc, month.from, kind));

/**
 * Has anybody of the province reported for a month before (reading K4)? Until then there is no feed whose silence could be
 * held against somebody.
 */
export function isReportingFed(province: string | undefined, month: Period, { registry }: ChainFacts): boolean {
  return registry.all('monthly-reports').some(row => {
    const region = registry.latest('enterprises', row.enterprise)?.region;
    return row.month <= month.label && region !== undefined && region.slice(0, 2) === province?.slice(0, 2);
  });
}

/** `monthly-reports/…` of a row. */
export const reportKey = ({ enterprise, month, product }: Report): string =>
  `monthly-reports/${enterprise}:${month}:${product}`;

/** REO grams an enterprise made of each product in a month, by any process, by product code. */
export function madeByProduct(uscc: string, month: Period, facts: ChainFacts): Map<string, { reoG: number; events: string[] }> {
  const made = new Map<string, { reoG: number; events: string[] }>();
  for (const event of facts.eventsOf(uscc)) {
    if (event.content.type !== 'processing' && event.content.type !== 'mining') continue;
    for (const { lot, reoG } of event.yields) {
      if (lot.readyAt < month.from || lot.readyAt >= month.until) continue;
      const known = made.get(lot.product.code) ?? { reoG: 0, events: [] };
      made.set(lot.product.code, { reoG: known.reoG + reoG, events: [...new Set([...known.events, event.id])] });
    }
  }
  return made;
} // prettier-ignore

/** The month whose changes are locked at an instant's month: its 13th day of the next month is over. */
export const lockOf = (instant: number, lockDay: number): number =>
  dayAfter(periodAt('month', instant), lockDay) + DAY_MS;
