import { formatInstant, gramsToKg } from '#kernel';
import type { Transaction } from '#platform';
import type { PathStep } from '../domain/schema/paths.js';
import type { Passage } from '../domain/ways.js';
import type { Position } from '../engines/postgres/statement-at.js';
import {
  drawnMasses,
  type DrawnRow,
  type EventRow,
  eventRows,
  type HoldingRow,
  holdingRows,
} from './path-statements.js';

interface Names {
  readonly events: ReadonlyMap<number, EventRow>;
  readonly holdings: ReadonlyMap<number, HoldingRow>;
  /** Grams that an export drew, by event and holding. */
  readonly drawn: ReadonlyMap<string, number>;
}

/** The ways as answers write them. */
export async function stepsOf(
  tx: Transaction,
  position: Position,
  ways: readonly (readonly Passage[])[],
): Promise<PathStep[][]> {
  const passages = ways.flat();
  if (passages.length === 0) return [];
  const holdingNos = passages.flatMap(({ fromNo, toNo }) => [fromNo ?? [], toNo ?? []].flat());
  const exportNos = passages.filter(({ toNo }) => toNo === undefined).map(({ eventNo }) => eventNo);
  const [events, holdings, drawn] = (await tx.pipeline([
    eventRows([...new Set(passages.map(({ eventNo }) => eventNo))], position),
    holdingRows([...new Set(holdingNos)], position),
    drawnMasses([...new Set(exportNos)], position),
  ])) as [EventRow[], HoldingRow[], DrawnRow[]];
  const names = {
    events: new Map(events.map(event => [event.no, event])),
    holdings: new Map(holdings.map(holding => [holding.no, holding])),
    drawn: new Map(drawn.map(({ eventNo, holdingNo, massG }) => [`${eventNo} ${holdingNo}`, massG])),
  };
  return ways.map(way => way.map(passage => stepOf(passage, names)));
}

function stepOf({ eventNo, fromNo, toNo }: Passage, { events, holdings, drawn }: Names): PathStep {
  const event = events.get(eventNo)!;
  const from = fromNo === undefined ? undefined : holdings.get(fromNo);
  const to = toNo === undefined ? undefined : holdings.get(toNo);
  const shown = (to ?? from)!;
  return {
    event: event.id,
    type: event.type,
    at: formatInstant(to?.availableAt ?? event.at),
    ...(from ? { from: from.owner } : {}),
    to: to ? ((to.inTransit ? event.counterparty : undefined) ?? to.owner) : (event.declaration ?? ''),
    lot: shown.lot,
    declaredBy: shown.declaredBy,
    massKg: gramsToKg(to ? to.massG : (drawn.get(`${eventNo} ${fromNo}`) ?? 0)),
  };
}
