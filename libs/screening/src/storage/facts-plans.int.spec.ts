import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerMigration } from '#ledger';
import { lotsMigration } from '#lots';
import { type Database, operationsMigration, type Statement } from '#platform';
import { registryMigration } from '#registry';
import { freshDatabase, type FreshDatabase, TESTER, uscc } from '#testing';
import { findingsOn, findingsOnChains } from './facts-findings.js';
import { beginsSince, changedStatement, invoicesNamed, invoicesOf } from './facts-registry.js';
import {
  eventsOfEnterprises, eventsOnPapers, firstProductionAt, movesOfLots, namedEvents, upstreamOf, voidedEvents,
} from './facts-related.js'; // prettier-ignore
import {
  drawColumns, eventRows, labelColumns, lotColumns, poolRows, unitColumns, versionRows, yieldColumns,
} from './facts-row-statements.js'; // prettier-ignore
import { declared, introducers, sourceRows } from './facts-sources.js';
import { screeningFactsMigration } from './facts.migration.js';
import { findingsMigration } from './findings.migration.js';

const EVENTS = 50_000;
const ID = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
const AT = `timestamptz '2026-01-01' + n * interval '1 minute'`;
const WHO = `'enterprise ' || n % 200`;

/** As many rows as a ledger of so many events has at least; nobody has looked at them yet. */
const FILL = [
  `ledger_entry (seq, tenant, kind, subject, recorded_at, actor, channel, request_id, body, digest)
   SELECT n, ${WHO}, 'event', ${ID}, ${AT}, '-', '-', '-', '{}', ''`,
  `event (no, version, id, tenant, type, enterprise, occurred_at, site, rank, first_seq, seq_from)
   SELECT n, 1, ${ID}, ${WHO}, (ARRAY['mining', 'processing', 'dispatch', 'receipt', 'export'])[n % 5 + 1], ${WHO}, ${AT},
          'site ' || n % 400, 0, n, n`,
  `lot (no, code, tenant, declared_by, event_no, product, grade, distribution, basis, ready_at, mass_g, seq_from)
   SELECT n, n, ${WHO}, ${WHO}, n, 'MRC', 1, array_fill(0::float8, ARRAY[16]), 'nominal', ${AT}, 1, n`,
  `holding (no, id, tenant, owner, lot_no, event_no, ordinal, pool_no, mass_g, reo_g, available_at, first_seq, seq_from)
   SELECT n, ${ID}, ${WHO}, ${WHO}, n, n, 0, n, 1, 1, ${AT}, n, n`,
  `draw (event_no, ordinal, tenant, holding_no, from_event_no, mass_g, reo_g, first_seq, seq_from)
   SELECT n, 0, ${WHO}, n - 1, n - 1, 1, 1, n, n`,
  `document (event_no, tenant, kind, number, seq_from) SELECT n, ${WHO}, 'vat-invoice', n, n`,
  `root (event_no, tenant, source_id, kind, reference, status, enterprise, year, occurred_at, mass_g, first_seq, seq_from)
   SELECT n, ${WHO}, 'mine:' || n % 500, 'mine', n % 500, 'legal', ${WHO}, 2026, ${AT}, 1, n, n`,
  `source (no, tenant, id, status, kind) SELECT n, ${WHO}, 'mine:' || n, 'legal', 'mine'`,
  `transfer (dispatch_no, tenant, sender, receiver, state, terms, dispatched_at, receipt_no, first_seq)
   SELECT n, ${WHO}, ${WHO}, 'enterprise ' || n % 190, 'accepted', 'sale', ${AT}, n + 1, n`,
  `pool (no, tenant, event_no, key, source_no) SELECT n, ${WHO}, n, 'root', 1`,
  `registry_version (collection, key, tenant, lookup, valid_from, valid_to, stated_seq, seq_from, body)
   SELECT CASE WHEN n % 5 = 0 THEN 'permits' ELSE 'invoices' END, n, ${WHO}, 'enterprise ' || n % 190, '-infinity', 'infinity',
          n, n, '{}'`,
  `finding (id, tenant, rule, cause, scope, enterprise, at, severity, state, title, evidence, parameters, checked_seq)
   SELECT ${ID}, ${WHO}, 'MIN-01', n, 'event:' || n, ${WHO}, ${AT}, 'S3', 'open', '{}', '{}', '{}', 1`,
  `chain_finding (export_no, finding_no, tenant) SELECT n, n % 1000, ${WHO}`,
];

