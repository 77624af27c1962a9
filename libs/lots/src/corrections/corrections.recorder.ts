import { Refused, SYSTEM } from '#kernel';
import type { Database, Transaction } from '#platform';
import type { CaptureRequest, CorrectingRecorder } from '../capture.service.js';
import type { CaptureItem, CaptureResult, ShapedItem } from '../domain/capture-types.js';
import type { DecidedRequest } from '../domain/decide-request.js';
import type { CorrectionEvent } from '../domain/event-schema.js';
import type { FollowUp } from '../follow-up.js';
import { recordSegment } from '../segment.js';
import { type SourceCache, TransactionSources } from '../storage/source-dictionary.js';
import { correct } from './correct.js';

/** Records a request that holds corrections: stretches of other events together, each correction on its own. */
export class CorrectionsRecorder implements CorrectingRecorder {
  constructor(
    private readonly database: Database,
    private readonly sources: SourceCache,
    private readonly followUp: FollowUp,
  ) {}

  async record(request: CaptureRequest): Promise<DecidedRequest> {
    const sources = new TransactionSources(this.sources);
    try {
      const decided = await this.database.write(SYSTEM, tx => this.recordStretches(tx, request, sources));
      sources.commit();
      return decided;
    } catch (error) {
      if (error instanceof Refused) return { results: [], refused: error.faults, head: 0 };
      throw error;
    }
  }

  private async recordStretches(
    tx: Transaction,
    request: CaptureRequest,
    sources: TransactionSources,
  ): Promise<DecidedRequest> {
    const results: CaptureResult[] = [];
    let head = 0;
    let dirty = 0;
    for (const stretch of stretches(request.items)) {
      const [first] = stretch;
      if (first && isCorrection(first)) {
        const corrected = await correct(tx, request.context, first, sources);
        results.push(corrected.result);
        head = corrected.head;
        dirty += corrected.dirty;
        continue;
      }
      const segment = await recordSegment(tx, sources, [{ ...request, items: stretch, onError: 'proceed' }]);
      results.push(...segment.decided[0]!.results);
      head = segment.seq;
      await this.followUp.imports(tx, segment.imports, segment.seq, sources);
    }
    const faults = results.flatMap(result => result.faults ?? []);
    if (request.onError === 'rollback' && faults.length > 0) throw new Refused(faults);
    await this.followUp.left(tx, dirty);
    return { results, head };
  }
}

type CorrectionItem = ShapedItem & { readonly event: CorrectionEvent };

const isCorrection = (item: CaptureItem): item is CorrectionItem => 'event' in item && item.event.type === 'correction';

/** Items in order: corrections alone, what lies between them together. */
function stretches(items: readonly CaptureItem[]): CaptureItem[][] {
  const parts: CaptureItem[][] = [];
  let open: CaptureItem[] | undefined;
  for (const item of items) {
    if (isCorrection(item)) {
      parts.push([item]);
      open = undefined;
    } else if (open) {
      open.push(item);
    } else {
      parts.push((open = [item]));
    }
  }
  return parts;
}
