import type { ChainFacts, EventFact, EventFacts, Instant } from './facts/facts.js';
import type { PermitItem } from './facts/registry-items.js';
import type { Period } from './periods.js';

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** S4 stop of production or suspected crime; S3 confiscation or fine; S2 order to correct; S1 lead or missing record. */
export const SEVERITIES = ['S1', 'S2', 'S3', 'S4'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const RULE_KINDS = { V: 'violation', C: 'check', D: 'duty', R: 'record' } as const;

/** Authorities that answer for a rule (domain names of the catalogue: 工信, 自资, …). */
export const AUTHORITIES = [
  'industry', 'resources', 'environment', 'emergency', 'tax', 'market', 'commerce', 'customs', 'police', 'reform',
  'finance', 'state-assets', 'discipline',
] as const; // prettier-ignore
export type Authority = (typeof AUTHORITIES)[number];

/** Where a rule is written: `document` and `clause` as the source has them, `quotation` in its words. */
export interface LegalBasis {
  readonly document: Bilingual;
  readonly clause: string;
  readonly quotation: Bilingual;
}

/** A tunable number of a rule. */
export interface Parameter {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly meaning: Bilingual;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** Values of a rule's parameters at the time it runs. */
export type Values<P extends Parameters> = { readonly [Name in keyof P]: number };

export interface Figure {
  /** What it is, as both languages call it. */
  readonly name: Bilingual;
  readonly value: number;
  readonly unit: string;
}

/** A dispatch that carried illegal mass from one province to another. */
export interface TaintedTransfer {
  /** Id of the dispatch. */
  readonly dispatch: string;
  /** Provinces, six digits. */
  readonly fromRegion: string;
  readonly toRegion: string;
  /** Lots of it that carried some, `USCC:code`. */
  readonly lots: readonly string[];
  /** REO that is illegal by what the finding is about. */
  readonly illegalReoKg: number;
}

/** Where a number of a finding can be followed to. */
export interface Evidence {
  readonly events?: readonly string[];
  /** Of events of which it is about a part only: the share of what they made. */
  readonly shares?: Readonly<Record<string, number>>;
  /** `USCC:code`. */
  readonly lots?: readonly string[];
  /** `collection/key` of registry items: licences, invoices, declarations, samples. */
  readonly documents?: readonly string[];
  readonly enterprises?: readonly string[];
  /** Provinces or other regions, six digits. */
  readonly regions?: readonly string[];
  readonly sources?: readonly string[];
  readonly transfers?: readonly TaintedTransfer[];
  readonly figures?: readonly Figure[];
  readonly note?: Bilingual;
}

/**
 * Why a rule speaks. Rule, enterprise (else region), subject and period together are the cause: the same found again is
 * the same finding.
 */
export interface Cause {
  /** USCC of the enterprise the finding is on; absent where it concerns a region or a feed. */
  readonly enterprise?: string;
  readonly region?: string;
  /** What distinguishes this cause from others of the same rule and enterprise: an event, lot, document, site, product. */
  readonly subject?: string;
  /** Label of the period, where the rule is of periods. */
  readonly period?: string;
  /** The event the finding is shown with. */
  readonly event?: string;
  /** When what it is about happened: runs over a period keep to causes inside it. */
  readonly at: Instant;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** Where it differs from the rule's, as for warnings. */
  readonly title?: Bilingual;
  readonly amount?: { readonly value: number; readonly unit: string };
  readonly evidence: Evidence;
}

/** A collection of the registry, or a kind of permit. */
export type Paper = 'quotas' | 'published-lists' | 'inspections' | `permits/${PermitItem['kind']}`;

type Causes = Iterable<Cause>;

/**
 * A rule of the catalogue: what it says and how it decides. Functions are pure: they look at facts that are loaded and
 * return what they find. A rule has at least one of them.
 */
export interface Rule<P extends Parameters = Parameters> {
  /** `MIN-01`. */
  readonly code: string;
  readonly kind: keyof typeof RULE_KINDS;
  readonly title: Bilingual;
  /** What it forbids or demands and how it is decided, in a few sentences; for the rule's page. */
  readonly reading: Bilingual;
  /** The gravest severity its findings usually have. */
  readonly severity: Severity;
  readonly authorities: readonly Authority[];
  readonly basis: readonly LegalBasis[];
  /** What the sources threaten, in their words. */
  readonly consequence?: Bilingual;
  /** Fine of the law where known, CNY. */
  readonly fine?: { readonly minCny?: number; readonly maxCny?: number; readonly law: string };
  /** Calendar days on which what it is about must have happened: from the first, up to not including the second. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly parameters: P;
  /**
   * Papers whose absence it holds against somebody. It is quiet as long as not one of a sort is known for the province:
   * then nobody feeds them yet, and nothing follows from their silence (reading K4).
   */
  readonly absenceOf?: readonly Paper[];
  /** Judges one event, as it is recorded and again when something it cites changes. */
  readonly onEvent?: (event: EventFact, facts: EventFacts, values: Values<P>) => Causes;
  /** Judges an enterprise: its papers, deadlines that have passed at the clock. */
  readonly onEnterprise?: (uscc: string, facts: ChainFacts, values: Values<P>) => Causes;
  /** Judge an enterprise over a period that has begun; grace and closing are the rule's own matter, by the clock. */
  readonly onMonth?: (uscc: string, month: Period, facts: ChainFacts, values: Values<P>) => Causes;
  readonly onQuarter?: (uscc: string, quarter: Period, facts: ChainFacts, values: Values<P>) => Causes;
  readonly onYear?: (uscc: string, year: Period, facts: ChainFacts, values: Values<P>) => Causes;
  /** True where `onYear` keeps a running total and so is asked at any month of the year. */
  readonly isRunningTotal?: boolean;
  /** Judges what is no single enterprise's: regions, feeds, leads. Asks the registry only. */
  readonly onRegistry?: (facts: EventFacts, values: Values<P>) => Causes;
  /** Judges a market over a month: every enterprise's declarations. Asks the registry only. */
  readonly onMarketMonth?: (month: Period, facts: EventFacts, values: Values<P>) => Causes;
}

/** A rule with its parameters' names forgotten, as the engine keeps them. */
export type AnyRule = Rule;

/** Completes nothing and checks types: one rule per file says `export default defineRule({ … })`. */
export const defineRule = <const P extends Parameters>(rule: Rule<P>): AnyRule => rule as unknown as AnyRule;

/** The values of a rule's parameters: its defaults, with what was set for it over them. */
export const valuesOf = (rule: AnyRule, set: Readonly<Record<string, number>> = {}): Values<Parameters> =>
  Object.fromEntries(Object.entries(rule.parameters).map(([name, { value }]) => [name, set[name] ?? value]));
