import { groupBy } from '#kernel';
import type { ChainFacts, DrawFact, EventFact, HoldingFact, Instant, LotFact, TransferFact } from '../facts/facts.js';
import { validPermitsFor } from './permits.js';

/** What is left of a lot of radioactive residue that no licensed party has taken. */
export interface Residue {
  readonly lot: LotFact;
  /** When the enterprise came by it. */
  readonly since: Instant;
  readonly massG: number;
  /** The events by which it did. */
  readonly events: readonly string[];
}

/**
 * Lots of radioactive residue an enterprise under examination came by, with the mass that it neither processed, exported
 * nor dispatched to the holder of a valid waste licence. Stock counts move nothing. Nothing for holders of a licence.
 */
export function residuesOf(uscc: string, facts: ChainFacts): Residue[] {
  if (isLicensed(uscc, facts.clock, facts)) return [];
  const came = facts.eventsOf(uscc).filter(({ content }) => content.type !== 'stocktake').flatMap(event => arrivals(event, uscc));
  return [...groupBy(came, ({ holding }) => holding.lot.key).values()].map(parts => ({
    lot: parts[0]!.holding.lot,
    since: parts[0]!.at,
    massG: sum(parts.map(({ holding }) => holding)) - sum(goneOf(parts[0]!.holding.lot.key, uscc, facts)),
    events: [...new Set(parts.map(({ event }) => event))],
  }));
} // prettier-ignore

interface Arrival {
  readonly event: string;
  readonly at: Instant;
  readonly holding: HoldingFact;
}

/** A dispatch yields what is in transit, a rejection gives back what never counted as gone. */
function arrivals({ id, at, content, yields }: EventFact, uscc: string): Arrival[] {
  if (content.type === 'dispatch' || ('outcome' in content && content.outcome === 'rejected')) return [];
  const own = yields.filter(({ lot, owner }) => owner === uscc && isResidue(lot));
  return own.map(holding => ({ event: id, at, holding }));
}

function goneOf(lotKey: string, uscc: string, facts: ChainFacts): DrawFact[] {
  const used = facts.eventsOf(uscc).filter(({ content }) => content.type === 'processing' || content.type === 'export');
  const sent = facts.sentBy(uscc).filter(transfer => isProper(transfer, facts)).map(({ dispatch }) => dispatch);
  return [...used, ...sent].flatMap(({ draws }) => draws.filter(({ lot }) => lot.key === lotKey));
} // prettier-ignore

const isProper = ({ to, at, state }: TransferFact, facts: ChainFacts): boolean =>
  state !== 'rejected' && at <= facts.clock && isLicensed(to, at, facts);

const isLicensed = (uscc: string, at: Instant, { registry }: ChainFacts): boolean =>
  validPermitsFor(registry, 'waste-licence', { enterprise: uscc }, at).length > 0;

const isResidue = ({ product }: LotFact): boolean => product.code === 'WST-RAD';

const sum = (parts: readonly { readonly massG: number }[]): number =>
  parts.reduce((total, { massG }) => total + massG, 0);
