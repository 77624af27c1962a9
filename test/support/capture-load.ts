import { setTimeout as delay } from 'node:timers/promises';
import { type ContractEvent, Dice } from '#testing';
import { EventStream, type ResultLine } from './event-stream.js';
import { until, type ServerProcess } from './server-process.js';
import { impossible, Works } from './works.js';

/** A request as it was sent, and what the client knows of it. */
export interface Sent {
  /** Requests of one client follow one another; each presupposes those before it. */
  readonly client: string;
  /** `doomed` is a batch that is refused as a whole; `line` is one of a stream. */
  readonly kind: 'single' | 'batch' | 'doomed' | 'line';
  readonly events: readonly ContractEvent[];
  /** Ledger positions of the events, where they have been acknowledged. */
  seqs?: readonly number[];
}

/** An answer as a client saw it. */
export interface Observed {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly sentAt: number;
  readonly ms: number;
}

const SINGLE_CLIENTS = 6;
const BATCH_CLIENTS = 2;
const CYCLES_PER_BATCH_MAX = 6;
const UNANSWERED_LINES_MAX = 100;
const PATIENCE_MS = 20_000;
/** Shorter than `Retry-After`: the clients of these tests press. */
const AGAIN_MS = 100;

/**
 * Clients of all kinds that record events until they are told to stop or the server is gone: single events, batches (all
 * or nothing, some of them impossible), a stream, and one that only asks. A request answered by 503 is sent again.
 */
export class CaptureLoad {
  readonly requests: Sent[] = [];
  readonly observed: Observed[] = [];
  private readonly failures: unknown[] = [];
  private clients: Promise<void>[] = [];
  private stopping = false;

  constructor(
    private readonly server: ServerProcess,
    private readonly name: string,
    private readonly seed: number,
  ) {}

  start(): this {
    const singles = Array.from({ length: SINGLE_CLIENTS }, (_, n) => this.sendSingles(`S${n}`, n));
    const batches = Array.from({ length: BATCH_CLIENTS }, (_, n) => this.sendBatches(`B${n}`, 100 + n));
    this.clients = [...singles, ...batches, this.stream('L', 200), this.ask()].map(client =>
      client.catch((error: unknown) => void this.failures.push(error)),
    );
    return this;
  }

  /** Lets the clients end what they have in hand; throws what any of them found wrong. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.clients);
    if (this.failures.length > 0) throw this.failures[0];
  }

  /** Waits until so many requests have been acknowledged that were sent after an instant. */
  async acknowledges(count: number, since = 0, withinMs = 30_000): Promise<void> {
    const seen = (): Observed[] => this.observed.filter(({ status, sentAt }) => sentAt >= since && status === 201);
    const last = (): string => JSON.stringify(this.observed.slice(-5));
    await until(() => seen().length >= count || this.failures.length > 0, withinMs, () => `${seen().length}, ${last()}`); // prettier-ignore
  }

  private async sendSingles(client: string, salt: number): Promise<void> {
    const works = this.works(client, salt);
    while (!this.stopping) {
      for (const event of works.cycle()) {
        if (!(await this.deliver({ client, kind: 'single', events: [event] }))) return;
      }
    }
  }

  private async sendBatches(client: string, salt: number): Promise<void> {
    const works = this.works(client, salt);
    const doomed = this.works(`${client}X`, salt);
    const dice = new Dice(this.seed + salt);
    while (!this.stopping) {
      const cycles = Array.from({ length: dice.between(1, CYCLES_PER_BATCH_MAX) }, () => works.cycle());
      if (!(await this.deliver({ client, kind: 'batch', events: cycles.flat() }))) return;
      if (!dice.chance(0.3)) continue;
      if (!(await this.deliver({ client, kind: 'doomed', events: [...doomed.cycle(), impossible()] }))) return;
    }
  }

  /** Sends until there is an answer; false where the client has to give up before. */
  private async deliver(sent: Sent): Promise<boolean> {
    this.requests.push(sent);
    for (;;) {
      const answer = await post(this.server, sent.events);
      if (!answer) return false;
      this.observed.push(answer);
      if (answer.status !== 503) return accept(sent, answer);
      if (this.stopping) return false;
      await delay(AGAIN_MS);
    }
  }

  private async stream(client: string, salt: number): Promise<void> {
    const works = this.works(client, salt);
    const stream = new EventStream(this.server);
    const sent: Sent[] = [];
    while (!this.stopping && stream.isOpen) {
      const events = works.cycle();
      sent.push(...events.map(event => ({ client, kind: 'line' as const, events: [event] })));
      await stream.send(events);
      while (sent.length - stream.answers.length > UNANSWERED_LINES_MAX && stream.isOpen) await delay(5);
    }
    const ended = await stream.end();
    this.requests.push(...sent);
    acceptLines(sent, stream.answers, ended === 'complete');
  }

  private async ask(): Promise<void> {
    while (!this.stopping) {
      const answer = await call(this.server, '/v1/events?limit=5');
      if (!answer) return;
      this.observed.push(answer);
      await delay(AGAIN_MS);
    }
  }

  private works(client: string, salt: number): Works {
    return new Works(`${this.name}-${client}`, new Dice(this.seed * 1_000 + salt));
  }
}

function accept(sent: Sent, { status, body }: Answer): true {
  if (sent.kind === 'doomed') {
    if (status !== 422) throw new Error(`an impossible batch was answered ${status}: ${body}`);
    return true;
  }
  if (status !== 200 && status !== 201) throw new Error(`a valid request was answered ${status}: ${body}`);
  const { results } = JSON.parse(body) as { results: ResultLine[] };
  sent.seqs = results.map((result, index) => seqOf(result, sent.events[index]!));
  return true;
}

function acceptLines(sent: readonly Sent[], answers: readonly ResultLine[], isComplete: boolean): void {
  const results = isComplete ? answers.slice(0, -1) : answers.slice(0, sent.length);
  results.forEach((result, index) => (sent[index]!.seqs = [seqOf(result, sent[index]!.events[0]!)]));
  if (!isComplete) return;
  const { recorded = 0, duplicate = 0, refused } = answers.at(-1)?.summary ?? {};
  if (refused !== 0 || recorded + duplicate !== sent.length) {
    throw new Error(`a stream of ${sent.length} lines ended with ${JSON.stringify(answers.at(-1))}`);
  }
}

function seqOf(result: ResultLine, event: ContractEvent): number {
  const isFine = result.id === event.id && (result.status === 'recorded' || result.status === 'duplicate');
  if (!isFine || !result.seq) throw new Error(`${event.type} ${event.id} was answered ${JSON.stringify(result)}`);
  return result.seq;
}

interface Answer extends Observed {
  readonly body: string;
}

/** Records events as one request; `undefined` where the connection broke. */
export const post = (server: ServerProcess, events: readonly ContractEvent[]): Promise<Answer | undefined> =>
  call(server, '/v1/events', JSON.stringify({ events }));

/** Sends a request; `undefined` where the connection broke. */
export async function call({ url, key }: ServerProcess, path: string, body?: string): Promise<Answer | undefined> {
  const sentAt = Date.now();
  try {
    const response = await fetch(url + path, {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    const text = await response.text();
    const { status, headers } = response;
    return { status, retryAfter: headers.get('retry-after'), sentAt, ms: Date.now() - sentAt, body: text };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') throw error;
    return undefined;
  }
}
