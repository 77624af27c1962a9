import type { Rational } from './rational.js';
import type { Source } from './sources.js';

export interface OracleVerdict {
  readonly status: 'CLEAN' | 'FLAGGED' | 'UNKNOWN';
  /** Codes of the contract that can be found from the events and the registry alone, in alphabetical order. */
  readonly reasons: readonly 'illegal-source'[];
  readonly missing: readonly ('pending-transfer' | 'unexplained-mass' | 'unverified-source')[];
}

/**
 * The structural part of a verdict: legality of the sources, mass nobody can explain, goods still on the way. A subject
 * without REO has no origin, so all of it is mass nobody can explain.
 */
export function judge(origins: readonly (Source & { readonly share: Rational })[], pending: boolean): OracleVerdict {
  const has = (status: Source['status']): boolean =>
    origins.some(origin => origin.status === status && origin.share.isPositive());
  const reasons = has('illegal') ? (['illegal-source'] as const) : [];
  const missing = [
    ...(pending ? (['pending-transfer'] as const) : []),
    ...(has('unexplained') || origins.length === 0 ? (['unexplained-mass'] as const) : []),
    ...(has('unverified') ? (['unverified-source'] as const) : []),
  ];
  const status = reasons.length > 0 ? 'FLAGGED' : missing.length > 0 ? 'UNKNOWN' : 'CLEAN';
  return { status, reasons, missing };
}
