import { type Context, Refused, SYSTEM, Unavailable } from '#kernel';
import type { Ledger } from '#ledger';
import type { Database } from '#platform';
import type { CaptureItem, CaptureOutcome, OnError } from './domain/capture-types.js';
import type { DecidedRequest } from './domain/decide-request.js';
import type { FollowUp } from './follow-up.js';
import { GroupCommit } from './group-commit.js';
import { recordSegment } from './segment.js';
import { type SourceCache, TransactionSources } from './storage/source-dictionary.js';

/** A request waiting to be recorded. */
export interface CaptureRequest {
  readonly context: Context;
  readonly items: readonly CaptureItem[];
  readonly onError: OnError;
}

/** What records a request that holds corrections; they read and write in turn and so commit alone. */
export interface CorrectingRecorder {
  record(request: CaptureRequest): Promise<DecidedRequest>;
}

/** Most events that share a commit. */
const SHARED_EVENTS_MAX = 1_000;

/** While so many events wait, callers who do not wait as long as it takes are refused: their turn would come too late. */
const WAITING_EVENTS_MAX = 10_000;

/**
 * Records events: decides them in memory on what was loaded under the ledger's lock, and writes all of a batch in one
 * round trip. Requests that wait at the same time share a commit; each keeps its own all-or-nothing.
 */
export class CaptureService {
  private readonly commits: GroupCommit<CaptureRequest, DecidedRequest>;

  constructor(
    private readonly database: Database,
    private readonly sources: SourceCache,
    private readonly corrections: CorrectingRecorder,
    private readonly followUp: FollowUp,
    private readonly ledger: Ledger,
  ) {
    this.commits = new GroupCommit({
      weight: request => Math.max(1, request.items.length),
      weightMax: SHARED_EVENTS_MAX,
      waitingMax: WAITING_EVENTS_MAX,
      isAlone: request => hasCorrection(request),
      run: requests => this.record(requests),
    });
  }

  /**
   * Records the items of a request in order. `rollback` throws {@link Refused} where any item is at fault and then
   * has recorded nothing; `proceed` reports each. {@link Unavailable} leaves it open whether the request was
   * recorded: sent again it says `duplicate` where it was. It is not recorded where `context.answered` is aborted before
   * its turn has come.
   */
  async capture(context: Context, items: readonly CaptureItem[], onError: OnError): Promise<CaptureOutcome> {
    const decided = await this.commits.submit({ context, items, onError }, context.answered);
    if (decided.refused) throw new Refused(decided.refused);
    return { results: decided.results, head: decided.head };
  }

  /** Waits for what is being recorded; nothing more is taken afterwards. */
  async close(): Promise<void> {
    await this.commits.close(() => new Unavailable('The service is stopping.'));
  }

  private async record(requests: readonly CaptureRequest[]): Promise<DecidedRequest[]> {
    const [first] = requests;
    const decided =
      first && hasCorrection(first) ? [await this.corrections.record(first)] : await this.recordTogether(requests);
    this.ledger.appended();
    this.followUp.committed();
    return decided;
  }

  private async recordTogether(requests: readonly CaptureRequest[]): Promise<DecidedRequest[]> {
    const sources = new TransactionSources(this.sources);
    const decided = await this.database.write(SYSTEM, async tx => {
      const segment = await recordSegment(tx, sources, requests);
      await this.followUp.imports(tx, segment.imports, segment.seq, sources);
      return segment.decided;
    });
    sources.commit();
    return decided;
  }
}

const hasCorrection = (request: CaptureRequest): boolean =>
  request.items.some(item => 'event' in item && item.event.type === 'correction');
