/** One thing wrong with a request: where, what, and what was expected. Becomes an entry of a problem's `errors`. */
export interface Fault {
  readonly code: string;
  /** JSON pointer into the event, item or body the fault is about; the edge puts the outer path before it. */
  readonly pointer: string;
  /** The value that was wrong, where it can be shown. */
  readonly value?: unknown;
  /** What would have been right, in words or as a value. */
  readonly expected?: string;
  /** Mass left, in kilograms, for `insufficient-mass`. */
  readonly available?: number;
}

/** A fault with the place of its event or item in the request. */
export interface PlacedFault extends Fault {
  readonly index?: number;
  readonly id?: string;
  /** Name of the query parameter, instead of a pointer into the body. */
  readonly parameter?: string;
}

/** Codes that speak of a clash with what is already recorded; a request that has only such faults is 409. */
export const CONFLICT_CODES: ReadonlySet<string> = new Set([
  'idempotency-conflict', 'already-consumed', 'already-answered', 'lot-exists', 'ambiguous-lot', 'stale-version', 'cycle',
]); // prettier-ignore

/** Codes that speak of the shape of a request; a request that has one is 400. */
export const SHAPE_CODES: ReadonlySet<string> = new Set([
  'malformed-json', 'missing', 'wrong-type', 'unknown-field', 'out-of-range', 'bad-format', 'unknown-parameter',
]); // prettier-ignore

/** A refusal with a stable code that clients may rely on. One filter at the edge turns it into problem details. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    /** HTTP status the refusal stands for. */
    readonly status: number,
    /** What is wrong, naming the value; English, for logs and as the fallback of the message catalogue. */
    message: string,
    readonly faults: readonly PlacedFault[] = [],
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The thing asked for does not exist, or not for this caller. */
export class NotFound extends DomainError {
  constructor(what: string, value: string) {
    super('not-found', 404, `There is no ${what} ${value}.`);
  }
}

/** A request refused for one or more faults; status and code follow from them (contract, "Problems"). */
export class Refused extends DomainError {
  constructor(faults: readonly PlacedFault[]) {
    super(codeOf(faults), statusOf(faults), describeFaults(faults), faults);
  }
}

/** The service cannot answer just now; the caller should come back. */
export class Unavailable extends DomainError {
  constructor(
    message: string,
    readonly retryAfterSeconds = 2,
  ) {
    super('unavailable', 503, message);
  }
}

function codeOf(faults: readonly Fault[]): string {
  const codes = new Set(faults.map(fault => fault.code));
  return codes.size === 1 ? faults[0]!.code : 'refused';
}

function statusOf(faults: readonly Fault[]): number {
  if (faults.some(fault => SHAPE_CODES.has(fault.code))) return 400;
  return faults.every(fault => CONFLICT_CODES.has(fault.code)) ? 409 : 422;
}

function describeFaults(faults: readonly PlacedFault[]): string {
  const [first] = faults;
  if (!first) return 'The request was refused.';
  const shown = first.value === undefined ? '' : ` (${JSON.stringify(first.value)?.slice(0, 200)})`;
  const rest = faults.length > 1 ? ` and ${faults.length - 1} more` : '';
  return `${first.code} at ${first.parameter ?? (first.pointer || 'the body')}${shown}${first.expected ? `: expected ${first.expected}` : ''}${rest}.`;
}
