import type { Readable } from 'node:stream';
import { DomainError, type Context } from '#kernel';
import { MAX_EVENT_BYTES, type CaptureItem, type OnError } from '#lots';
import type { Logger, Metrics } from '#platform';
import { Answer } from '../http/answer.js';
import { HttpRefusal, TooLarge } from '../http/errors.js';
import { checkpoint, resultAnswers, summarize, toLines } from './capture-answers.js';
import type { CapturePort } from './capture-port.js';
import { shapeLine } from './event-shape.js';
import { FaultBudget } from './fault-budget.js';
import { ImportAnswers } from './import-answers.js';
import { readLines } from './ndjson.js';
import { retryWhileUnavailable } from './retry.js';
import { SlicePump } from './slice-pump.js';
import { Spool } from './spool.js';

/** Most lines of an all-or-nothing request. */
export const MAX_ROLLBACK_LINES = 10_000;
/** Most bytes of an all-or-nothing request, which has to be held as a whole. */
export const MAX_ROLLBACK_BYTES = 64 * 1024 * 1024;

const HEADERS = { 'content-type': 'application/x-ndjson; charset=utf-8' };

/** Records events from NDJSON, as long as it may be. */
export class EventImports {
  private readonly stopping = new AbortController();

  constructor(
    private readonly captures: CapturePort,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
    /** Where answers wait that the client has not taken yet. */
    private readonly spoolFolder: string,
  ) {}

  async run(context: Context, body: Readable, onError: OnError): Promise<Answer> {
    return onError === 'rollback' ? this.rollback(context, body) : this.proceed(context, body);
  }

  /** Imports under way no longer wait for a database that is away. */
  close(): void {
    this.stopping.abort();
  }

  /** Holds all lines, then records all or none. A body that breaks off records nothing. */
  private async rollback(context: Context, body: Readable): Promise<Answer> {
    const items = await collect(body);
    const outcome = await this.captures.capture(context, items, 'rollback');
    const summary = summarize(outcome.results);
    this.metrics.countResults(summary);
    const results = resultAnswers(items, outcome, context.locale);
    return new Answer(200, toLines([...results, { summary, ...checkpoint(outcome.head) }]), HEADERS);
  }

  /** Records what is valid, slice by slice, and answers as it goes. */
  private async proceed(context: Context, body: Readable): Promise<Answer> {
    const spool = await Spool.open(this.spoolFolder);
    void this.record({ ...context, answered: undefined }, body, spool); // holds its lines until they are recorded
    return new Answer(200, spool.reader, HEADERS);
  }

  /** Never rejects, and always ends the spool. */
  private async record(context: Context, body: Readable, spool: Spool): Promise<void> {
    const answers = new ImportAnswers(context, spool);
    const capture = (slice: readonly CaptureItem[]) =>
      retryWhileUnavailable(() => this.captures.capture(context, slice, 'proceed'), this.stopping.signal);
    const pump = new SlicePump(async slice => {
      const outcome = await capture(slice);
      this.metrics.countResults(summarize(outcome.results));
      await answers.add(slice, outcome);
    });
    try {
      const { broken } = await feed(pump, body);
      if (!broken) await answers.finish(async () => (await capture([])).head);
    } catch (error) {
      body.resume(); // so that the client can finish sending and read what there is
      await answers.fail(this.refusalOf(error, context)).catch(() => undefined);
    } finally {
      spool.end();
    }
  }

  private refusalOf(error: unknown, { requestId }: Context): DomainError {
    if (error instanceof DomainError) return error;
    this.logger.error({ err: error, requestId }, 'import failed');
    return new HttpRefusal(500, `The import ${requestId} failed.`);
  }
}

async function feed(pump: SlicePump, body: Readable): Promise<{ broken: boolean }> {
  const budget = new FaultBudget();
  let broken = false;
  let index = 0;
  for await (const lines of readLines(body, MAX_EVENT_BYTES, () => (broken = true))) {
    for (const line of lines) await pump.add(shapeLine(line, index++, budget), line?.length ?? 0);
    pump.kick();
  }
  await pump.finish();
  return { broken };
}

async function collect(body: Readable): Promise<CaptureItem[]> {
  const budget = new FaultBudget();
  const items: CaptureItem[] = [];
  let bytes = 0;
  let broken = false;
  for await (const lines of readLines(body, MAX_EVENT_BYTES, () => (broken = true))) {
    for (const line of lines) items.push(shapeLine(line, items.length, budget));
    bytes += lines.reduce((sum, line) => sum + (line?.length ?? 0), 0);
    if (items.length > MAX_ROLLBACK_LINES) throw tooLarge(body, `${MAX_ROLLBACK_LINES} lines with onError=rollback`);
    if (bytes > MAX_ROLLBACK_BYTES) throw tooLarge(body, `${MAX_ROLLBACK_BYTES} bytes with onError=rollback`);
  }
  if (broken) throw new HttpRefusal(400, 'The body broke off; nothing was recorded.');
  return items;
}

function tooLarge(body: Readable, most: string): TooLarge {
  body.resume();
  return new TooLarge(most);
}
