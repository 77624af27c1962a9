import { type Fault, formatInstant, gramsToKg, parseInstant } from '#kernel';
import { decide } from './decide/index.js';
import { type Deciding, holdingId, type Identity } from './decide/deciding.js';
import type { CorrectionEvent, MaterialEvent } from './event-schema.js';
import type { EventState, HoldingState } from './state.js';
import type { Workspace } from './workspace.js';

/** What the event to be corrected has made and taken; see EventBooks of the repository. */
export interface CorrectedBooks {
  readonly draws: readonly { readonly holding: HoldingState; readonly massG: number; readonly reoG: number }[];
  readonly holdings: readonly HoldingState[];
  readonly firstUse: ReadonlyMap<number, Date>;
  readonly lotNos: ReadonlyMap<string, number>;
  readonly holdingNos: ReadonlyMap<string, number>;
  readonly poolNos: ReadonlyMap<string, number>;
  readonly spreadLots: ReadonlySet<number>;
}

/** Whether a correction may be made at all, before its content is looked at. */
export function checkCorrection(event: CorrectionEvent, original: EventState | undefined): Fault[] {
  if (!original || original.type === 'correction') {
    return [
      { code: 'unknown-event', pointer: '/corrects', value: event.corrects, expected: 'the id of a recorded event' },
    ];
  }
  const faults: Fault[] = [];
  const differs = (pointer: string, value: string, expected: string): void => {
    if (value !== expected) faults.push({ code: 'out-of-range', pointer, value, expected });
  };
  differs('/enterprise', event.enterprise, original.enterprise);
  if (event.replacement) {
    differs('/replacement/type', event.replacement.type, original.type);
    differs('/replacement/enterprise', event.replacement.enterprise, original.enterprise);
  } else if (original.voided) {
    faults.push({
      code: 'unknown-event',
      pointer: '/corrects',
      value: event.corrects,
      expected: 'an event that is not void',
    });
  }
  if (event.expectedVersion !== undefined && event.expectedVersion !== original.version) {
    const expected = `the current version ${original.version}`;
    faults.push({ code: 'stale-version', pointer: '/expectedVersion', value: event.expectedVersion, expected });
  }
  return faults;
}

/** Decides the replacement on a workspace from which the corrected version has been taken out. */
export function decideReplacement(
  ws: Workspace,
  replacement: MaterialEvent,
  original: EventState,
  books: CorrectedBooks,
  seq: number,
): Deciding {
  const deciding: Deciding = {
    ws,
    event: replacement,
    id: original.id,
    identity: keptIdentity(ws, original, books),
    seq,
    occurredAt: parseInstant(replacement.occurredAt)!,
    faults: ownLotFaults(replacement, books),
    draws: [],
    sameContent: original.sameContent,
    rank: 0,
  };
  if (deciding.faults.length === 0) decide(deciding);
  return deciding;
}

/** A replacement that draws from what the event itself made. */
function ownLotFaults(event: MaterialEvent, books: CorrectedBooks): Fault[] {
  if (!('draws' in event)) return [];
  return event.draws.flatMap((draw, index) => {
    const own = books.lotNos.has(draw.lot) || books.lotNos.has(draw.lot.slice(draw.lot.indexOf(':') + 1));
    const isOwn =
      own && books.holdings.some(({ lot }) => lot.code === draw.lot || `${lot.declaredBy}:${lot.code}` === draw.lot);
    const fault = {
      code: 'cycle',
      pointer: `/draws/${index}/lot`,
      value: draw.lot,
      expected: 'a lot the event did not make',
    };
    return isOwn ? [fault] : [];
  });
}

/** The same event: what it made before keeps its numbers. */
function keptIdentity(ws: Workspace, original: EventState, books: CorrectedBooks): Identity {
  const drawn = new Map(books.draws.map(draw => [draw.holding.no, draw]));
  return {
    no: original.no,
    version: original.version + 1,
    firstSeq: original.firstSeq,
    lotNo: code => books.lotNos.get(code) ?? ws.next('lotNo'),
    holdingNo: key => books.holdingNos.get(holdingId(original.id, key)) ?? ws.next('holdingNo'),
    poolNo: key => books.poolNos.get(key) ?? ws.next('poolNo'),
    drawnBefore: no => drawn.get(no)?.massG ?? 0,
    reoDrawnBefore: (no, massG) => (drawn.get(no)?.massG === massG ? drawn.get(no)?.reoG : undefined),
    hadPool: key => !original.voided && books.poolNos.has(key),
  };
}

/**
 * Whether what was already used of the corrected version is still covered: each used holding must be there again,
 * with its owner, no less than was drawn from it, and no later than its first use; so must a lot that was counted where
 * it had not been; what an answered dispatch sent has to stay as it was, and not be `redirected` to another receiver.
 * Carries over what has been drawn.
 */
export function carryUses(
  books: CorrectedBooks,
  made: readonly HoldingState[],
  pointer: string,
  redirected: boolean,
): Fault[] {
  const byNo = new Map(made.map(holding => [holding.no, holding]));
  const lots = new Set(made.map(holding => holding.lot.no));
  return books.holdings.flatMap(before => {
    if (before.drawnG === 0) {
      const isLost = books.spreadLots.has(before.lot.no) && !lots.has(before.lot.no);
      const expected = `lot ${before.lot.code} was counted elsewhere and has to stay`;
      return isLost ? [{ code: 'already-consumed', pointer, expected }] : [];
    }
    const after = byNo.get(before.no);
    const short = !after || after.massG < before.drawnG || after.owner !== before.owner;
    if (short || (before.inTransit && (after.massG !== before.massG || redirected))) {
      const expected = `${gramsToKg(before.drawnG)} kg of lot ${before.lot.code} are used and have to stay covered`;
      return [{ code: 'already-consumed', pointer, expected }];
    }
    after.drawnG = before.drawnG;
    after.drawnReoG = Math.min(before.drawnReoG, after.reoG);
    const use = books.firstUse.get(before.no);
    if (!use || use >= after.availableAt) return [];
    const expected = `not after ${formatInstant(use)}, when lot ${before.lot.code} was used`;
    return [{ code: 'event-before-input', pointer: `${pointer}/occurredAt`, expected }];
  });
}
