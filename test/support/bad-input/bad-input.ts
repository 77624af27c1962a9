import type { ContractEvent } from '#testing';

/** Where a problem finds the fault: a JSON pointer into the body, or the name of a query parameter. */
export type Place = { readonly pointer: string } | { readonly parameter: string };

/** What the problem of a bad request has to say. */
export interface Expected {
  readonly status: number;
  /** Code of the problem, or of the fault at the place where there are several. */
  readonly code: string;
  /** Left out where the refusal is about the request as a whole. */
  readonly place?: Place;
  /** The wrong value, where the problem repeats it. */
  readonly value?: unknown;
  /** The request as a whole is answered: this result of it, from 0, is the refusal. */
  readonly line?: number;
  /** `index` of the fault, which tells the line of NDJSON. */
  readonly index?: number;
}

/** A request that must be refused without changing anything. */
export interface BadInput {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  readonly path: string;
  /** Sent as it stands where it is text or bytes, else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expected: Expected;
}

/** Codes of wrong shape and of conflicts, as the contract lists them. */
const SHAPE = 'malformed-json missing wrong-type unknown-field out-of-range bad-format unknown-parameter'.split(' ');
const CONFLICT =
  'idempotency-conflict already-consumed already-answered lot-exists ambiguous-lot stale-version cycle'.split(' ');

const statusOf = (code: string): number => (SHAPE.includes(code) ? 400 : CONFLICT.includes(code) ? 409 : 422);

/** A fault at a JSON pointer; `value` as the answer shows it. */
export const at = (code: string, pointer: string, value?: unknown): Expected => ({
  status: statusOf(code),
  code,
  place: { pointer },
  ...(value === undefined ? {} : { value }),
});

/** A request to record events. Pointers are told from the first event: `/massKg` stands for `/events/0/massKg`. */
export function badEvent(what: string, event: unknown, expected: Expected): BadInput {
  const place = expected.place && 'pointer' in expected.place ? expected.place : { pointer: '' };
  return {
    what: `an event with ${what}`,
    method: 'POST',
    path: '/v1/events',
    body: { events: [event] },
    expected: { ...expected, place: { pointer: `/events/0${place.pointer}` } },
  };
}

/** A body of `POST /v1/events` as it stands. */
export const badBody = (what: string, body: unknown, expected: Expected, headers?: Record<string, string>): BadInput => ({
  what,
  method: 'POST',
  path: '/v1/events',
  body,
  ...(headers ? { headers } : {}),
  expected,
}); // prettier-ignore

/** A question with one bad parameter. */
export const badQuery = (path: string, parameter: string, code: string, value?: unknown): BadInput => ({
  what: `GET ${path.length > 120 ? `${path.slice(0, 120)}…` : path}`,
  method: 'GET',
  path,
  expected: { status: 400, code, place: { parameter }, ...(value === undefined ? {} : { value }) },
});

/** A path that names nothing. */
export const nothingAt = (path: string, status = 404): BadInput => ({
  what: `GET ${path.length > 120 ? `${path.slice(0, 120)}…` : path}`,
  method: 'GET',
  path,
  expected: { status, code: status === 404 ? 'not-found' : 'uri-too-long' },
});

/** The same event with members set, or taken away where the value is `undefined`. */
export function altered(event: ContractEvent, members: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.entries({ ...event, ...members });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** JSON text of a value in which a marker stands for text that no value has, such as `NaN` or `1e309`. */
export const written = (value: unknown, marker: string, text: string): string =>
  JSON.stringify(value).replace(JSON.stringify(marker), text);
