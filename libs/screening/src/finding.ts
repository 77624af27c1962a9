import { createHash } from 'node:crypto';
import type { Bilingual, Cause, Evidence, Severity } from './rule.js';

/** Begins the subject of a ledger entry about a finding. */
export const FINDINGS = 'findings/';

export const FINDING_STATES = ['open', 'in-progress', 'confirmed', 'dismissed', 'closed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** A cause with the rule that speaks and the scope it was found in. */
export interface FoundCause {
  readonly rule: string;
  readonly scope: string;
  readonly title: Bilingual;
  readonly severity: Severity;
  readonly parameters: Readonly<Record<string, number>>;
  readonly cause: Cause;
}

/** A finding as it is kept. */
export interface Finding {
  readonly no: number;
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly enterprise?: string;
  readonly region?: string;
  readonly subject?: string;
  readonly period?: string;
  readonly event?: string;
  readonly at: Date;
  readonly title: Bilingual;
  readonly amount?: { readonly value: number; readonly unit: string };
  readonly raisedAt: Date;
}

export interface FindingDetail extends Finding {
  readonly evidence: Evidence;
  /** Values of the rule's parameters when it was found. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly history: readonly HistoryEntry[];
}

export interface HistoryEntry {
  readonly state: FindingState;
  readonly at: Date;
  readonly actor: string;
  readonly note?: string;
}

/** The identity of a cause: rule, enterprise (else region), subject and period. */
export const causeKey = ({ rule, cause }: Pick<FoundCause, 'rule' | 'cause'>): string =>
  [rule, cause.enterprise ?? cause.region ?? '-', cause.subject ?? '', cause.period ?? ''].join('|');

/** The id of a cause's finding: the same in every installation that finds it (a UUID of version 8, RFC 9562). */
export function findingId(cause: string): string {
  const hex = createHash('sha256').update(cause).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Scopes: what is judged together, so that a cause no longer found there has gone. */
export const scopeOf = {
  event: (id: string): string => `event:${id}`,
  enterprise: (uscc: string): string => `enterprise:${uscc}`,
  period: (uscc: string, label: string): string => `period:${uscc}:${label}`,
  registry: 'registry',
  market: (label: string): string => `market:${label}`,
  shipment: (declaration: string): string => `shipment:${declaration}`,
} as const;

/** Stands against a chain: neither dismissed nor closed. */
export const isStanding = (state: FindingState): boolean => state !== 'dismissed' && state !== 'closed';

/** Rules whose findings say that a party is under a sanction, whatever their severity. */
const SANCTION_RULES: readonly string[] = ['EXP-06', 'GOV-05'];

/** Speaks of feeds that are overdue: verdicts on what they could tell of are UNKNOWN. */
export const FEED_RULE = 'GOV-17';

/** Begins the subject of what stands for a rule that threw: the verdict of a chain it touches is UNKNOWN. */
export const RULE_FAILED = 'rule-failed';

/** How a finding weighs on the verdict of chains it lies on. */
export function weightOf(rule: string, severity: Severity, subject = ''): 'finding' | 'sanction' | 'failure' | 'none' {
  if (subject.startsWith(RULE_FAILED)) return 'failure';
  if (SANCTION_RULES.includes(rule)) return 'sanction';
  return severity === 'S3' || severity === 'S4' ? 'finding' : 'none';
}

/** Events that put a finding on a chain: the one it is shown with, else all of its evidence. */
export const eventsOnChain = ({ event, evidence }: Cause): readonly string[] =>
  event === undefined ? (evidence.events ?? []) : [event];
