import { formatInstant } from '#kernel';
import { contentDigest } from '#ledger';
import type { Transaction } from '#platform';
import { joinContent } from '../domain/content.js';
import { withPlaceholders } from './erased.js';
import type { LedgerLine, StatedDecision } from './ledger-line.js';

/** Whoever answers statements: a transaction, or a database under some context. */
export type Reader = Pick<Transaction, 'query'>;

/** Entries read at once. */
const PAGE = 1_000;

type Json = Record<string, unknown>;

interface EntryRow {
  readonly seq: number;
  readonly kind: 'event' | 'registry' | 'decision' | 'access';
  readonly tenant: string;
  readonly subject: string;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly channel: string;
  readonly body: Json;
  readonly digest: Buffer;
  readonly personal: Json | null;
  readonly salt: Buffer | null;
  readonly personalDigest: Buffer | null;
  /** Begin of the time a registry item states facts for; -Infinity where it is unbounded. */
  readonly validFrom: Date | number | null;
}

const ENTRIES = `
  SELECT l.seq, l.kind, l.tenant, l.subject, l.recorded_at AS "recordedAt", l.actor, l.channel, l.body, l.digest,
         p.body AS personal, p.salt, l.personal_digest AS "personalDigest", v.valid_from AS "validFrom"
  FROM ledger_entry l
    LEFT JOIN ledger_personal p ON p.seq = l.seq
    LEFT JOIN registry_version v ON l.kind = 'registry' AND v.stated_seq = l.seq AND v.seq_from = l.seq
      AND v.collection = split_part(l.subject, '/', 1) AND v.key = substr(l.subject, strpos(l.subject, '/') + 1)
  WHERE l.seq > $1 AND l.seq <= $2 ORDER BY l.seq LIMIT ${PAGE}`;

export interface LedgerRange {
  readonly after?: number;
  readonly until: number;
  /** Told of an entry whose content no longer fits the digest it was recorded with. */
  readonly onTampered?: (seq: number) => void;
}

/** The ledger in its order. Entries are never changed, so that reading on while others record is no harm. */
export async function* readLedger(reader: Reader, { after = 0, until, onTampered }: LedgerRange) {
  for (let last = after; last < until; ) {
    const rows = await reader.query<EntryRow>(ENTRIES, [last, until]);
    if (rows.length === 0) return;
    for (const row of rows) {
      if (onTampered && !isAsRecorded(row)) onTampered(row.seq);
      yield lineOf(row);
    }
    last = rows.at(-1)!.seq;
  }
} // prettier-ignore

function isAsRecorded({ body, digest, personal, salt, personalDigest }: EntryRow): boolean {
  if (!contentDigest(body).equals(digest)) return false;
  return !personal || !salt || !personalDigest || contentDigest(personal, salt).equals(personalDigest);
}

function lineOf(row: EntryRow): LedgerLine {
  const { seq, kind, tenant, subject, recordedAt, actor, channel, body, personal } = row;
  const erased = row.personalDigest !== null && personal === null;
  const place = {
    seq,
    recordedAt: formatInstant(recordedAt),
    by: { actor, channel },
    ...(erased ? { erased: true as const } : {}),
  };
  const content = erased ? withPlaceholders(kind, body) : joinContent({ body, personal });
  if (kind === 'event') return { kind, ...place, event: content as unknown as EventOf };
  if (kind === 'registry') return { kind, ...place, collection: subject.split('/')[0]!, item: itemOf(content, row) };
  if (kind === 'decision' && typeof content['source'] === 'string') {
    const { source, ...decision } = content;
    return { kind, ...place, source, decision: decision as unknown as StatedDecision };
  }
  return { kind: 'other', ...place, entry: { kind, tenant, subject, body } };
}

type EventOf = Extract<LedgerLine, { kind: 'event' }>['event'];

/** Without `validFrom` an item about a known key speaks from the moment of its recording on, which is another then. */
function itemOf(item: Json, { validFrom }: EntryRow): Json {
  if (item['validFrom'] !== undefined || !(validFrom instanceof Date)) return item;
  return { ...item, validFrom: formatInstant(validFrom) };
}
