import { yearOf } from '#kernel';
import type { Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';

export type QuotaKind = 'mining-rock' | 'mining-ion' | 'separation';

/** Grams of REO an enterprise may make in a year: all batches, whenever issued. Rows that others name as parent are the group's, not its own production. */
export function quotaG(registry: RegistryFacts, holder: string, year: number, kind: QuotaKind): number {
  const rows = registry.where('quotas', 'holder', holder).filter(row => row.year === year && row.kind === kind);
  const own = rows.filter(row => !isParent(registry, holder, year, kind, row.batch));
  return own.reduce((sum, row) => sum + Math.round(row.tonnesReo * 1e6), 0);
}

/** Has anybody a row of this year and kind yet? Until then the year before stands in for permission (K8). */
export const isQuotaOut = (registry: RegistryFacts, year: number, kind: QuotaKind): boolean =>
  registry.where('quotas', 'year', year).some(row => row.kind === kind);

/** May an enterprise produce under a quota of this kind at an instant at all? */
export function hasQuota(registry: RegistryFacts, holder: string, at: Instant, kind: QuotaKind): boolean {
  const year = yearOf(new Date(at));
  return quotaG(registry, holder, isQuotaOut(registry, year, kind) ? year : year - 1, kind) > 0;
}

const isParent = (registry: RegistryFacts, holder: string, year: number, kind: QuotaKind, batch: unknown): boolean =>
  registry.where('quotas', 'parent', holder).some(row => row.year === year && row.kind === kind && row.batch === batch && row.holder !== holder); // prettier-ignore
