import type { SourceKind, SourceStatus } from '#lots';
import { CURRENT } from '#lots';
import type { Statement, Transaction } from '#platform';
import type { SourceFact } from '../facts/facts.js';
import { joined, numbers, packed, split, unpack } from './facts-packed.js';

interface SourceRow {
  readonly no: number;
  readonly id: string;
  readonly kind: SourceKind;
  readonly status: SourceStatus;
  readonly enterprise: string | null;
  readonly region: string | null;
  readonly folded: boolean;
}

interface DeclaredRow {
  readonly uscc: string;
  readonly isDeclared: boolean;
}

export const sourceRows = (nos: readonly number[]): Statement => ({
  name: 'facts-sources',
  text: `SELECT s.no, s.id, s.kind, s.status, s.enterprise, s.region, s.folded FROM unnest($1::bigint[]) AS q (no)
           CROSS JOIN LATERAL (SELECT * FROM source WHERE no = q.no OFFSET 0) s`,
  values: [numbers(nos)],
});

interface IntroducerColumns {
  readonly nos: string | null;
  readonly enterprises: string | null;
  readonly regions: string | null;
}

/** Of each source with its status, the root event that happened last. */
export const introducers = (sources: readonly Pick<SourceRow, 'no' | 'id' | 'status'>[]): Statement => ({
  name: 'facts-introducers',
  text: `SELECT ${packed('s.no')} AS nos, ${joined('r.enterprise')} AS enterprises, ${joined('r.region')} AS regions
         FROM unnest($1::bigint[], $2::text[], $3::text[]) AS s (no, id, status) CROSS JOIN LATERAL (
           SELECT enterprise, region FROM root WHERE source_id = s.id AND status = s.status AND ${CURRENT}
           ORDER BY occurred_at DESC, first_seq DESC LIMIT 1) r`,
  values: [numbers(sources.map(({ no }) => no)), sources.map(({ id }) => id), sources.map(({ status }) => status)],
});

/**
 * Of enterprises with opening stocks, whether all of these are declared (reading K16): their origin is stated, and they
 * are no later than 31 days after the enterprise's first event.
 */
export const declared = (usccs: readonly string[]): Statement => ({
  name: 'facts-declared-stocks',
  text: `SELECT q.uscc, bool_and(r.occurred_at <= f.at + interval '31 days'
                  AND COALESCE(l.body -> 'replacement', l.body) ? 'statedOrigin') AS "isDeclared"
         FROM unnest($1::text[]) AS q (uscc)
           CROSS JOIN LATERAL (SELECT min(occurred_at) AS at FROM event WHERE enterprise = q.uscc AND ${CURRENT} AND NOT voided) f
           CROSS JOIN LATERAL (
             SELECT event_no, occurred_at FROM root WHERE kind = 'opening-stock' AND reference = q.uscc AND ${CURRENT} OFFSET 0) r
           CROSS JOIN LATERAL (SELECT seq_from, seq_to FROM event WHERE no = r.event_no OFFSET 0) e
           CROSS JOIN LATERAL (SELECT body FROM ledger_entry WHERE seq = e.seq_from OFFSET 0) l
         WHERE e.${CURRENT} GROUP BY q.uscc`,
  values: [usccs],
});

/** Sources of one event each: the dictionary's enterprise is that event's. */
const OF_ONE_EVENT: readonly SourceKind[] = ['excess', 'surplus', 'undispatched'];

/** Entries that are kept, some 300 bytes each. */
const KEPT_MAX = 100_000;

/** The dictionary of sources. Its entries never change, so those met last are kept. */
export class SourceBook {
  private readonly kept = new Map<number, SourceRow>();

  /** What sources are, with who introduced each last as the transaction sees it. */
  async facts(tx: Transaction, nos: ReadonlySet<number>): Promise<Map<number, SourceFact>> {
    const rows = await this.rows(tx, nos);
    const facts = new Map(rows.map(row => [row.no, sourceOf(row)]));
    const roots = rows.filter(({ kind, folded }) => !folded && !OF_ONE_EVENT.includes(kind));
    if (roots.length === 0) return facts;
    const stocks = roots.filter(({ kind }) => kind === 'opening-stock');
    const holders = [...new Set(stocks.flatMap(({ enterprise }) => enterprise ?? []))];
    const [[columns], rowsDeclared] = (await tx.pipeline([introducers(roots), declared(holders)])) as [[IntroducerColumns], DeclaredRow[]]; // prettier-ignore
    const [enterprises, regions] = [split(columns.enterprises), split(columns.regions)];
    unpack(columns.nos).forEach((no, n) => facts.set(no, introducedBy(facts.get(no)!, enterprises[n]!, regions[n]!)));
    const isDeclared = new Map(rowsDeclared.map(row => [row.uscc, row.isDeclared]));
    for (const { no, enterprise } of stocks) facts.set(no, { ...facts.get(no)!, isDeclared: isDeclared.get(enterprise ?? '') ?? false }); // prettier-ignore
    return facts;
  }

  private async rows(tx: Transaction, nos: ReadonlySet<number>): Promise<SourceRow[]> {
    const known = [...nos].flatMap(no => this.kept.get(no) ?? []);
    const missing = [...nos].filter(no => !this.kept.has(no));
    if (missing.length === 0) return known;
    const [read] = (await tx.pipeline([sourceRows(missing)])) as [SourceRow[]];
    for (const row of read) this.kept.set(row.no, row);
    for (const no of this.kept.keys()) {
      if (this.kept.size <= KEPT_MAX) break;
      this.kept.delete(no);
    }
    return [...known, ...read];
  }
}

const sourceOf = ({ id, kind, status, enterprise, region }: SourceRow): SourceFact => ({
  id,
  kind,
  status,
  ...(enterprise === null ? {} : { enterprise }),
  ...(region === null ? {} : { region }),
});

const introducedBy = ({ id, kind, status }: SourceFact, enterprise: string, region: string): SourceFact => ({
  id,
  kind,
  status,
  enterprise,
  ...(region === '' ? {} : { region }),
});
