import type { Context, DomainError } from '#kernel';
import type { CaptureItem, CaptureOutcome } from '#lots';
import { problemOf } from '#platform';
import { NOTHING, checkpoint, resultAnswers, summarize, toLines } from './capture-answers.js';
import type { Spool } from './spool.js';

/** Writes the answers of an import in order, and what ends them. */
export class ImportAnswers {
  private summary = NOTHING;
  private head: number | undefined;

  constructor(
    private readonly context: Context,
    private readonly spool: Spool,
  ) {}

  async add(slice: readonly CaptureItem[], outcome: CaptureOutcome): Promise<void> {
    this.summary = summarize(outcome.results, this.summary);
    this.head = outcome.head;
    await this.spool.write(toLines(resultAnswers(slice, outcome, this.context.locale)));
  }

  /** The last line of an import that came through. `readHead` is asked where nothing was recorded. */
  async finish(readHead: () => Promise<number>): Promise<void> {
    const seq = this.head ?? (await readHead());
    await this.spool.write(toLines([{ summary: this.summary, ...checkpoint(seq) }]));
  }

  /** The last line tells what broke the import; where nothing was answered yet, it is the answer itself. */
  async fail(refusal: DomainError): Promise<void> {
    if (this.head === undefined) this.spool.reader.destroy(refusal);
    else await this.spool.write(toLines([{ problem: problemOf(refusal, this.context.locale) }]));
  }
}
