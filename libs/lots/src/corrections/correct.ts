import { type Context, type Fault, parseInstant } from '#kernel';
import { appendStatements } from '#ledger';
import type { Statement, Transaction } from '#platform';
import { composePools } from '../composer.js';
import type { CaptureResult, ShapedItem } from '../domain/capture-types.js';
import { carryUses, checkCorrection, decideReplacement } from '../domain/decide-correction.js';
import type { Deciding } from '../domain/decide/deciding.js';
import { contentEntry, decideKnown, mayRecord, refusal } from '../domain/decide-request.js';
import type { CorrectionEvent } from '../domain/event-schema.js';
import { referencesOf } from '../domain/references.js';
import { judgeSource } from '../domain/source-status.js';
import type { EventPlan, EventState, HoldingState, RootPlan, TransferState } from '../domain/state.js';
import type { Loaded } from '../domain/plans.js';
import { Workspace } from '../domain/workspace.js';
import { propagate } from '../recompute.js';
import { rejudge } from '../rejudge.js';
import { rebaseLot, restatedLots } from './rebase-lots.js';
import { loadBatch, type LoadedBatch } from '../storage/capture.repository.js';
import {
  closeEvent, descendsFrom, type EventBooks, liftRanks, loadBooks, poolsDrawingLots, repoint,
} from '../storage/corrections.repository.js'; // prettier-ignore
import { countersStatement, debitStatements, planStatements } from '../storage/plan-statements.js';
import { writePools } from '../storage/pools.repository.js';
import { writeRoots } from '../storage/roots.repository.js';
import type { TransactionSources } from '../storage/source-dictionary.js';

export interface Corrected {
  readonly result: CaptureResult;
  readonly head: number;
  /** Pools left to be recomputed by a job. */
  readonly dirty: number;
}

type CorrectionItem = ShapedItem & { readonly event: CorrectionEvent };

/** Voids or replaces an event: takes back what it did, decides anew, and recomputes what follows. */
export async function correct(
  tx: Transaction,
  context: Context,
  item: CorrectionItem,
  sources: TransactionSources,
): Promise<Corrected> {
  const { event } = item;
  const batch = await loadBatch(tx, referencesTo(event));
  sources.startAfter(batch.lastSourceNo);
  const { seq: before } = batch.head;
  const refuse = (faults: readonly Fault[]): Corrected => ({ result: refusal(item, faults), head: before, dirty: 0 });
  const known = batch.loaded.events.find(each => each.id === event.id.toLowerCase());
  if (known) return { result: decideKnown(item, known), head: before, dirty: 0 };
  const original = batch.loaded.events.find(each => each.id === event.corrects.toLowerCase());
  const faults = [...checkParties(context, event, batch), ...checkCorrection(event, original)];
  if (!original || faults.length > 0) return refuse(faults);
  const books = await loadBooks(tx, original.no);
  const ws = new Workspace(withoutOriginal(batch.loaded, original, books));
  const seq = ws.nextSeq();
  const replaced = event.replacement && { ...event.replacement, id: original.id };
  const deciding = replaced && decideReplacement(ws, replaced, original, books, seq);
  const sent = batch.loaded.transfers.find(transfer => transfer.dispatchNo === original.no);
  const found = await checkDecided(tx, ws, deciding, original, books, sent);
  if (found.length > 0) return refuse(found);
  for (const { transfer } of ws.plans.transfers)
    Object.assign(transfer, { state: sent?.state ?? transfer.state, receiptNo: sent?.receiptNo });
  await writeCorrection(tx, context, event, { batch, ws, original, books, deciding, seq, sources });
  const dirty = await follow(tx, { batch, ws, original, books, deciding, seq, sources });
  return { result: { id: event.id, status: 'recorded', seq, version: 1 }, head: seq, dirty };
}

function referencesTo(event: CorrectionEvent): ReturnType<typeof referencesOf> {
  const id = event.corrects.toLowerCase();
  const replacement = event.replacement && { ...event.replacement, id };
  const references = referencesOf(replacement ? [{ id, event: replacement }] : []);
  references.eventIds.add(id);
  references.dispatches.add(id);
  references.eventIds.add(event.id.toLowerCase());
  references.enterprises.add(event.enterprise);
  return references;
}

