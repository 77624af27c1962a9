import type { ChainFacts, TransferFact } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import type { LinkLimits } from './invoice-matching.js';
import { standingInvoices } from './invoices.js';

export interface RingLimits extends LinkLimits {
  readonly ringDays: number;
  /** Percent. */
  readonly ringShare: number;
}

/** A transfer of a lot inside a ring. */
export interface Hop {
  readonly transfer: TransferFact;
  /** Mass of the lot that was accepted. */
  readonly massG: number;
  readonly invoices: readonly InvoiceItem[];
}

/** Goods of a lot that went round and came back, each hop with an invoice. */
export interface Ring {
  /** `USCC:code`. */
  readonly lot: string;
  /** In order; the last one goes to the sender of the first. */
  readonly hops: readonly Hop[];
}

/** At least two other holders: A → B → C → A. */
const MIN_HOPS = 3;

/** Rings that close at an enterprise under examination (reading INV-03), the first of each lot. */
export function invoiceRingsThrough(uscc: string, facts: ChainFacts, limits: RingLimits): Ring[] {
  const sent = new Set(facts.sentBy(uscc).flatMap(lotsOf));
  const back = new Set(facts.sentTo(uscc).flatMap(lotsOf));
  return [...sent].filter(lot => back.has(lot)).flatMap(lot => firstRing(uscc, lot, facts, limits) ?? []);
}

const lotsOf = ({ state, parts }: TransferFact): string[] =>
  state === 'accepted' ? parts.map(({ lot }) => lot.key) : [];

function firstRing(uscc: string, lot: string, facts: ChainFacts, limits: RingLimits): Ring | undefined {
  const hops = facts.movesOf(lot).filter(({ state }) => state === 'accepted').map(transfer => hopOf(transfer, lot, facts, limits));
  const invoiced = hops.filter(({ invoices }) => invoices.length > 0);
  for (const first of invoiced.filter(({ transfer }) => transfer.from === uscc)) {
    const closed = close([first], invoiced, limits);
    if (closed) return { lot, hops: closed };
  }
  return undefined;
} // prettier-ignore

function hopOf(transfer: TransferFact, lot: string, facts: ChainFacts, limits: LinkLimits): Hop {
  const parts = transfer.parts.filter(part => part.lot.key === lot);
  return {
    transfer,
    massG: parts.reduce((sum, { receivedG = 0 }) => sum + receivedG, 0),
    invoices: standingInvoices(transfer, facts, limits),
  };
}

/** Goes on, in the order of the hops, until the goods are back, with nearly all of them, in time. `dead` are hops from which they do not come back. */
function close(path: readonly Hop[], hops: readonly Hop[], limits: RingLimits, dead = new Set<Hop>()): readonly Hop[] | undefined {
  const [first] = path;
  const last = path.at(-1)!;
  const isEnough = (hop: Hop): boolean => hop.massG * 100 >= first!.massG * limits.ringShare;
  const isInTime = ({ transfer }: Hop): boolean => transfer.at - first!.transfer.at <= limits.ringDays * DAY_MS;
  const later = hops.slice(hops.indexOf(last) + 1);
  for (const next of later.filter(hop => hop.transfer.from === last.transfer.to && isEnough(hop) && isInTime(hop))) {
    const isBack = next.transfer.to === first!.transfer.from;
    if (isBack && path.length + 1 >= MIN_HOPS) return [...path, next];
    const closed = isBack || dead.has(next) ? undefined : close([...path, next], hops, limits, dead);
    if (closed) return closed;
    dead.add(next);
  }
  return undefined;
} // prettier-ignore
