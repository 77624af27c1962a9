import type { DocumentRef } from '#lots';
import type { ChainFacts, EventFacts, TransferFact } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { type Demand, demandsOf, fits, type LinkLimits, matchUp, suppliesOf } from './invoice-matching.js';

/** An invoice that stands for a dispatch: named in its documents, or found by parties, item, quantity and date. */
export interface LinkedInvoice {
  readonly invoice: InvoiceItem;
  readonly cited: boolean;
}

const LINK_LIMITS: LinkLimits = { massTolerance: 1, matchDays: 30 };

/** Key of an invoice in the registry: code, where it has one, and number. */
export const invoiceKey = ({
  code,
  number,
}: {
  readonly code?: string | undefined;
  readonly number: string;
}): string => (code === undefined ? number : `${code}:${number}`);

export const issuedAt = (invoice: Pick<InvoiceItem, 'issuedAt'>): number => Date.parse(invoice.issuedAt);

/** Stands: neither void nor reversed nor fake. */
export const isNormal = ({ state }: Pick<InvoiceItem, 'state'>): boolean => state === 'normal';

/** Since when an invoice does not stand, as far as the registry tells; else when it was issued: it never was good evidence. */
export function voidedAt(invoice: InvoiceItem, registry: RegistryFacts): number {
  return Math.max(issuedAt(invoice), registry.latestSince('invoices', invoiceKey(invoice)) ?? -Infinity);
}

/** The invoices a dispatch cites, as it writes them. */
export const citedInvoices = ({ dispatch }: Pick<TransferFact, 'dispatch'>): readonly DocumentRef[] =>
  (dispatch.content.documents ?? []).filter(({ kind }) => kind === 'vat-invoice');

/** The invoice a document names. Where it leaves the code out, one of that number of the seller, else the only one. */
export function findInvoice(document: Pick<DocumentRef, 'code' | 'number'>, seller: string, registry: RegistryFacts): InvoiceItem | undefined {
  const exact = registry.latest('invoices', invoiceKey(document));
  if (exact ?? document.code) return exact;
  const numbered = registry.where('invoices', 'number', document.number);
  return numbered.find(invoice => invoice.seller === seller) ?? (numbered.length === 1 ? numbered[0] : undefined);
} // prettier-ignore

/**
 * The invoices of each dispatch of a seller under examination, by its id (reading K11): those it cites, in whatever state
 * and of whoever they are, and for goods that no NORMAL one among them names, an unlinked NORMAL one that fits. One such
 * invoice may serve several dispatches that make up its quantity, or take the place of one that was voided later.
 * Dispatches without any have an empty list.
 */
export function linkInvoices(seller: string, facts: ChainFacts, limits = LINK_LIMITS): ReadonlyMap<string, readonly LinkedInvoice[]> {
  const transfers = facts.sentBy(seller);
  const links = new Map(transfers.map(transfer => [transfer.dispatch.id, citedLinks(transfer, facts.registry)]));
  const cited = new Set([...links.values()].flat().map(({ invoice }) => invoice));
  const open = normalInvoices(seller, facts.registry).filter(invoice => !cited.has(invoice));
  const demands = byPrecedence(transfers).flatMap(transfer => unnamed(transfer, links.get(transfer.dispatch.id)!, facts.registry));
  for (const { transfer, invoice } of matchUp(demands, open.flatMap(suppliesOf), limits)) {
    const known = links.get(transfer.dispatch.id)!;
    if (!known.some(link => link.invoice === invoice)) known.push({ invoice, cited: false });
  }
  return links;
} // prettier-ignore

/** NORMAL invoices of a seller under examination that stand for none of its dispatches. */
export function invoicesWithoutDispatch(seller: string, facts: ChainFacts, limits = LINK_LIMITS): InvoiceItem[] {
  const linked = new Set([...linkInvoices(seller, facts, limits).values()].flat().map(({ invoice }) => invoice));
  return normalInvoices(seller, facts.registry).filter(invoice => !linked.has(invoice));
}

/** NORMAL invoices of a seller, in order of issue. */
export const normalInvoices = (seller: string, registry: RegistryFacts): InvoiceItem[] =>
  registry.where('invoices', 'seller', seller).filter(isNormal).sort((a, b) => issuedAt(a) - issuedAt(b)); // prettier-ignore

/** NORMAL invoices of the sender that fit a transfer by parties, item, quantity and date, whatever else they may serve. */
export function fittingInvoices(transfer: TransferFact, registry: RegistryFacts, limits = LINK_LIMITS): InvoiceItem[] {
  const demands = demandsOf(transfer);
  return normalInvoices(transfer.from, registry).filter(invoice =>
    suppliesOf(invoice).some(supply => demands.some(demand => fits(supply, demand, limits))),
  );
}

/** The NORMAL invoices a transfer cites or, if none, that fit it: also where its sender is not under examination. */
export function standingInvoices(transfer: TransferFact, { registry }: EventFacts, limits = LINK_LIMITS): InvoiceItem[] {
  const cited = citedLinks(transfer, registry).map(({ invoice }) => invoice);
  const own = cited.filter(invoice => isNormal(invoice) && invoice.seller === transfer.from);
  return own.length > 0 ? own : fittingInvoices(transfer, registry, limits);
} // prettier-ignore

function citedLinks(transfer: TransferFact, registry: RegistryFacts): LinkedInvoice[] {
  const found = citedInvoices(transfer).flatMap(document => findInvoice(document, transfer.from, registry) ?? []);
  return [...new Set(found)].map(invoice => ({ invoice, cited: true }));
}

/** Sales before what only might be one, rejected goods last. */
const byPrecedence = (transfers: readonly TransferFact[]): TransferFact[] =>
  [...transfers].sort((a, b) => rank(a) - rank(b) || a.at - b.at);

const rank = ({ state, terms }: TransferFact): number =>
  (state === 'rejected' ? 2 : 0) + (terms === 'sale' || terms === 'internal' ? 0 : 1);

/** Goods of a transfer that no NORMAL invoice of its sender among the links names. */
function unnamed(transfer: TransferFact, links: readonly LinkedInvoice[], registry: RegistryFacts): Demand[] {
  const own = links.map(({ invoice }) => invoice).filter(({ seller }) => seller === transfer.from);
  const named = new Set(own.filter(isNormal).flatMap(invoice => suppliesOf(invoice).flatMap(({ products }) => products)));
  const voided = own.filter(invoice => !isNormal(invoice)).map(invoice => voidedAt(invoice, registry));
  return demandsOf(transfer, voided).filter(({ product }) => !named.has(product.code));
} // prettier-ignore
