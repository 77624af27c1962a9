import canonicalize from 'canonicalize';
import type { Span, Version } from './version.js';

/** What a statement does to the versions of its key. */
export interface Override {
  /** Versions no longer believed. */
  readonly closed: readonly Version[];
  /** Versions believed from now on: the statement's own, and what is left of the closed ones on both sides of it. */
  readonly opened: readonly Version[];
}

/**
 * Lays a statement over the versions believed of its key. It overrides its own stretch of time only: versions that
 * reach into it are cut back. `undefined` where they state the same for all of it already.
 */
export function override(believed: readonly Version[], stated: Version): Override | undefined {
  const touched = believed.filter(version => version.validFrom < stated.validTo && stated.validFrom < version.validTo);
  if (statesThatAlready(touched, stated)) return undefined;
  const left = touched.flatMap(version => [
    ...cut(version, { validFrom: version.validFrom, validTo: stated.validFrom }, stated.seqFrom),
    ...cut(version, { validFrom: stated.validTo, validTo: version.validTo }, stated.seqFrom),
  ]);
  return { closed: touched, opened: [...left, stated] };
}

function cut(version: Version, span: Span, seq: number): Version[] {
  return span.validFrom < span.validTo ? [{ ...version, ...span, seqFrom: seq }] : [];
}

function statesThatAlready(touched: readonly Version[], stated: Version): boolean {
  let covered = stated.validFrom;
  for (const version of touched.toSorted((a, b) => a.validFrom - b.validFrom)) {
    if (version.validFrom > covered) return false;
    covered = version.validTo;
  }
  if (touched.length === 0 || covered < stated.validTo) return false;
  const facts = canonicalize(stated.facts);
  return touched.every(version => canonicalize(version.facts) === facts);
}
