import type { Locale } from '#kernel';
import { ReplayRefused, type ReplayStep } from '#lots';
import { answerOf, createApiClient, ServerFailure, type ApiClient } from '../client/api-client.js';
import type { ServerAccess } from '../shared/server.js';
import type { LedgerTarget, Reached } from './going-on.js';
import { upload, type LineResult } from './upload.js';

/**
 * Records a ledger again through the public API of a server. Everything is recorded by the key that is used; entries
 * that no request makes are left out, so that what follows them has lower positions.
 */
export class HttpTarget implements LedgerTarget {
  private readonly client: ApiClient;
  /** Entries that were left out. */
  leftOut = 0;

  constructor(
    private readonly server: ServerAccess,
    private readonly lang: Locale,
  ) {
    this.client = createApiClient({ ...server, lang });
  }

  /** Position of the newest entry of the server's ledger: that of a request which records nothing. */
  async head(): Promise<number> {
    const { seq } = await this.send('', none(), () => undefined);
    return seq;
  }

  positionOf(seq: number): number {
    return seq - this.leftOut;
  }

  goOn({ seq, head }: Reached): void {
    this.leftOut = seq - head;
  }

  async record(step: ReplayStep): Promise<void> {
    switch (step.kind) {
      case 'events':
        return this.recordEvents(step.lines);
      case 'registry':
        return this.recordRegistry(step.lines);
      case 'decision':
        return this.recordDecision(step.lines[0]);
      case 'other':
        this.leftOut += step.lines.length;
        return undefined;
      default:
        return step satisfies never;
    }
  }

  private async recordEvents(lines: Extract<ReplayStep, { kind: 'events' }>['lines']): Promise<void> {
    const bodies = lines.map(({ event, seq }) => ({ line: seq, json: JSON.stringify(event) }));
    try {
      await this.send('?onError=rollback', each(bodies), (seq, result) => this.assertRecorded(seq, result));
    } catch (error) {
      throw error instanceof ServerFailure && error.kind === 'refused' ? refusedAt(lines, error) : error;
    }
  }

  private send(
    query: string,
    bodies: AsyncIterable<{ line: number; json: string }>,
    onResult: (seq: number, result: LineResult) => void,
  ): Promise<{ readonly seq: number }> {
    return upload(bodies, { ...this.server, lang: this.lang, method: 'POST', path: `/v1/events${query}` }, onResult);
  }

  private async recordRegistry(lines: Extract<ReplayStep, { kind: 'registry' }>['lines']): Promise<void> {
    const [{ collection }] = lines as [(typeof lines)[number]];
    const path = `/v1/registry/${collection}` as '/v1/registry/enterprises';
    const items = lines.map(({ item }) => item) as never[];
    const { results } = await this.refusing(lines, answerOf(this.client.PUT(path, { body: { items } })));
    lines.forEach(({ seq }, index) => this.assertRecorded(seq, results[index] as LineResult));
  }

  private async recordDecision(line: Extract<ReplayStep, { kind: 'decision' }>['lines'][0]): Promise<void> {
    const call = this.client.POST('/v1/sources/{id}/decisions', {
      params: { path: { id: line.source } },
      body: line.decision,
    });
    const { seq } = await this.refusing([line], answerOf(call));
    this.assertRecorded(line.seq, { status: 'recorded', seq });
  }

  private async refusing<T>(lines: readonly { readonly seq: number }[], call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      const isRefusal = error instanceof ServerFailure && (error.kind === 'refused' || error.kind === 'notFound');
      throw isRefusal ? refusedAt(lines, error) : error;
    }
  }

  /** Nothing but what was left out stands between a position and the one it had. */
  private assertRecorded(seq: number, { status, seq: at, problem }: LineResult): void {
    if (at === this.positionOf(seq) && status !== 'duplicate') return;
    throw new ReplayRefused(seq, `${status} (${problem?.detail ?? `position ${at ?? 'none'}`})`);
  }
}

const refusedAt = (lines: readonly { readonly seq: number }[], { detail }: ServerFailure): ReplayRefused =>
  new ReplayRefused(lines[0]?.seq ?? 0, detail);

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const none = (): AsyncGenerator<never> => each([]);
