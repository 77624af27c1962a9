import type { Context } from '#kernel';
import type { Head } from '#ledger';
import type { Database, Statement } from '#platform';
import type { Upstream } from '../../domain/upstream.js';
import {
  type DrawLabel, type EventLabel, type HoldingLabel, type Labels, type ProvenanceStore, type RootFacts, type SourceKey,
  sourceKey, type SourceLookup, type SubjectFacts, type Transfer, type TransferFacts, type WalkLimits,
} from '../../provenance-store.js'; // prettier-ignore
import {
  drawLabels, eventIds, eventLabels, holdingLabels, latestRoots, type OwnerRow, ownersAfter, sentBy, type SentRow,
} from './detail-statements.js'; // prettier-ignore
import { unpack } from './packed.js';
import { SourceDirectory } from './source-directory.js';
import { Subjects } from './subjects.js';
import { UpstreamWalk } from './upstream-walk.js';

type LatestRow = SourceKey & { readonly enterprise: string; readonly region: string | null };
type EventRow = {
  readonly no: number;
  readonly id: string;
  readonly process: string | null;
  readonly site: string | null;
};

/** The plain engine: reads the tables that events are recorded in, and keeps nothing but the dictionary of sources. */
export class PostgresProvenanceStore implements ProvenanceStore {
  private readonly directory: SourceDirectory;

  constructor(private readonly database: Database) {
    this.directory = new SourceDirectory(database);
  }

  shipments(context: Context, declarations: readonly string[], at?: Head): Promise<Map<string, SubjectFacts>> {
    return this.database.snapshot(context, tx => new Subjects(tx, at).shipments(declarations));
  }

  lot(context: Context, lot: { code: string; enterprise?: string }, at?: Head): Promise<SubjectFacts> {
    return this.database.snapshot(context, tx => new Subjects(tx, at).lot(lot));
  }

  document(context: Context, document: { kind: string; number: string }, at?: Head): Promise<SubjectFacts> {
    return this.database.snapshot(context, tx => new Subjects(tx, at).document(document));
  }

  upstream(context: Context, eventNos: readonly number[], position: number, limits: WalkLimits): Promise<Upstream> {
    return new UpstreamWalk(this.database, context, position, limits).from(eventNos);
  }

  sources(context: Context, nos: Iterable<number> | 'all'): Promise<SourceLookup> {
    return this.directory.lookup(context, nos);
  }

  async latestRoots(
    context: Context,
    sources: readonly SourceKey[],
    position: number,
  ): Promise<Map<string, RootFacts>> {
    if (sources.length === 0) return new Map();
    const rows = await this.rows<LatestRow>(context, latestRoots(sources, position));
    return new Map(
      rows.map(row => [sourceKey(row), { enterprise: row.enterprise, ...(row.region ? { region: row.region } : {}) }]),
    );
  }

  async transfers(context: Context, transfers: readonly Transfer[], position: number): Promise<TransferFacts[]> {
    if (transfers.length === 0) return [];
    const receiptOf = new Map(transfers.map(({ dispatchNo, receiptNo }) => [dispatchNo, receiptNo]));
    const [sent, owners] = (await this.database.snapshot(context, tx =>
      tx.pipeline([sentBy([...receiptOf.keys()], position), ownersAfter([...receiptOf.values()], position)]),
    )) as [SentRow[], OwnerRow[]];
    const ownerAfter = new Map(owners.map(({ eventNo, owner }) => [eventNo, owner]));
    return sent.map(({ dispatchNo, massG, reoG, poolNos, lotNos }) => {
      const owner = ownerAfter.get(receiptOf.get(dispatchNo)!);
      const lots = unpack(lotNos);
      const units = unpack(poolNos).map((poolNo, index) => ({ poolNo, lotNo: lots[index]! }));
      return { dispatchNo, massG, reoG, ...(owner === undefined ? {} : { owner }), units };
    });
  }

  async labels(
    context: Context,
    eventNos: readonly number[],
    holdingNos: readonly number[],
    position: number,
  ): Promise<Labels> {
    if (eventNos.length + holdingNos.length === 0) return { events: new Map(), holdings: new Map(), draws: [] };
    const [events, holdings, draws] = (await this.database.snapshot(context, tx =>
      tx.pipeline([
        eventLabels(eventNos, position),
        holdingLabels(holdingNos, position),
        drawLabels(eventNos, position),
      ]),
    )) as [EventRow[], HoldingLabel[], DrawLabel[]];
    return {
      events: new Map(events.map(row => [row.no, eventLabel(row)])),
      holdings: new Map(holdings.map(row => [row.no, row])),
      draws,
    };
  }

  async eventIds(context: Context, eventNos: readonly number[]): Promise<Map<number, string>> {
    if (eventNos.length === 0) return new Map();
    const rows = await this.rows<{ no: number; id: string }>(context, eventIds(eventNos));
    return new Map(rows.map(({ no, id }) => [no, id]));
  }

  private rows<Row>(context: Context, { text, values, name }: Statement): Promise<Row[]> {
    return this.database.read<Row>(context, text, values, name);
  }
}

const eventLabel = ({ no, id, process, site }: EventRow): EventLabel => ({
  no,
  id,
  ...(process === null ? {} : { process }),
  ...(site === null ? {} : { site }),
});
