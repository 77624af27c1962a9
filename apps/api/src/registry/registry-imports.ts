import type { Readable } from 'node:stream';
import { DomainError, Refused, type Context } from '#kernel';
import { parseStrictJson, problemOf, type Logger } from '#platform';
import type { RegistryLine, RegistryService } from '#registry';
import { checkpoint, toLines } from '../events/capture-answers.js';
import { readLines, type Line } from '../events/ndjson.js';
import { retryWhileUnavailable } from '../events/retry.js';
import { SlicePump } from '../events/slice-pump.js';
import { Spool } from '../events/spool.js';
import { Answer } from '../http/answer.js';
import { HttpRefusal } from '../http/errors.js';
import { itemAnswer, NO_RESULTS, summarize } from './registry-answers.js';

/** Most bytes of JSON of one item in a stream. */
const MAX_ITEM_BYTES = 4 * 1024 * 1024;

const HEADERS = { 'content-type': 'application/x-ndjson; charset=utf-8' };

/** Takes items from NDJSON, as long as it may be: slice by slice, answering as it goes. */
export class RegistryImports {
  private readonly stopping = new AbortController();

  constructor(
    private readonly registry: RegistryService,
    private readonly logger: Logger,
    /** Where answers wait that the client has not taken yet. */
    private readonly spoolFolder: string,
  ) {}

  async run(context: Context, collection: string, body: Readable): Promise<Answer> {
    const spool = await Spool.open(this.spoolFolder);
    void this.record(context, collection, body, spool);
    return new Answer(200, spool.reader, HEADERS);
  }

  /** Imports under way no longer wait for a database that is away. */
  close(): void {
    this.stopping.abort();
  }

  /** Never rejects, and always ends the spool. */
  private async record(context: Context, collection: string, body: Readable, spool: Spool): Promise<void> {
    let summary = NO_RESULTS;
    let seq: number | undefined;
    const put = async (slice: readonly RegistryLine[]): Promise<void> => {
      const { results, head } = await retryWhileUnavailable(
        () => this.registry.putLines(context, collection, slice),
        this.stopping.signal,
      );
      seq = head.seq;
      summary = summarize(results, summary);
      await spool.write(toLines(results.map(result => itemAnswer(result, context.locale))));
    };
    try {
      const { broken } = await feed(new SlicePump(put), body);
      if (seq === undefined && !broken) await put([]);
      if (!broken) await spool.write(toLines([{ summary, ...checkpoint(seq!) }]));
    } catch (error) {
      body.resume(); // so that the client can finish sending and read what there is
      const refusal = this.refusalOf(error, context);
      if (seq === undefined) spool.reader.destroy(refusal);
      else await spool.write(toLines([{ problem: problemOf(refusal, context.locale) }])).catch(() => undefined);
    } finally {
      spool.end();
    }
  }

  private refusalOf(error: unknown, { requestId }: Context): DomainError {
    if (error instanceof DomainError) return error;
    this.logger.error({ err: error, requestId }, 'registry import failed');
    return new HttpRefusal(500, `The import ${requestId} failed.`);
  }
}

/** Puts the lines of a body into slices; one that breaks off ends with its last complete line. */
async function feed(pump: SlicePump<RegistryLine>, body: Readable): Promise<{ broken: boolean }> {
  let broken = false;
  let index = 0;
  for await (const lines of readLines(body, MAX_ITEM_BYTES, () => (broken = true))) {
    for (const line of lines) await pump.add(readLine(line, index++), line?.length ?? 0);
    pump.kick();
  }
  await pump.finish();
  return { broken };
}

function readLine(line: Line, index: number): RegistryLine {
  if (!line) {
    return { index, faults: [{ code: 'limit-exceeded', index, pointer: '', expected: `at most ${MAX_ITEM_BYTES} bytes of JSON` }] };
  }
  try {
    return { index, value: parseStrictJson(line) };
  } catch (error) {
    if (error instanceof Refused) return { index, faults: error.faults.map(fault => ({ ...fault, index })) };
    throw error;
  }
} // prettier-ignore
