import { groupBy, kgToGrams } from '#kernel';
import type { ChainFacts, DrawFact, TransferPart } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { isWithin, parsePeriod, type Period } from '../periods.js';
import { papersBegin } from './papers-begin.js';
import { provinceOfEnterprise } from './provinces.js';
import { isMineral } from './stages.js';

export type Certificate = RegistryItems['resource-tax-certificates'];

/** What a mine under examination sold first in a quarter, by product, with the certificates for it (reading TAX-02). */
export function taxCoverage(uscc: string, quarter: Period, facts: ChainFacts): TaxCoverage[] {
  const certificates = certificatesOf(uscc, quarter, facts);
  const byProduct = groupBy(firstSales(uscc, quarter, facts), ({ part }) => part.lot.product.code);
  return [...byProduct].map(([product, sales]) => coverageOf(product, sales, certificates));
}

export const sumMass = (parts: readonly { readonly massG: number }[]): number =>
  parts.reduce((sum, { massG }) => sum + massG, 0);

/** Ore that the enterprise itself mined or made of its ore: its first sale. */
export const ownOre = <Part extends DrawFact>(parts: readonly Part[], uscc: string): Part[] =>
  parts.filter(({ lot }) => isMineral(lot.product) && lot.declaredBy === uscc && MADE.includes(lot.eventType));

const MADE: readonly string[] = ['mining', 'processing'];

interface FirstSale {
  readonly dispatch: string;
  readonly part: TransferPart;
  /** As weighed by the buyer, without what is imported or was there at the start. */
  readonly massG: number;
}

/** Sales of a quarter from the time on that certificates of the mine's province were supplied. */
function firstSales(uscc: string, quarter: Period, facts: ChainFacts): FirstSale[] {
  const begin = papersBegin('resource-tax-certificates', provinceOfEnterprise(facts.registry, uscc, quarter.from), facts.registry);
  const accepted = facts.sentBy(uscc).filter(({ at, state }) => isWithin(quarter, at) && begin <= at && state === 'accepted');
  return accepted.flatMap(({ dispatch, parts }) =>
    ownOre(parts, uscc).map(part => ({ dispatch: dispatch.id, part, massG: (part.receivedG ?? part.massG) * (1 - exemptShare(part)) })),
  );
} // prettier-ignore

const EXEMPT: readonly string[] = ['import', 'opening-stock'];

function exemptShare({ reoG, origins }: DrawFact): number {
  const exemptG = origins.filter(({ source }) => EXEMPT.includes(source.kind)).reduce((sum, origin) => sum + origin.reoG, 0);
  return reoG > 0 ? Math.min(1, exemptG / reoG) : 0;
} // prettier-ignore

/** Whether certificates cover what was sold first of a product, in grams. */
export interface TaxCoverage {
  readonly sales: readonly FirstSale[];
  readonly certificates: readonly Certificate[];
  readonly soldG: number;
  readonly paidG: number;
}

function coverageOf(product: string, sales: readonly FirstSale[], all: readonly Certificate[]): TaxCoverage {
  const certificates = all.filter(each => each.product === product);
  const paidG = certificates.reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
  return { sales, certificates, soldG: sumMass(sales), paidG };
}

const certificatesOf = (uscc: string, quarter: Period, { registry }: ChainFacts): Certificate[] =>
  registry.where('resource-tax-certificates', 'taxpayer', uscc).filter(({ period }) => {
    const span = parsePeriod(period);
    return span !== undefined && quarter.from <= span.from && span.until <= quarter.until;
  }); // prettier-ignore
