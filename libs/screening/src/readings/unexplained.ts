import { kgToGrams } from '#kernel';
import type { DocumentRef, MaterialEvent } from '#lots';
import type { EventFact, HoldingFact } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { Cause } from '../rule.js';
import { amountOfReo, massFigure, percentFigure, reoFigure } from './figures.js';
import { findInvoice, invoiceKey, isNormal } from './invoices.js';
import { sumReo } from './production.js';

export const UNEXPLAINED_PARAMETERS = {
  minKgReo: {
    value: 100, min: 0, max: 1e9, unit: 'kg REO',
    meaning: { zh: '来源不明稀土量下限', en: 'Least unexplained REO that counts' },
  },
  surplusTolerance: {
    value: 0.5, min: 0, max: 100, unit: '%',
    meaning: { zh: '盘盈占账面的允许比例', en: 'Surplus of a count, of what the books had, that is let pass' },
  },
} as const; // prettier-ignore

export interface UnexplainedLimits {
  readonly minKgReo: number;
  /** Percent. */
  readonly surplusTolerance: number;
}

/** Mass of a lot that an event introduced and that nobody explains. */
interface Introduced {
  readonly lot: HoldingFact['lot'];
  readonly massG: number;
  readonly reoG: number;
}

/**
 * What to say of an enterprise whose event introduced mass of unexplained origin (undispatched goods, surplus, an opening
 * stock whose origin was not declared: reading K16) and cites no papers for it (reading SEP-05). Excess of runs is SEP-09's.
 */
export function unexplainedCause(event: EventFact, goods: (lot: HoldingFact['lot']) => boolean, registry: RegistryFacts, limits: UnexplainedLimits): Cause | undefined {
  const introduced = introducedBy(event, limits.surplusTolerance).filter(({ lot }) => goods(lot));
  const reoG = sumReo(introduced);
  if (introduced.length === 0 || reoG < limits.minKgReo * 1000) return undefined;
  const massG = introduced.reduce((sum, each) => sum + each.massG, 0);
  const papers = papersOf(event, reoG / massG, registry);
  const coveredG = papers.reduce((sum, each) => sum + each.massG, 0);
  if (coveredG * 100 >= massG * (100 - PAPER_TOLERANCE)) return undefined;
  return {
    enterprise: event.enterprise,
    subject: event.id,
    event: event.id,
    at: event.at,
    amount: amountOfReo(reoG),
    evidence: {
      events: [event.id],
      lots: introduced.map(({ lot }) => lot.key),
      enterprises: [event.enterprise],
      documents: papers.map(({ key }) => key),
      figures: [
        reoFigure('来源不明的稀土', 'REO of unexplained origin', reoG),
        reoFigure('下限', 'Least REO that counts', limits.minKgReo * 1000),
        massFigure('实物量', 'Physical mass', massG),
        massFigure('凭证覆盖的实物量', 'Physical mass that papers cover', coveredG),
        percentFigure('凭证数量允许短缺', 'Shortage of papers that is let pass', PAPER_TOLERANCE),
      ],
    },
  };
} // prettier-ignore

/** Percent by which papers may fall short of the mass. */
const PAPER_TOLERANCE = 1;

function introducedBy(event: EventFact, surplusTolerance: number): Introduced[] {
  const { content, yields } = event;
  if (content.type === 'opening-stock') return yields.filter(isUndeclared);
  if (content.type === 'stocktake') return surplusOf(event, surplusTolerance);
  if (content.type !== 'receipt') return [];
  return 'dispatch' in content ? surplusOf(event, 0) : [...yields];
}

/** Neither declared nor decided upon: a decision makes it legal or illegal. */
const isUndeclared = ({ origins }: HoldingFact): boolean =>
  origins.some(({ source }) => source.kind === 'opening-stock' && source.status === 'unverified' && !source.isDeclared);

/** What was weighed or counted beyond the books, where it is beyond a tolerance in percent of them. */
function surplusOf({ draws, yields }: EventFact, tolerance: number): Introduced[] {
  return yields.flatMap(({ lot, reoG, massG, surplusReoG }) => {
    const known = sumReo(draws.filter(draw => draw.lot.key === lot.key));
    if (surplusReoG <= 0 || surplusReoG * 100 <= known * tolerance) return [];
    return { lot, reoG: surplusReoG, massG: Math.round((massG * surplusReoG) / reoG) };
  });
}

interface Paper {
  readonly key: string;
  readonly massG: number;
}

/** The papers an event cites that can explain where goods are from, with the physical mass they are for. */
function papersOf(event: EventFact<MaterialEvent>, grade: number, registry: RegistryFacts): Paper[] {
  return (event.content.documents ?? []).flatMap(document => paperOf(document, event.enterprise, grade, registry) ?? []);
} // prettier-ignore

function paperOf(document: DocumentRef, holder: string, grade: number, registry: RegistryFacts): Paper | undefined {
  const { kind, number } = document;
  if (kind === 'resource-tax-certificate') {
    const certificate = registry.latest('resource-tax-certificates', number);
    return certificate && { key: `resource-tax-certificates/${number}`, massG: kgToGrams(certificate.massKg) };
  }
  if (kind === 'import-declaration') {
    const declaration = registry.latest('customs-declarations', number);
    return declaration?.direction === 'import'
      ? { key: `customs-declarations/${number}`, massG: sumKg(declaration.lines) }
      : undefined;
  }
  const invoice = kind === 'vat-invoice' ? findInvoice(document, '', registry) : undefined;
  if (!invoice || !isNormal(invoice) || invoice.buyer !== holder) return undefined;
  const ofReo = sumKg(invoice.lines.filter(({ basis }) => basis === 'reo'));
  const physical = sumKg(invoice.lines.filter(({ basis }) => basis === 'physical'));
  return { key: `invoices/${invoiceKey(invoice)}`, massG: physical + (grade > 0 ? ofReo / grade : 0) };
}

const sumKg = (lines: readonly { readonly massKg: number }[]): number =>
  lines.reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
