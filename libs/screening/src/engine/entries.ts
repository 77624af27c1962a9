import { isUscc } from '#kernel';
import type { Entry } from '#ledger';

/** What ledger entries ask screening to look at. */
export interface Touched {
  /** Events recorded or corrected, and the dispatches that receipts answer. */
  readonly events: readonly string[];
  /** Events whose edges may have moved: exports and whatever was corrected. */
  readonly moved: readonly string[];
  /** Enterprises that a new event names. */
  readonly enterprises: ReadonlySet<string>;
  /** Enterprises that a registry item or a correction names: what was said of them before may no longer hold. */
  readonly restated: ReadonlySet<string>;
  /** Registry items that were stated, `collection/key`, and the numbers by which events cite them. */
  readonly items: readonly string[];
  readonly numbers: readonly string[];
  /** Sources may have been judged otherwise. */
  readonly sources: boolean;
  /** Registry items of nobody's, and anything that rules for the whole look at. */
  readonly registry: boolean;
}

interface EventBody {
  readonly id: string;
  readonly type: string;
  readonly corrects?: string;
  readonly dispatch?: string;
}

export function touchedBy(entries: readonly Entry[]): Touched {
  const events = new Set<string>();
  const moved = new Set<string>();
  const enterprises = new Set<string>();
  const restated = new Set<string>();
  for (const { kind, body, tenant } of entries) {
    if (kind !== 'event' && kind !== 'registry') continue;
    const named = kind === 'registry' || isCorrection(body) ? restated : enterprises;
    for (const uscc of [...namedIn(body), ...(isUscc(tenant) ? [tenant] : [])]) named.add(uscc);
    if (kind === 'event') touch(body as EventBody, events, moved);
  }
  const stated = entries.filter(({ kind }) => kind === 'registry');
  const items = stated.map(({ subject }) => subject);
  const numbers = stated.flatMap(({ body }) => (body as { number?: string }).number ?? []);
  const registry = stated.length > 0;
  const sources = registry || entries.some(({ kind, body }) => kind === 'decision' || isCorrection(body));
  return { events: [...events], moved: [...moved], enterprises, restated, items, numbers, sources, registry };
}

const isCorrection = (body: unknown): boolean => (body as Partial<EventBody>).corrects !== undefined;

function touch({ id, type, corrects, dispatch }: EventBody, events: Set<string>, moved: Set<string>): void {
  const subject = corrects ?? id;
  events.add(subject);
  if (dispatch) events.add(dispatch);
  if (corrects || type === 'export') moved.add(subject);
}

/** USCCs among the members of a body, one level deep: parties, holders, sellers, buyers. */
function namedIn(body: unknown): string[] {
  const values = Object.values(body as Record<string, unknown>);
  return values.filter((value): value is string => typeof value === 'string' && isUscc(value));
}