describe(`statements that load facts, on ${EVENTS} events nobody has analysed`, () => {
  let fresh: FreshDatabase;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase([
      ledgerMigration, operationsMigration, registryMigration, lotsMigration, findingsMigration, screeningFactsMigration,
    ]); // prettier-ignore
    database = fresh.database;
    const rows = `FROM generate_series(1, ${EVENTS}) AS s (n)`;
    const statements = FILL.map(text => ({ text: `INSERT INTO ${text} ${rows}` }));
    await database.write(TESTER, tx => tx.pipeline(statements));
  }, 120_000);

  afterAll(() => fresh.drop());

  const nos = Array.from({ length: 2_000 }, (_, n) => n * 20 + 1);
  const words = nos.map(String);
  const ids = words.map(no => `00000000-0000-4000-8000-${no.padStart(12, '0')}`);
  const papers = {
    documents: new Set(words.map(no => `vat-invoice ${no}`)),
    permits: new Set(words),
    declarations: new Set(words),
  };
  const parties = [uscc(1), 'enterprise 7', 'enterprise 8'];
  const STATEMENTS: Readonly<Record<string, Statement>> = {
    named: namedEvents(ids.slice(0, 200)),
    enterprises: eventsOfEnterprises(parties),
    papers: eventsOnPapers(papers),
    moves: movesOfLots(nos),
    upstream: upstreamOf([EVENTS], 20_000),
    voided: voidedEvents(parties),
    production: firstProductionAt(words, 'infinity'),
    events: eventRows(nos, 'infinity'),
    versions: versionRows(nos),
    draws: drawColumns(nos),
    units: unitColumns(nos),
    yields: yieldColumns(nos),
    lots: lotColumns(nos),
    labels: labelColumns(nos),
    pools: poolRows(nos),
    introducers: introducers(nos.map(no => ({ no, id: `mine:${no}`, status: 'legal' }))),
    sources: sourceRows(nos),
    'declared stocks': declared(parties),
    'registry since': changedStatement(EVENTS - 10),
    'begins since': beginsSince(EVENTS - 10),
    'invoices of parties': invoicesOf(parties),
    'invoices named': invoicesNamed({ keys: words, codeless: [{ number: '1', party: 'enterprise 7' }] }),
    findings: findingsOn(parties),
    'findings on chains': findingsOnChains(nos.map((no, n) => ({ no, id: ids[n]! }))),
  };

  it.each(Object.entries(STATEMENTS))('go by index: %s', async (_, { text, values = [] }) => {
    const [row] = await database.read<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      TESTER,
      `EXPLAIN (FORMAT JSON) ${text}`,
      values,
    );
    const scans = scansOf(row!['QUERY PLAN'][0].Plan);
    expect(scans.length).toBeGreaterThan(0);
    expect(scans.filter(scan => !BY_KEY.includes(scan['Node Type']) || scan['Index Cond'] === undefined)).toEqual([]);
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

const BY_KEY = ['Index Scan', 'Index Only Scan', 'Bitmap Index Scan'];

/** What reads tables or indexes; what only fetches the rows that an index has named is left out. */
const scansOf = (node: PlanNode): PlanNode[] => [
  ...(/^(Seq|Index|Index Only|Bitmap Index) Scan$/.test(node['Node Type']) ? [node] : []),
  ...(node.Plans ?? []).flatMap(scansOf),
];
