import { day, dispatch, enterprise, openingStock, receipt, uscc } from '#testing';
import type { HistoryCase } from './facts-of-history.contract.js';
import type { EnterpriseItem, InvoiceItem } from './facts/registry-items.js';

/** A plant that sells and a trader that buys, both of one province; an exporter elsewhere. */
export const SELLER = uscc(1);
export const BUYER = uscc(2);
export const ELSEWHERE = uscc(3, '440100');

export const parties = [
  enterprise(SELLER, ['smelter']),
  enterprise(BUYER, ['trader']),
  enterprise(ELSEWHERE, ['exporter']),
] as unknown as EnterpriseItem[];

/** Number of a fully digital invoice of Jiangxi, or of another province. */
export const invoiceNumber = (n: number, province = '36'): string => `26${province}2${String(n).padStart(15, '0')}`;

type Line = InvoiceItem['lines'][number];

export const line = (given: Partial<Line> = {}): Line => ({
  item: '*稀土产品*氧化镧',
  massKg: 10_000,
  basis: 'physical',
  unit: '吨',
  unitPrice: 4_000,
  amount: 40_000,
  ...given,
});

/** A digital special invoice for ten tonnes of lanthanum oxide, issued with the dispatch. */
export const invoice = (n: number, given: Partial<InvoiceItem> = {}): InvoiceItem => ({
  source: 'test',
  number: invoiceNumber(n),
  type: 'digital-special',
  seller: SELLER,
  buyer: BUYER,
  issuedAt: day(2),
  region: '360700',
  state: 'normal',
  lines: [line()],
  ...given,
});

/** Papers of the province were supplied long before what a case is about. */
export const earlier = invoice(999, { seller: uscc(90), buyer: uscc(91), issuedAt: day(-40) });

export const citing = (...numbers: readonly string[]) => ({
  documents: numbers.map(number => ({ kind: 'vat-invoice' as const, number })),
});

/** Twenty tonnes of lanthanum oxide, of which ten are sold on day 2. */
export const stock = openingStock({
  enterprise: SELLER,
  yields: [{ lot: 'LA', product: 'OX-La', massKg: 20_000, reoPercent: 99 }],
});
export const sold = dispatch({
  enterprise: SELLER,
  to: BUYER,
  occurredAt: day(2),
  draws: [{ lot: 'LA', massKg: 10_000 }],
});

/** Stock, dispatches, and their receipts at once. */
export const sales = (...dispatches: readonly ReturnType<typeof dispatch>[]): NonNullable<HistoryCase['events']> => [
  stock,
  ...dispatches.flatMap(each => [each, receipt(each)]),
];

export const papers = (...invoices: readonly InvoiceItem[]): NonNullable<HistoryCase['registry']> => ({
  enterprises: parties,
  invoices,
});
