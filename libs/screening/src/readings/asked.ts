import type { ChainFacts, Instant } from '../facts/facts.js';
import { isWithin } from '../periods.js';

/**
 * The first of several occasions of one cause, of the time that is asked about if there is one in it: so that asking about
 * a month finds what goes on in that month, though it began before.
 */
export const firstAsked = <T extends { readonly at: Instant }>(
  occasions: readonly T[],
  { span }: Pick<ChainFacts, 'span'>,
): T | undefined => occasions.find(({ at }) => !span || isWithin(span, at)) ?? occasions[0];
