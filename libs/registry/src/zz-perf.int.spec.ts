import { it } from '@jest/globals';
import { Ledger, ledgerMigration } from '#ledger';
import { appUrl, Database, migrate } from '#platform';
import { uscc } from '#testing';
import pg from 'pg';
import { writeFileSync } from 'node:fs';
import { RegistryService } from './registry.service.js';
import { registryMigration } from './storage/registry.migration.js';
it('perf', async () => {
  const out: string[] = [];
  const server = process.env['ORETRAIL_TEST_POSTGRES']!;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query('DROP DATABASE IF EXISTS regperf WITH (FORCE)');
  await admin.query('CREATE DATABASE regperf');
  const url = new URL(server); url.pathname = '/regperf';
  await migrate(url.href, [ledgerMigration, registryMigration]);
  const database = new Database({ url: appUrl(url.href) });
  const registry = new RegistryService(database, new Ledger(database));
  const context: any = { actor: 't', role: 'administrator', channel: 'api', scope: { kind: 'all' }, requestId: 'r', locale: 'en' };
  const us = Array.from({ length: 500 }, (_, i) => uscc(i));
  const N = 100_000;
  const t0 = Date.now();
  for (let s = 0; s < N; s += 1000) {
    const items = Array.from({ length: 1000 }, (_, i) => ({ source: 'tax', number: `2636${String((s + i) * 7919 % 1000000007).padStart(16, '0')}`, type: 'digital-special', seller: us[(s + i) % 500], buyer: us[(s * 7 + i * 3) % 500], issuedAt: '2026-03-01T10:00:00+08:00', region: '360700', state: 'normal', lines: [{ item: '碳酸稀土', massKg: 1000, basis: 'reo', unitPrice: 180000, amount: 180000 }, { item: '氧化镨钕', massKg: 10.5, basis: 'reo', unitPrice: 180000, amount: 180000 }] }));
    await registry.putEach(context, 'invoices', items);
  }
  const ms = Date.now() - t0;
  out.push(`${N} in ${ms} ms: ${Math.round(N / ms * 1000)}/s`);
  for (const pass of ['cold', 'analyzed']) {
    for (const filters of [{}, { buyer: us[3]! }, { seller: us[4]! }, { number: '26360000000000007919' }, { state: 'fake' }]) {
      const t = performance.now();
      for (let i = 0; i < 5; i++) await registry.list(context, 'invoices', { filters, page: { limit: 50 } });
      out.push(`${pass} ${JSON.stringify(filters)} ${(performance.now() - t) / 5} ms`);
    }
    await admin.query('SET search_path=oretrail');
    await admin.query('ANALYZE registry_version, ledger_entry, ledger_head');
  }
  const plan = await database.snapshot(context, tx => tx.query(`EXPLAIN ANALYZE SELECT v.body, (SELECT recorded_at FROM ledger_entry WHERE seq = v.stated_seq) AS "recordedAt" FROM registry_version v
       WHERE v.collection = $1 AND v.seq_from <= $2 AND v.seq_to > $2
         AND v.valid_from <= $3 AND v.valid_to > $3 AND v.stated_seq < $4 ORDER BY v.stated_seq DESC LIMIT $5`, ['invoices', 100000, new Date(), Number.MAX_SAFE_INTEGER, 51]));
  out.push(...plan.map((r: any) => r['QUERY PLAN']));
  out.push(JSON.stringify((await admin.query(`select pg_size_pretty(pg_database_size('regperf')) s`)).rows));
  writeFileSync('/tmp/perf.txt', out.join('\n'));
  await database.close();
  await admin.query('DROP DATABASE regperf WITH (FORCE)');
  await admin.end();
}, 600000);
