import { kgToGrams } from '#kernel';
import type { ChainFacts, Instant, TransferFact, TransferPart } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { isWithin, type Span } from '../periods.js';
import { isNormal, issuedAt, linkInvoices } from './invoices.js';
import { isSale } from './sales.js';

/** A part of a sale with what NORMAL invoices account for of it. */
export interface InvoicedPart {
  readonly transfer: TransferFact;
  readonly part: TransferPart;
  /** As weighed by the buyer, grams. */
  readonly soldG: number;
  readonly soldReoG: number;
  readonly invoicedG: number;
  readonly invoicedReoG: number;
}

/**
 * Sales of an enterprise under examination that were dispatched in a span, without waste, and how much of each NORMAL
 * invoices issued before an instant stand for (readings K11, K12). An invoice is spread over all dispatches it stands for
 * by their mass; one within a percent of theirs accounts for all of it.
 */
export function invoicedSales(uscc: string, facts: ChainFacts, span: Span, issuedBefore: Instant): InvoicedPart[] {
  const covered = coverage(uscc, facts, issuedBefore);
  const sales = facts.sentBy(uscc).filter(transfer => isWithin(span, transfer.at) && isSale(transfer, facts));
  return sales.flatMap(transfer =>
    partsOf(transfer).map(part => {
      const [soldG, soldReoG] = [part.receivedG ?? 0, part.receivedReoG ?? 0];
      const ratio = covered.get(transfer.dispatch.id) ?? 0;
      return { transfer, part, soldG, soldReoG, invoicedG: soldG * ratio, invoicedReoG: soldReoG * ratio };
    }),
  );
}

/** Percent by which an invoice may differ from what it is for. */
const TOLERANCE = 1;

const partsOf = ({ parts }: TransferFact): readonly TransferPart[] =>
  parts.filter(({ lot }) => lot.product.stage !== 'WASTE');

/** By dispatch: the quantity of the invoices that stand for it, spread over all they stand for, over its own mass. */
function coverage(seller: string, facts: ChainFacts, issuedBefore: Instant): ReadonlyMap<string, number> {
  const served = new Map<InvoiceItem, TransferFact[]>();
  for (const [id, links] of linkInvoices(seller, facts)) {
    for (const { invoice } of links) {
      const counts = isNormal(invoice) && invoice.seller === seller && issuedAt(invoice) < issuedBefore;
      if (counts) served.set(invoice, [...(served.get(invoice) ?? []), facts.transfer(id)!]);
    }
  }
  const covered = new Map<string, number>();
  for (const [invoice, transfers] of served) {
    const ratio = ratioOf(invoice, transfers.flatMap(partsOf));
    for (const { dispatch } of transfers) covered.set(dispatch.id, (covered.get(dispatch.id) ?? 0) + ratio);
  }
  return covered;
} // prettier-ignore

/** What an invoice is for over what was sent under it. */
function ratioOf({ lines }: InvoiceItem, parts: readonly TransferPart[]): number {
  const [sentG, sentReoG] = [sum(parts.map(({ massG }) => massG)), sum(parts.map(({ reoG }) => reoG))];
  const weighedG = sum(parts.map(({ massG, receivedG = massG }) => receivedG));
  if (sentG === 0 || sentReoG === 0) return 0;
  const of = (basis: string): number => sum(lines.filter(line => line.basis === basis).map(({ massKg }) => kgToGrams(massKg))); // prettier-ignore
  const invoicedG = of('physical') + (of('reo') * sentG) / sentReoG;
  const isFor = (massG: number): boolean => Math.abs(invoicedG - massG) * 100 <= massG * TOLERANCE;
  return isFor(sentG) || isFor(weighedG) ? 1 : invoicedG / sentG;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
