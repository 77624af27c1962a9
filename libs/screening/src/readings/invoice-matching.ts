import { groupBy, kgToGrams } from '#kernel';
import type { Product } from '#catalogue';
import type { TransferFact } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import { foldItem, productsNamed } from './item-names.js';

/** How far an invoice that nobody cites may lie from the dispatch it is for. */
export interface LinkLimits {
  /** Percent of the invoiced quantity. */
  readonly massTolerance: number;
  readonly matchDays: number;
}

/** Grams by both bases an invoice may count on. */
export interface Quantity {
  readonly physical: number;
  readonly reo: number;
}

/** Goods of one product in a transfer. */
export interface Demand {
  readonly transfer: TransferFact;
  readonly product: Product;
  /** The invoice is of about one of these instants: the dispatch, and when one for it was voided. */
  readonly dates: readonly number[];
  readonly sent: Quantity;
  /** As weighed by the buyer. */
  readonly received?: Quantity;
}

/** Lines of an invoice under one name and basis. */
export interface Supply {
  readonly invoice: InvoiceItem;
  readonly at: number;
  /** Codes of the products it may be for. */
  readonly products: readonly string[];
  readonly basis: keyof Quantity;
  readonly massG: number;
}

export interface Match {
  readonly transfer: TransferFact;
  readonly invoice: InvoiceItem;
}

export function demandsOf(transfer: TransferFact, voided: readonly number[] = []): Demand[] {
  return [...groupBy(transfer.parts, ({ lot }) => lot.product.code).values()].map(parts => ({
    transfer,
    product: parts[0]!.lot.product,
    dates: [transfer.at, ...voided],
    sent: { physical: sum(parts.map(({ massG }) => massG)), reo: sum(parts.map(({ reoG }) => reoG)) },
    ...(transfer.state === 'accepted' ? { received: receivedOf(parts) } : {}),
  }));
}

const receivedOf = (parts: TransferFact['parts']): Quantity => ({
  physical: sum(parts.map(({ receivedG = 0 }) => receivedG)),
  reo: sum(parts.map(({ receivedReoG = 0 }) => receivedReoG)),
});

export function suppliesOf(invoice: InvoiceItem): Supply[] {
  return [...groupBy(invoice.lines, ({ item, basis }) => `${basis} ${foldItem(item)}`).values()].map(lines => ({
    invoice,
    at: Date.parse(invoice.issuedAt),
    products: productsNamed(lines[0]!.item).map(({ code }) => code),
    basis: lines[0]!.basis,
    massG: sum(lines.map(({ massKg }) => kgToGrams(massKg))),
  }));
}

/** Is it of the same product, to the same buyer, of about the same day and quantity? */
export const fits = (supply: Supply, demand: Demand, limits: LinkLimits): boolean =>
  isFor(supply, demand, limits) && isQuantity(supply, [demand], limits);

/**
 * First one to one, the earliest supply that fits; then what is left of them to dispatches one after the other that make
 * up the quantity. Demands and supplies are taken in their order.
 */
export function* matchUp(demands: readonly Demand[], supplies: readonly Supply[], limits: LinkLimits): Generator<Match> {
  const open = new Set(demands);
  const unused = new Set(supplies);
  const byBuyer = groupBy(supplies, ({ invoice }) => invoice.buyer);
  for (const demand of demands) {
    const fitting = byBuyer.get(demand.transfer.to)?.find(supply => unused.has(supply) && fits(supply, demand, limits));
    if (!fitting) continue;
    open.delete(demand);
    unused.delete(fitting);
    yield { transfer: demand.transfer, invoice: fitting.invoice };
  }
  for (const supply of unused) {
    for (const demand of runFor(supply, [...open], limits)) {
      open.delete(demand);
      yield { transfer: demand.transfer, invoice: supply.invoice };
    }
  }
} // prettier-ignore

/** Dispatches one after the other that make up the quantity invoiced. */
function runFor(supply: Supply, open: readonly Demand[], limits: LinkLimits): readonly Demand[] {
  const fitting = open.filter(demand => isFor(supply, demand, limits)).sort((a, b) => a.transfer.at - b.transfer.at);
  const most = supply.massG * (1 + limits.massTolerance / 100);
  let first = 0;
  let total = 0;
  for (const [last, demand] of fitting.entries()) {
    total += demand.sent[supply.basis];
    while (total > most) total -= fitting[first++]!.sent[supply.basis];
    const run = fitting.slice(first, last + 1);
    if (run.length > 1 && isQuantity(supply, run, limits)) return run;
  }
  return [];
}

function isFor({ invoice, at, products }: Supply, { transfer, product, dates }: Demand, { matchDays }: LinkLimits): boolean {
  const isNear = (date: number): boolean => Math.abs(at - date) <= matchDays * DAY_MS;
  return invoice.buyer === transfer.to && products.includes(product.code) && dates.some(isNear);
} // prettier-ignore

/** Is the quantity invoiced that sent, or that weighed by the buyer? */
function isQuantity({ basis, massG }: Supply, demands: readonly Demand[], { massTolerance }: LinkLimits): boolean {
  const isNear = (total: number): boolean => Math.abs(total - massG) * 100 <= massG * massTolerance;
  const sent = sum(demands.map(demand => demand.sent[basis]));
  return isNear(sent) || isNear(sum(demands.map(({ sent, received = sent }) => received[basis])));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
