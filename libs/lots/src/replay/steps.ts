import type { DecisionLine, EventLine, LedgerLine, OtherLine, RegistryLine } from './ledger-line.js';

/** What is recorded together when a ledger is recorded again. */
export type ReplayStep =
  | { readonly kind: 'events'; readonly lines: readonly EventLine[] }
  | { readonly kind: 'registry'; readonly lines: readonly RegistryLine[] }
  | { readonly kind: 'decision'; readonly lines: readonly [DecisionLine] }
  | { readonly kind: 'other'; readonly lines: readonly OtherLine[] };

/** Most events of a step, as many as share a commit. */
const STEP_EVENTS_MAX = 1_000;
/** Most lots that the events of a step draw and yield together, so that a step stays small as a request. */
const STEP_LOTS_MAX = 20_000;

/**
 * Puts lines together as they were committed together, which shows by their time. What was committed on its own is
 * put together too where that makes no difference: events that are neither corrections (each is decided on its own)
 * nor imports (of those that come together each is judged by the mass of all).
 */
export async function* stepsOf(lines: AsyncIterable<LedgerLine>): AsyncGenerator<ReplayStep> {
  let open: LedgerLine[] = [];
  let lots = 0;
  for await (const commit of commitsOf(lines)) {
    const more = isPlain(commit) ? commit.reduce((sum, line) => sum + lotsIn(line), 0) : Infinity;
    const isFull = open.length + commit.length > STEP_EVENTS_MAX || lots + more > STEP_LOTS_MAX;
    if (open.length > 0 && isFull) yield stepOf(open);
    if (isFull) [open, lots] = [[], 0];
    open.push(...commit);
    lots += more;
  }
  if (open.length > 0) yield stepOf(open);
}

async function* commitsOf(lines: AsyncIterable<LedgerLine>): AsyncGenerator<LedgerLine[]> {
  let open: LedgerLine[] = [];
  for await (const line of lines) {
    const [first] = open;
    if (first && !belongTogether(first, line)) {
      yield open;
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) yield open;
}

function belongTogether(first: LedgerLine, line: LedgerLine): boolean {
  if (first.kind !== line.kind || first.recordedAt !== line.recordedAt || first.kind === 'decision') return false;
  if (first.kind === 'registry') return line.kind === 'registry' && first.collection === line.collection;
  return !isCorrection(first) && !isCorrection(line);
}

const isCorrection = (line: LedgerLine): boolean => line.kind === 'event' && line.event.type === 'correction';

const isPlain = (lines: readonly LedgerLine[]): boolean =>
  lines.every(line => line.kind === 'event' && line.event.type !== 'correction' && line.event.type !== 'import');

/** Lots that an event draws and yields, by the lengths of its lists. */
const lotsIn = (line: LedgerLine): number =>
  line.kind === 'event'
    ? Object.values(line.event).reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
    : 0;

/** Lines that belong together are of one kind. */
function stepOf(lines: readonly LedgerLine[]): ReplayStep {
  const [{ kind }] = lines as [LedgerLine];
  return { kind: kind === 'event' ? 'events' : kind, lines } as ReplayStep;
}
