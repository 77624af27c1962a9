import { hash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '#kernel';
import { canonicalJson, DomainError, formatInstant, NotFound } from '#kernel';
import type { Database, Statement } from '#platform';
import { contentDigest } from './domain/digest.js';

export type EntryKind = 'event' | 'registry' | 'decision' | 'access';

/** A fact to be appended. Whoever appends holds the head (see {@link lockHead}). */
export interface NewEntry {
  readonly kind: EntryKind;
  /** USCC of the enterprise whose fact it is, or `-` where it is nobody's. */
  readonly tenant: string;
  /** What it is about: the event's id, or `collection/key`. */
  readonly subject: string;
  readonly body: unknown;
  /** Canonical JSON of the body where the caller has written it already. */
  readonly text?: string;
  /** Fields that can be erased, kept apart under a salt. */
  readonly personal?: { readonly salt: Buffer; readonly body: unknown };
  readonly context: Context;
}

export interface Entry {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly tenant: string;
  readonly subject: string;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly body: unknown;
}

/** Position and time of the newest fact. */
export interface Head {
  readonly seq: number;
  readonly recordedAt: Date;
}

/**
 * Takes the ledger's head for the rest of the transaction: one writer at a time, so positions are dense and in commit
 * order. `recordedAt` is the instant this transaction's facts will carry; it grows strictly from one to the next. The
 * clock is read behind the lock: a writer that waited must not carry a time that was already answered for (asOf).
 */
export const lockHead: Statement = {
  name: 'ledger-lock-head',
  text: `WITH head AS MATERIALIZED (SELECT seq, recorded_at FROM ledger_head FOR UPDATE)
         SELECT seq, GREATEST(date_trunc('milliseconds', clock_timestamp()), recorded_at + interval '1 ms') AS "recordedAt"
         FROM head`,
};

/** Statements that append the entries behind a locked head; the first entry gets position `head.seq + 1`. */
export function appendStatements(head: Head, entries: readonly NewEntry[]): Statement[] {
  if (entries.length === 0) return [];
  const texts = entries.map(({ text, body }) => text ?? canonicalJson(body));
  const withPersonal = entries.flatMap((entry, index) => (entry.personal ? [{ ...entry.personal, entry, index }] : []));
  return [
    {
      name: 'ledger-append',
      text: `INSERT INTO ledger_entry
               (seq, tenant, kind, subject, recorded_at, actor, channel, request_id, body, digest, personal_digest)
             SELECT $1::bigint + ordinality, tenant, kind, subject, $2::timestamptz, actor, channel, request_id,
                    body::jsonb, decode(digest, 'hex'), decode(personal_digest, 'hex')
             FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                         string_to_array($9, E'\\n'), $10::text[], $11::text[]) WITH ORDINALITY
               AS t (tenant, kind, subject, actor, channel, request_id, body, digest, personal_digest, ordinality)`,
      values: [
        head.seq,
        head.recordedAt,
        entries.map(entry => entry.tenant),
        entries.map(entry => entry.kind),
        entries.map(entry => entry.subject),
        entries.map(entry => entry.context.actor),
        entries.map(entry => entry.context.channel),
        entries.map(entry => entry.context.requestId),
        texts.join('\n'),
        texts.map(text => hash('sha256', text)),
        entries.map(({ personal }) => personal && contentDigest(personal.body, personal.salt).toString('hex')),
      ],
    },
    ...(withPersonal.length > 0 ? [personalStatement(head, withPersonal)] : []),
    {
      name: 'ledger-move-head',
      text: 'UPDATE ledger_head SET seq = $1, recorded_at = $2',
      values: [head.seq + entries.length, head.recordedAt],
    },
  ];
}

interface PersonalPart {
  readonly salt: Buffer;
  readonly body: unknown;
  readonly entry: NewEntry;
  readonly index: number;
}

function personalStatement(head: Head, parts: readonly PersonalPart[]): Statement {
  return {
    name: 'ledger-append-personal',
    text: `INSERT INTO ledger_personal (seq, tenant, salt, body)
           SELECT seq, tenant, decode(salt, 'hex'), body::jsonb
           FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS t (seq, tenant, salt, body)`,
    values: [
      parts.map(part => head.seq + 1 + part.index),
      parts.map(part => part.entry.tenant),
      parts.map(part => part.salt.toString('hex')),
      parts.map(part => JSON.stringify(part.body)),
    ],
  };
}

/** "As known at": a position, or the last position recorded by an instant. */
export type AsOf = { readonly seq: number } | { readonly instant: Date };

/** Reads entries with `seq > after` in order, at most `limit`. */
export const selectEntries = (after: number, limit: number): Statement => ({
  text: `SELECT seq, kind, tenant, subject, recorded_at AS "recordedAt", actor, body
         FROM ledger_entry WHERE seq > $1 ORDER BY seq LIMIT $2`,
  values: [after, limit],
});

/** Reading side of the ledger. */
export class Ledger {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly database: Database) {}

  async head(context: Context): Promise<Head> {
    const [head] = await this.database.read<Head>(context, HEAD, [], 'ledger-head');
    return head!;
  }

  /**
   * Resolves "as known at" to a position and the instant it was recorded, the same for every caller and for ever.
   * Refuses a position or an instant that has not been reached.
   */
  async resolve(context: Context, asOf: AsOf | undefined): Promise<Head> {
    if (!asOf) return this.head(context);
    const everything: Context = { ...context, scope: { kind: 'all' } };
    return 'seq' in asOf ? this.atPosition(everything, asOf.seq) : this.atInstant(everything, asOf.instant);
  }

  /** Entries with `seq > after` in order, at most `limit`. Dense positions: a follower that keeps its last seq loses none. */
  async follow(context: Context, after: number, limit: number): Promise<Entry[]> {
    const { text, values } = selectEntries(after, limit);
    return this.database.read<Entry>(context, text, values);
  }

  /** Tells the followers of this process that entries were committed. A hint: without it they look by themselves. */
  appended(): void {
    for (const listener of this.listeners) listener();
  }

  /** Calls `listener` at every {@link appended}, until the function it answers is called. */
  onAppended(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async atPosition(context: Context, seq: number): Promise<Head> {
    const [found] = await this.database.read<Head>(
      context,
      `SELECT h.seq AS seq, COALESCE(e.recorded_at, '1970-01-01T00:00:00Z') AS "recordedAt"
       FROM (SELECT $1::bigint AS seq FROM ledger_head WHERE seq >= $1) h LEFT JOIN ledger_entry e USING (seq)`,
      [seq],
    );
    if (!found) throw futureAsOf(seq);
    return found;
  }

  private async atInstant(context: Context, instant: Date): Promise<Head> {
    const head = await this.head(context);
    return instant > head.recordedAt ? this.sinceHead(context, instant) : this.lastBy(context, instant);
  }

  /** An instant up to the head's is settled: facts to come are later. */
  private async lastBy(context: Context, instant: Date): Promise<Head> {
    const [found] = await this.database.read<Head>(
      context,
      `SELECT seq, recorded_at AS "recordedAt" FROM ledger_entry WHERE recorded_at <= $1
       ORDER BY recorded_at DESC, seq DESC LIMIT 1`,
      [instant],
    );
    return found ?? { seq: 0, recordedAt: new Date(0) };
  }

  /**
   * An instant behind the head's is settled once no writer is at work and the clock has passed its millisecond, as
   * writers read the clock behind the lock and cut it to milliseconds.
   */
  private async sinceHead(context: Context, instant: Date): Promise<Head> {
    const [found] = await this.database.write(context, tx => tx.query<Head & { now: Date }>(SETTLE));
    const { now, ...head } = found!;
    if (instant <= head.recordedAt) return this.lastBy(context, instant);
    if (instant > now) throw futureAsOf(formatInstant(instant));
    if (instant < now) return head;
    await delay(1);
    return this.sinceHead(context, instant);
  }

  /** The entry at a position, for those who may see it. */
  async entry(context: Context, seq: number): Promise<Entry> {
    const [entry] = await this.follow(context, seq - 1, 1);
    if (entry?.seq !== seq) throw new NotFound('ledger entry', String(seq));
    return entry;
  }
}

const SETTLE = `SELECT seq, recorded_at AS "recordedAt", date_trunc('milliseconds', clock_timestamp()) AS now
                FROM ledger_head FOR SHARE`;

const HEAD = 'SELECT seq, recorded_at AS "recordedAt" FROM ledger_head';

const futureAsOf = (value: number | string): DomainError =>
  new DomainError('out-of-range', 400, `asOf ${value} has not been reached yet.`, [
    { code: 'out-of-range', pointer: '', parameter: 'asOf', value, expected: 'a position or instant already reached' },
  ]);
