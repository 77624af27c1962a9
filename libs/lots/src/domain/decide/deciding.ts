import { hash } from 'node:crypto';
import { countryCode } from '#catalogue';
import type { Fault } from '#kernel';
import type { DocumentRef, EventInput, MaterialEvent } from '../event-schema.js';
import type { DrawPlan, EventPlan } from '../state.js';
import type { Workspace } from '../workspace.js';

/** Numbers of an event and of what it makes: new ones, or those of the version a correction replaces. */
export interface Identity {
  readonly no: number;
  readonly version: number;
  readonly firstSeq: number;
  lotNo(code: string): number;
  holdingNo(key: string): number;
  poolNo(key: string): number;
  /** Mass that the replaced version drew from a holding: taken from there again before any other. */
  drawnBefore(holdingNo: number): number;
  /** REO of just this mass where the replaced version drew it from the holding: what stays the same keeps its REO. */
  reoDrawnBefore(holdingNo: number, massG: number): number | undefined;
  /** The replaced version had this pool: a count keeps to what it found in the books then. */
  hadPool(key: string): boolean;
}

/** An event on its way to being recorded: what it will write goes to the workspace, what is wrong with it to `faults`. */
export interface Deciding<E extends MaterialEvent = MaterialEvent> {
  readonly ws: Workspace;
  readonly event: E;
  readonly id: string;
  readonly identity: Identity;
  readonly seq: number;
  readonly occurredAt: Date;
  readonly faults: Fault[];
  readonly draws: DrawPlan[];
  /** Says whether content sent later under the same id is the same. */
  readonly sameContent: (event: EventInput) => boolean;
  /** Above the rank of all it draws from; grows as draws are resolved. */
  rank: number;
}

export const newIdentity = (ws: Workspace, seq: number): Identity => ({
  no: ws.next('eventNo'),
  version: 1,
  firstSeq: seq,
  lotNo: () => ws.next('lotNo'),
  holdingNo: () => ws.next('holdingNo'),
  poolNo: () => ws.next('poolNo'),
  drawnBefore: () => 0,
  reoDrawnBefore: () => undefined,
  hadPool: () => false,
});

export function fault(deciding: Deciding, code: string, pointer: string, value?: unknown, expected?: string): void {
  deciding.faults.push({
    code,
    pointer,
    ...(value === undefined ? {} : { value }),
    ...(expected === undefined ? {} : { expected }),
  });
}

/** Names a country that ISO 3166-1 does not know. */
export function refuseUnknownCountry(deciding: Deciding, pointer: string, country: string): void {
  if (!countryCode(country)) fault(deciding, 'out-of-range', pointer, country, 'an ISO 3166-1 country code');
}

/** Id of a holding: a UUID made from the event's id and what the holding is of, the same wherever it is replayed. */
export function holdingId(eventId: string, key: string): string {
  const hex = hash('sha256', `${eventId}\u0000${key}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The event's row and documents, once its draws are known. */
export function addEventRow(deciding: Deciding, more: Partial<EventPlan> = {}): void {
  const { ws, event, id, identity, seq, occurredAt, rank } = deciding;
  ws.addEvent(
    {
      no: identity.no,
      version: identity.version,
      id,
      type: event.type,
      enterprise: event.enterprise,
      occurredAt,
      ...(event.site === undefined ? {} : { site: event.site }),
      voided: false,
      rank,
      firstSeq: identity.firstSeq,
      seq,
      ...more,
    },
    deciding.sameContent,
  );
  for (const document of uniqueDocuments(event.documents ?? [])) {
    const { kind, number, code } = document;
    addDocument(deciding, kind, number, code);
  }
}

export function addDocument(deciding: Deciding, kind: string, number: string, code?: string): void {
  const { ws, event, identity, seq } = deciding;
  const document = { eventNo: identity.no, tenant: event.enterprise, kind, number };
  ws.addDocument(code === undefined ? document : { ...document, code }, seq);
}

function uniqueDocuments(documents: readonly DocumentRef[]): DocumentRef[] {
  return [...new Map(documents.map(each => [`${each.kind}|${each.code ?? ''}|${each.number}`, each])).values()];
}