function checkParties(context: Context, event: CorrectionEvent, batch: LoadedBatch): Fault[] {
  const { enterprise, occurredAt } = event;
  const faults: Fault[] = [];
  if (!batch.registry.registered.has(enterprise) || !mayRecord(context, enterprise)) {
    faults.push({
      code: 'unknown-enterprise',
      pointer: '/enterprise',
      value: enterprise,
      expected: 'an enterprise of the registry',
    });
  }
  if (parseInstant(occurredAt)!.getTime() > batch.head.recordedAt.getTime() + 5 * 60_000) {
    faults.push({ code: 'in-the-future', pointer: '/occurredAt', value: occurredAt, expected: 'not in the future' });
  }
  return faults;
}

/** The state as if the original had not been recorded: its yields are gone, its draws given back. */
function withoutOriginal(loaded: Loaded, original: EventState, books: EventBooks): Loaded {
  const own = new Set(books.holdings.map(holding => holding.no));
  const holdings = new Map(loaded.holdings.filter(each => !own.has(each.no)).map(each => [each.no, each]));
  for (const draw of books.draws) {
    const holding = holdings.get(draw.holding.no) ?? draw.holding;
    holding.drawnG -= draw.massG;
    holding.drawnReoG -= draw.reoG;
    holdings.set(holding.no, holding);
  }
  for (const transfer of loaded.transfers) {
    if (transfer.receiptNo === original.no) Object.assign(transfer, { state: 'in-transit', receiptNo: undefined });
  }
  return {
    ...loaded,
    holdings: [...holdings.values()],
    lots: loaded.lots.filter(lot => lot.eventNo !== original.no),
  };
}

async function checkDecided(
  tx: Transaction,
  ws: Workspace,
  deciding: Deciding | undefined,
  original: EventState,
  books: EventBooks,
  before: TransferState | undefined,
): Promise<Fault[]> {
  const made = ws.plans.holdings.map(({ holding }) => holding);
  const faults = (deciding?.faults ?? []).map(fault => ({ ...fault, pointer: `/replacement${fault.pointer}` }));
  if (faults.length > 0) return faults;
  const pointer = deciding ? '/replacement' : '/corrects';
  const events = deciding ? dependsOn(deciding, made, original) : [];
  if (events.length > 0 && (await descendsFrom(tx, events, original.no, original.rank))) {
    return [{ code: 'cycle', pointer: `${pointer}/draws`, expected: 'lots that do not descend from this event' }];
  }
  const [now] = ws.plans.transfers;
  const redirected = before !== undefined && now !== undefined && before.receiver !== now.transfer.receiver;
  return carryUses(books, made, pointer, redirected);
}

/** Events that may descend from the corrected one and would come before it: whose holdings it draws, whose lots it counts. */
function dependsOn({ event, draws }: Deciding, made: readonly HoldingState[], original: EventState): number[] {
  const drawn = draws.filter(draw => draw.holding.eventRank > original.rank).map(draw => draw.holding.eventNo);
  const counted = event.type === 'stocktake' ? made.map(({ lot }) => lot.eventNo) : [];
  return [...new Set([...drawn, ...counted])];
}

interface Correction {
  readonly batch: LoadedBatch;
  readonly ws: Workspace;
  readonly original: EventState;
  readonly books: EventBooks;
  readonly deciding: Deciding | undefined;
  readonly seq: number;
  readonly sources: TransactionSources;
}

async function writeCorrection(
  tx: Transaction,
  context: Context,
  event: CorrectionEvent,
  correction: Correction,
): Promise<void> {
  const { batch, ws, original, books, deciding, seq, sources } = correction;
  const judge = judgeWith(correction);
  const pools = await composePools(tx, ws.plans.pools, judge, sources);
  const plans = {
    ...ws.plans,
    events: [rowOfCorrection(event, ws, seq), newVersion(event, original, deciding, ws, seq)],
  };
  const touched = new Set<HoldingState>([...ws.touched, ...books.draws.map(draw => ownState(ws, draw.holding))]);
  const entry = { kind: 'event' as const, tenant: event.enterprise, subject: event.id.toLowerCase(), context };
  await tx.pipeline([
    ...closeEvent(original.no, seq),
    ...debitStatements([...touched].filter(holding => holding.eventNo !== original.no)),
    ...transferStatements(original, deciding),
    ...planStatements(plans),
    ...writePools(pools),
    ...writeRoots(ws.plans.roots.map(({ root }) => ({ root, seq, status: judge(root) }))),
    ...sources.flush(),
    countersStatement(ws.counters),
    ...appendStatements(batch.head, [{ ...entry, ...contentEntry(event).parts }]),
  ]);
}

/** The workspace's own object of a holding, which the decision may have drawn from again. */
function ownState(ws: Workspace, holding: HoldingState): HoldingState {
  return [...ws.touched].find(each => each.no === holding.no) ?? ws.known(holding.no) ?? holding;
}

