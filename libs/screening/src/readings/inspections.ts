import { dayOf } from '#kernel';
import type { Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import type { Cause, Evidence } from '../rule.js';
import { instantOf } from './days.js';

export type InspectionItem = RegistryItems['inspections'];
type Activity = NonNullable<InspectionItem['activities']>[number];

/** Inspections up to the clock of an enterprise, or of one of its sites where they name no enterprise; by day. */
export function inspectionsOf(uscc: string, registry: RegistryFacts, clock: Instant): InspectionItem[] {
  const named = registry.where('inspections', 'enterprise', uscc);
  const sites = registry.where('sites', 'enterprise', uscc).flatMap(({ code }) => registry.where('inspections', 'site', code)); // prettier-ignore
  const all = [...named, ...sites.filter(({ enterprise }) => enterprise === undefined)];
  return all.filter(({ date }) => instantOf(date) <= clock).sort((a, b) => instantOf(a.date) - instantOf(b.date));
}

export const saw = ({ activities = [] }: InspectionItem, ...any: readonly Activity[]): boolean =>
  any.some(activity => activities.includes(activity));

/** Was it closed by the clock's day? */
export const isClosed = ({ closedAt }: InspectionItem, clock: Instant): boolean =>
  closedAt !== undefined && closedAt <= dayOf(new Date(clock));

/** What an inspection says against the enterprise inspected; `evidence` adds to it. */
export const inspectionCause = (
  uscc: string,
  { number, date, region }: InspectionItem,
  evidence: Evidence = {},
): Cause => ({
  enterprise: uscc,
  subject: `inspections/${number}`,
  at: instantOf(date),
  evidence: { documents: [`inspections/${number}`], enterprises: [uscc], regions: [region], ...evidence },
});
