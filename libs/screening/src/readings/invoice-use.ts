import type { ChainFacts, TransferFact } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { type Demand, demandsOf, type Supply, suppliesOf } from './invoice-matching.js';
import { citedInvoices, findInvoice, isNormal } from './invoices.js';

/** Goods of a dispatch that nothing is left for on the invoices it cites. */
export interface Overdraft {
  readonly transfer: TransferFact;
  readonly invoices: readonly InvoiceItem[];
  /** Physical mass that is left over. */
  readonly massG: number;
}

/** What is left of a line to be cited for; the tolerance is in it. */
interface Left {
  readonly supply: Supply;
  restG: number;
}

/** Slack for sums of shares. */
const ROUNDING = 1e-9;

/**
 * Dispatches of a seller under examination that cite more than their invoices are for by over a tolerance in percent.
 * Dispatches take from the invoices they cite one after the other, each product from the lines that name it, or where none
 * does, from those that name none of the goods. Not where another document is cited too that does not stand.
 */
export function overdrafts(uscc: string, facts: ChainFacts, massTolerance: number): Overdraft[] {
  const books = new Map<InvoiceItem, Left[]>();
  return facts.sentBy(uscc).filter(({ state }) => state !== 'rejected').flatMap(transfer => {
    const cited = citedInvoices(transfer).map(document => findInvoice(document, uscc, facts.registry));
    const own = [...new Set(cited.flatMap(invoice => (invoice && isNormal(invoice) && invoice.seller === uscc ? [invoice] : [])))];
    for (const invoice of own) if (!books.has(invoice)) books.set(invoice, opened(invoice, massTolerance));
    const massG = own.length === 0 ? 0 : take(transfer, own.flatMap(invoice => books.get(invoice)!));
    return massG > 0 && cited.every(invoice => invoice && own.includes(invoice)) ? [{ transfer, invoices: own, massG }] : [];
  });
} // prettier-ignore

const opened = (invoice: InvoiceItem, massTolerance: number): Left[] =>
  suppliesOf(invoice).map(supply => ({ supply, restG: supply.massG * (1 + massTolerance / 100) }));

/** Takes the goods of a transfer off the lines; answers the physical mass that finds no line. */
function take(transfer: TransferFact, lines: readonly Left[]): number {
  const demands = demandsOf(transfer).filter(({ product }) => product.stage !== 'WASTE');
  const idle = lines.filter(({ supply }) => !demands.some(({ product }) => supply.products.includes(product.code)));
  return demands.reduce((over, demand) => {
    const naming = lines.filter(({ supply }) => supply.products.includes(demand.product.code));
    return over + takeOne(demand, naming.length > 0 ? naming : idle);
  }, 0);
}

function takeOne(demand: Demand, lines: readonly Left[]): number {
  let share = 1;
  for (const line of lines) {
    const wholeG = Math.min(demand.sent[line.supply.basis], (demand.received ?? demand.sent)[line.supply.basis]);
    const takenG = Math.min(line.restG, wholeG * share);
    line.restG -= takenG;
    share -= wholeG > 0 ? takenG / wholeG : share;
  }
  return share > ROUNDING ? demand.sent.physical * share : 0;
}
