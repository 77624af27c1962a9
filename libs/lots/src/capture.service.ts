import { type Context, Refused, Unavailable, SYSTEM } from '#kernel';
import { appendStatements, type Ledger, type NewEntry } from '#ledger';
import type { Database, Transaction } from '#platform';
import { composePools } from './composer.js';
import type { CaptureItem, CaptureOutcome, OnError } from './domain/capture-types.js';
import { decideRequest, type DecidedRequest } from './domain/decide-request.js';
import { referencesOf } from './domain/references.js';
import { judgeSource } from './domain/source-status.js';
import type { MaterialEvent } from './domain/event-schema.js';
import type { RootPlan } from './domain/state.js';
import { Workspace } from './domain/workspace.js';
import type { FollowUp } from './follow-up.js';
import { GroupCommit } from './group-commit.js';
import { loadBatch, type LoadedBatch } from './storage/capture.repository.js';
import { answerStatements, debitStatements, planStatements } from './storage/plan-statements.js';
import { writePools } from './storage/pools.repository.js';
import { writeRoots } from './storage/roots.repository.js';
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

export interface Segment {
  readonly decided: DecidedRequest[];
  readonly batch: LoadedBatch;
  /** Declarations that new import events cite: earlier events that cite them have to be judged again. */
  readonly imports: readonly string[];
  /** Ledger position after the segment. */
  readonly seq: number;
}

/** Loads, decides and writes requests without corrections inside a transaction. */
export async function recordSegment(
  tx: Transaction,
  sources: TransactionSources,
  requests: readonly CaptureRequest[],
): Promise<Segment> {
  const batch = await loadBatch(tx, referencesOf(requests.flatMap(shapedEvents)));
  sources.startAfter(batch.lastSourceNo);
  const ws = new Workspace(batch.loaded);
  const outcomes = requests.map(request => decideRequest(ws, request));
  const entries = ws.plans.entries;
  const seq = batch.head.seq + entries.length;
  const decided = outcomes.map(outcome => ({ ...outcome, head: seq }));
  if (entries.length === 0) return { decided, batch, imports: [], seq };
  await writeSegment(tx, batch, ws, sources, entries);
  return { decided, batch, imports: repeatedImports(batch, ws), seq };
}

function shapedEvents(request: CaptureRequest): { id: string; event: MaterialEvent }[] {
  return request.items.flatMap(item =>
    'event' in item && item.event.type !== 'correction' ? [{ id: item.event.id.toLowerCase(), event: item.event }] : [],
  );
}

async function writeSegment(
  tx: Transaction,
  batch: LoadedBatch,
  ws: Workspace,
  sources: TransactionSources,
  entries: readonly NewEntry[],
): Promise<void> {
  const judge = judgeWith(batch, ws);
  const pools = await composePools(tx, ws.plans.pools, judge, sources);
  const judged = ws.plans.roots.map(({ root, seq }) => ({ root, seq, status: judge(root) }));
  const touched = [...ws.touched].filter(holding => holding.no <= batch.loaded.counters.holdingNo);
  const { eventNo, lotNo, holdingNo, poolNo } = ws.counters;
  await tx.pipeline([
    ...debitStatements(touched),
    ...planStatements(ws.plans),
    ...answerStatements([...ws.answered]),
    ...writePools(pools),
    ...writeRoots(judged),
    ...sources.flush(),
    {
      name: 'lots-counter-move',
      text: 'UPDATE lots_counter SET event_no = $1, lot_no = $2, holding_no = $3, pool_no = $4',
      values: [eventNo, lotNo, holdingNo, poolNo],
    },
    ...appendStatements(batch.head, entries),
  ]);
}

/** Judges roots on what the batch loaded and what it imports itself. */
function judgeWith(batch: LoadedBatch, ws: Workspace): (root: RootPlan) => ReturnType<typeof judgeSource> {
  const importedNow = new Map<string, number>();
  for (const { root } of ws.plans.roots) {
    if (root.kind === 'import') importedNow.set(root.reference, (importedNow.get(root.reference) ?? 0) + root.massG);
  }
  return root =>
    judgeSource(root, {
      ...batch.registry.evidenceFor(root),
      importedG: (batch.imported.get(root.reference) ?? 0) + (importedNow.get(root.reference) ?? 0),
    });
}

const repeatedImports = (batch: LoadedBatch, ws: Workspace): string[] => [
  ...new Set(
    ws.plans.roots.flatMap(({ root }) =>
      root.kind === 'import' && batch.imported.has(root.reference) ? [root.reference] : [],
    ),
  ),
];
