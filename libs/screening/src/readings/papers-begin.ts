import { provinceOf } from '#kernel';
import type { RegistryFacts } from '../facts/registry-facts.js';
import { DAY_MS, parsePeriod } from '../periods.js';

/** Collections whose papers may be missing only because nobody supplied them yet. */
export type PaperCollection = 'invoices' | 'tax-returns' | 'resource-tax-certificates';

/**
 * From when on papers of a province can be missed (reading K4): the first one known for it, or an earlier time that a
 * feed's heartbeat vouches for. Infinity where there is neither, or where the province is not known.
 */
export function papersBegin(collection: PaperCollection, province: string | undefined, registry: RegistryFacts): number {
  if (province === undefined) return Infinity;
  const first = registry.begin(collection, province) ?? firstPaper(collection, province, registry);
  return Math.min(first, ...heartbeats(collection, province, registry));
} // prettier-ignore

const firstPaper = (collection: PaperCollection, province: string, registry: RegistryFacts): number =>
  DATES[collection](province, registry).reduce((first, date) => Math.min(first, date), Infinity);

/** When the papers of a province are of. */
const DATES: Record<PaperCollection, (province: string, registry: RegistryFacts) => number[]> = {
  invoices: (province, registry) =>
    registry.all('invoices').filter(({ region }) => isOf(region, province)).map(({ issuedAt }) => Date.parse(issuedAt)),
  'tax-returns': (province, registry) =>
    registry.all('tax-returns').filter(({ taxpayer }) => isOf(registry.latest('enterprises', taxpayer)?.region, province)).map(({ period }) => startOf(period)),
  'resource-tax-certificates': (province, registry) =>
    registry.all('resource-tax-certificates').filter(({ region }) => isOf(region, province)).map(({ period }) => startOf(period)),
}; // prettier-ignore

const isOf = (region: string | undefined, province: string): boolean =>
  region !== undefined && provinceOf(region) === province;

const startOf = (period: string): number => parsePeriod(period)?.from ?? Infinity;

function heartbeats(collection: PaperCollection, province: string, registry: RegistryFacts): number[] {
  return registry
    .where('feeds', 'collection', collection)
    .filter(({ region }) => region === undefined || region === '000000' || isOf(region, province))
    .map(({ lastAt, periodDays }) => Date.parse(lastAt) - periodDays * DAY_MS);
}
