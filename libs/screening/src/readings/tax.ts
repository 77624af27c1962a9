import type { ChainFacts } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { InvoiceItem, RegistryItems } from '../facts/registry-items.js';
import { DAY_MS, isWithin, parsePeriod, type Period, type Span } from '../periods.js';
import type { Bilingual, Cause, Figure } from '../rule.js';
import { instantOf } from './days.js';
import { percentFigure } from './figures.js';
import { invoiceKey, issuedAt, normalInvoices } from './invoices.js';
import { papersBegin } from './papers-begin.js';
import { provinceOfEnterprise } from './provinces.js';

type TaxReturn = RegistryItems['tax-returns'];
type InvoiceLine = InvoiceItem['lines'][number];

/** Days after the end of the period in which the return must be there, the last one included. */
const GRACE_DAYS = 15;

/** A tax of a period that is asked about. */
export interface TaxQuestion {
  readonly taxpayer: string;
  readonly tax: TaxReturn['tax'];
  readonly period: Period;
  /** By how many percent a payment or a taxed amount may fall short. */
  readonly tolerance: number;
  /** Lines of the taxpayer's invoices that the tax is on. */
  readonly isTaxed: (line: InvoiceLine) => boolean;
}

/**
 * What is wrong with a taxpayer's returns for a period: paid or taxed less than the tolerance allows, or none at all
 * though NORMAL invoices were issued. Nothing before the grace has passed at the clock; returns count once they are filed
 * by the clock. Several returns inside the period count together; one for a longer period answers only that it is there.
 * The taxpayer must be under examination, so that its invoices are loaded.
 */
export function taxShortfall(question: TaxQuestion, facts: ChainFacts): Cause | undefined {
  const { taxpayer, tax, period, tolerance } = question;
  if (facts.clock < period.until + GRACE_DAYS * DAY_MS) return undefined;
  const filed = filedReturns(question, facts);
  const returns = filed.filter(each => isInside(spanOf(each), period));
  const sales = salesOf(question, facts.registry);
  const books = booksOf(returns, sales);
  const faults = returns.length > 0 ? faultsOf(books, tolerance) : missing(filed, sales, question, facts);
  if (faults.length === 0) return undefined;
  return {
    enterprise: taxpayer,
    subject: tax,
    period: period.label,
    at: period.until - 1,
    amount: { value: Math.max(...faults.map(({ shortCny }) => shortCny)), unit: 'CNY' },
    evidence: {
      documents: [
        ...returns.map(each => `tax-returns/${taxpayer}:${tax}:${each.period}`),
        ...sales.map(({ invoice }) => `invoices/${invoiceKey(invoice)}`),
      ],
      enterprises: [taxpayer],
      figures: figuresOf(books, returns.length > 0, tolerance),
      note: { zh: faults.map(({ zh }) => zh).join('；'), en: faults.map(({ en }) => en).join('; ') },
    },
  };
}

interface Sale {
  readonly invoice: InvoiceItem;
  readonly amountCny: number;
}

/** Sums in CNY. */
interface Books {
  readonly due: number;
  readonly paid: number;
  readonly taxed: number;
  readonly invoiced: number;
}

interface Fault extends Bilingual {
  readonly shortCny: number;
}

/** Returns that touch the period, filed by the clock. */
const filedReturns = ({ taxpayer, tax, period }: TaxQuestion, { registry, clock }: ChainFacts): TaxReturn[] =>
  registry
    .where('tax-returns', 'taxpayer', taxpayer)
    .filter(each => each.tax === tax && instantOf(each.filedAt) <= clock && touches(spanOf(each), period));

/** Periods are checked when a return is taken in. */
const spanOf = ({ period }: TaxReturn): Span => parsePeriod(period)!;

const isInside = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.until <= outer.until;
const touches = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;

function salesOf({ taxpayer, period, isTaxed }: TaxQuestion, registry: RegistryFacts): Sale[] {
  const issued = normalInvoices(taxpayer, registry).filter(invoice => isWithin(period, issuedAt(invoice)));
  return issued
    .map(invoice => ({ invoice, amountCny: sum(invoice.lines.filter(isTaxed).map(({ amount }) => amount)) }))
    .filter(({ amountCny }) => amountCny !== 0);
}

const booksOf = (returns: readonly TaxReturn[], sales: readonly Sale[]): Books => ({
  due: sum(returns.map(({ due }) => due)),
  paid: sum(returns.map(({ paid }) => paid)),
  taxed: sum(returns.map(({ taxableAmount }) => taxableAmount)),
  invoiced: sum(sales.map(({ amountCny }) => amountCny)),
});

function faultsOf({ due, paid, taxed, invoiced }: Books, tolerance: number): Fault[] {
  return [
    ...(isShort(paid, due, tolerance)
      ? [{ shortCny: cents(due - paid), zh: '未足额缴纳应纳税款', en: 'Less paid than due' }]
      : []),
    ...(isShort(taxed, invoiced, tolerance)
      ? [{ shortCny: cents(invoiced - taxed), zh: '计税依据低于开票金额', en: 'Less taxed than invoiced' }]
      : []),
  ];
}

const isShort = (value: number, due: number, tolerance: number): boolean => value * 100 < due * (100 - tolerance);

/** No return at all though sales were invoiced, since returns have been coming in from the province (reading K4). */
function missing(filed: readonly TaxReturn[], sales: readonly Sale[], question: TaxQuestion, facts: ChainFacts): Fault[] {
  if (filed.length > 0 || sales.length === 0) return [];
  const province = provinceOfEnterprise(facts.registry, question.taxpayer, question.period.from);
  const since = papersBegin('tax-returns', province, facts.registry);
  const owing = sales.filter(({ invoice }) => issuedAt(invoice) >= since);
  const shortCny = cents(sum(owing.map(({ amountCny }) => amountCny)));
  return shortCny > 0 ? [{ shortCny, zh: '已开票但未申报', en: 'Sales were invoiced and no return filed' }] : [];
} // prettier-ignore

const figuresOf = ({ due, paid, taxed, invoiced }: Books, isFiled: boolean, tolerance: number): Figure[] => [
  ...(isFiled
    ? [
        { name: { zh: '应纳税额', en: 'Tax due' }, value: cents(due), unit: 'CNY' },
        { name: { zh: '已缴税额', en: 'Tax paid' }, value: cents(paid), unit: 'CNY' },
        { name: { zh: '计税金额', en: 'Amount taxed' }, value: cents(taxed), unit: 'CNY' },
      ]
    : []),
  { name: { zh: '开票金额', en: 'Amount invoiced' }, value: cents(invoiced), unit: 'CNY' },
  percentFigure('允许偏差', 'Tolerance', tolerance),
];

const cents = (cny: number): number => Math.round(cny * 100) / 100;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