function judgeWith({ batch, original, books }: Correction): (root: RootPlan) => ReturnType<typeof judgeSource> {
  const own = books.declarations.length > 0 ? books.holdings.reduce((sum, each) => sum + each.lot.massG, 0) : 0;
  return root => {
    const imported = batch.imported.get(root.reference) ?? 0;
    const without = books.declarations.includes(root.reference) ? imported - own : imported;
    const importedG = original.type === 'import' ? without + root.massG : 0;
    return judgeSource(root, { ...batch.registry.evidenceFor(root), importedG });
  };
}

function rowOfCorrection(event: CorrectionEvent, ws: Workspace, seq: number): EventPlan {
  return {
    no: ws.next('eventNo'),
    version: 1,
    id: event.id.toLowerCase(),
    type: 'correction',
    enterprise: event.enterprise,
    occurredAt: parseInstant(event.occurredAt)!,
    voided: false,
    rank: 0,
    firstSeq: seq,
    seq,
  };
}

function newVersion(
  event: CorrectionEvent,
  original: EventState,
  deciding: Deciding | undefined,
  ws: Workspace,
  seq: number,
): EventPlan {
  const { reason } = event;
  const row = ws.plans.events[0];
  if (deciding && row) return { ...row, reason, rank: Math.max(row.rank, original.rank) };
  const { no, id, type, enterprise, occurredAt, rank, firstSeq } = original;
  return {
    no,
    id,
    type,
    enterprise,
    occurredAt,
    rank,
    firstSeq,
    version: original.version + 1,
    voided: true,
    reason,
    seq,
  };
}

/** A voided dispatch is no transfer any more; a receipt taken back, or answered otherwise, reopens its dispatch. */
function transferStatements(original: EventState, deciding: Deciding | undefined): Statement[] {
  if (original.type === 'dispatch' && !deciding) {
    return [{ text: 'DELETE FROM transfer WHERE dispatch_no = $1', values: [original.no] }];
  }
  if (original.type !== 'receipt') return [];
  const reopened = {
    text: `UPDATE transfer SET state = 'in-transit', receipt_no = NULL WHERE receipt_no = $1`,
    values: [original.no],
  };
  const answered = [...(deciding?.ws.answered ?? [])].map(transfer => ({
    text: 'UPDATE transfer SET state = $2, receipt_no = $3 WHERE dispatch_no = $1',
    values: [transfer.dispatchNo, transfer.state, transfer.receiptNo],
  }));
  return [reopened, ...answered];
}

/** Recomputes what the correction changes downstream; returns how many pools are left to a job. */
async function follow(tx: Transaction, correction: Correction): Promise<number> {
  const { ws, original, books, deciding, seq, sources } = correction;
  if (deciding && deciding.rank > original.rank) await liftRanks(tx, original.no);
  const pools = new Set(ws.plans.pools.filter(pool => pool.kind !== 'root').map(pool => pool.no));
  for (const no of await followHoldings(tx, correction)) pools.add(no);
  const lots = new Set([...books.holdings.map(each => each.lot.no), ...ws.plans.lots.map(({ lot }) => lot.no)]);
  for (const lot of restatedLots(ws, books)) await rebaseLot(tx, lot, seq);
  for (const no of await poolsDrawingLots(tx, [...lots])) pools.add(no);
  const roots = ws.plans.pools.filter(pool => pool.kind === 'root').map(pool => pool.no);
  let { dirty } = await propagate(tx, { pools: [...pools], changed: roots }, seq, sources);
  const declarations = [
    ...books.declarations,
    ...ws.plans.roots.flatMap(({ root }) => (root.kind === 'import' ? [root.reference] : [])),
  ];
  if (declarations.length > 0) dirty += (await rejudge(tx, { declarations }, seq, sources)).dirty;
  const statements = sources.flush();
  if (statements.length > 0) await tx.pipeline(statements);
  return dirty;
}

/** Holdings whose pool is another now: what carries on from them follows. */
async function followHoldings(tx: Transaction, { ws, books }: Correction): Promise<number[]> {
  const before = new Map(books.holdings.map(holding => [holding.no, holding.poolNo]));
  const pools: number[] = [];
  for (const { holding } of ws.plans.holdings) {
    const old = before.get(holding.no);
    if (old !== undefined && old !== holding.poolNo)
      pools.push(...(await repoint(tx, holding.no, old, holding.poolNo)));
  }
  return pools;
}
