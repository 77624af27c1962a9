import { formatInstant, parseInstant } from '#kernel';
import type { RegistryItem } from './collection.js';

/** `seqTo` of versions believed now; the largest integer that is safe in JavaScript. */
export const FOREVER_SEQ = Number.MAX_SAFE_INTEGER;

/** Half-open stretch of time in milliseconds since 1970; an end that is open is ±Infinity. */
export interface Span {
  readonly validFrom: number;
  readonly validTo: number;
}

/** An item without the time it is stated for. */
export type Facts = { readonly source: string } & Readonly<Record<string, unknown>>;

/** What the registry believes of a key for a stretch of time, at the ledger positions `seqFrom <= p < seqTo`. */
export interface Version<F = Facts> extends Span {
  readonly key: string;
  readonly tenant: string;
  readonly facts: F;
  /** Position of the ledger entry that states the facts. */
  readonly statedSeq: number;
  /** Position from which it was believed of just this stretch: later than `statedSeq` where another item cut it. */
  readonly seqFrom: number;
  readonly seqTo: number;
}

/** The version that covers an instant, of versions believed at one position. */
export function versionAt<V extends Span>(versions: readonly V[] | undefined, instant: Date): V | undefined {
  const time = instant.getTime();
  return versions?.find(version => version.validFrom <= time && time < version.validTo);
}

/** The facts of an item, without its time. */
export function factsOf(item: RegistryItem): Facts {
  const { validFrom: _, validTo: __, ...facts } = item;
  return facts;
}

/** The time an item is stated for: unbounded where a new key leaves an end out, from `now` for a known one. */
export function spanOf(item: RegistryItem, known: boolean, now: Date): Span {
  return {
    validFrom: timeOf(item.validFrom) ?? (known ? now.getTime() : -Infinity),
    validTo: timeOf(item.validTo) ?? Infinity,
  };
}

const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseInstant(text)?.getTime();

/** A version as clients read it: its facts with the ends that are bounded. */
export function itemOf(version: Pick<Version, 'facts' | 'validFrom' | 'validTo'>): RegistryItem {
  return {
    ...version.facts,
    ...(version.validFrom > -Infinity ? { validFrom: formatInstant(new Date(version.validFrom)) } : {}),
    ...(version.validTo < Infinity ? { validTo: formatInstant(new Date(version.validTo)) } : {}),
  };
}
