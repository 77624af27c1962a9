import { type Context, DomainError, parseInstant, SYSTEM } from '#kernel';
import { appendStatements, type Head, Ledger, lockHead } from '#ledger';
import { type Database, InProcessJobQueue, sleep } from '#platform';
import { RegistryService } from '#registry';
import type { CaptureItem } from '../domain/capture-types.js';
import { createLots, type Lots } from '../lots.js';
import type { DecisionLine, EventLine, OtherLine, RecordedBy, RegistryLine } from './ledger-line.js';
import { ReplayRefused, type ReplayTarget } from './replay.js';
import type { ReplayStep } from './steps.js';

const POLL_MS = 100;

/**
 * Records a ledger again straight in a database, with who recorded each entry and at the position it had. The database
 * must be migrated and hold no entry before the first one recorded. What was recorded keeps its instants, but carries
 * the time of this recording.
 */
export class DatabaseTarget implements ReplayTarget {
  private readonly registry: RegistryService;
  private readonly lots: Lots;
  private readonly jobs: InProcessJobQueue;

  constructor(private readonly database: Database) {
    const ledger = new Ledger(database);
    this.registry = new RegistryService(database, ledger);
    this.jobs = new InProcessJobQueue(database, { pollMs: POLL_MS });
    this.lots = createLots({ database, ledger, registry: this.registry, jobs: this.jobs });
  }

  async record(step: ReplayStep): Promise<void> {
    try {
      await this.recordStep(step);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new ReplayRefused(seqOf(error, step), error.message, { cause: error });
    }
  }

  /** Waits until everything that follows from the entries is computed, then lets the parts go; not the database. */
  async finish(signal: AbortSignal = new AbortController().signal): Promise<void> {
    this.jobs.start();
    while (!signal.aborted && (await this.hasDirtyPools())) await sleep(POLL_MS, signal);
    await this.close();
  }

  async close(): Promise<void> {
    await this.lots.capture.close();
    await this.jobs.close();
  }

  private async recordStep(step: ReplayStep): Promise<void> {
    switch (step.kind) {
      case 'events':
        return this.recordEvents(step.lines);
      case 'registry':
        return this.recordRegistry(step.lines);
      case 'decision':
        return this.recordDecision(step.lines[0]);
      case 'other':
        return this.recordOther(step.lines);
      default:
        return step satisfies never;
    }
  }

  /** Requests of several actors are sent in one turn, so that they share a commit. */
  private async recordEvents(lines: readonly EventLine[]): Promise<void> {
    const requests = byActor(lines);
    const outcomes = await Promise.all(
      requests.map(({ by, lines }) =>
        this.lots.capture.capture(contextOf(by), lines.map((line, index) => itemOf(line, index)), 'rollback'),
      ),
    ); // prettier-ignore
    outcomes.forEach(({ results }, index) => assertPositions(requests[index]!.lines, results));
  }

  private async recordRegistry(lines: readonly RegistryLine[]): Promise<void> {
    const [{ collection, by }] = lines as [RegistryLine];
    const { results } = await this.registry.put(contextOf(by), collection, lines.map(({ item }) => item)); // prettier-ignore
    assertPositions(lines, results);
  }

  private async recordDecision(line: DecisionLine): Promise<void> {
    const { status, note, from, to } = line.decision;
    const period = {
      ...(from === undefined ? {} : { from: parseInstant(from)! }),
      ...(to === undefined ? {} : { to: parseInstant(to)! }),
    };
    const { seq } = await this.lots.decisions.decide(contextOf(line.by), line.source, { status, note, ...period });
    assertPositions([line], [{ status, seq }]);
  }

  private async recordOther(lines: readonly OtherLine[]): Promise<void> {
    const entries = lines.map(({ entry, by }) => ({ ...entry, context: contextOf(by) }));
    await this.database.write(SYSTEM, async tx => {
      const [head] = await tx.query<Head>(lockHead.text);
      assertPositions(
        lines,
        lines.map((_, index) => ({ status: 'recorded', seq: head!.seq + 1 + index })),
      );
      await tx.pipeline(appendStatements(head!, entries));
    });
  }

  private async hasDirtyPools(): Promise<boolean> {
    return (await this.database.read(SYSTEM, 'SELECT FROM pool WHERE dirty LIMIT 1')).length > 0;
  }
}

const contextOf = ({ actor, channel }: RecordedBy): Context => ({ ...SYSTEM, actor, channel });

const itemOf = ({ event }: EventLine, index: number): CaptureItem => ({ index, event, pointer: `/events/${index}` });

function byActor(lines: readonly EventLine[]): { by: RecordedBy; lines: EventLine[] }[] {
  const requests: { by: RecordedBy; lines: EventLine[] }[] = [];
  for (const line of lines) {
    const last = requests.at(-1);
    const isSame = last?.by.actor === line.by.actor && last.by.channel === line.by.channel;
    if (last && isSame) last.lines.push(line);
    else requests.push({ by: line.by, lines: [line] });
  }
  return requests;
}

interface Recorded {
  readonly status: string;
  readonly seq?: number;
  readonly faults?: readonly unknown[];
}

function assertPositions(lines: readonly { readonly seq: number }[], results: readonly Recorded[]): void {
  for (const [index, { seq }] of lines.entries()) {
    const result = results[index];
    if (result?.seq === seq && result.status !== 'duplicate') continue;
    const why = result?.faults ? JSON.stringify(result.faults).slice(0, 500) : `position ${result?.seq ?? 'none'}`;
    throw new ReplayRefused(seq, `${result?.status ?? 'no result'} (${why})`);
  }
}

/** The entry a refusal speaks of, as far as it says; else the first of its step. */
function seqOf({ faults }: DomainError, { lines }: ReplayStep): number {
  const line = lines[faults[0]?.index ?? 0] ?? lines[0];
  return line?.seq ?? 0;
}
