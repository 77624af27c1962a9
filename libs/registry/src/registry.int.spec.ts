import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refused, formatInstant, type Context } from '#kernel';
import { Ledger, ledgerMigration } from '#ledger';
import type { Database } from '#platform';
import { declarationNumber, freshDatabase, uscc, type FreshDatabase } from '#testing';
import { permits } from './collections/permits.collection.js';
import type { Change } from './domain/decide.js';
import { versionAt } from './domain/version.js';
import { RegistryReader } from './registry.reader.js';
import { RegistryService } from './registry.service.js';
import { registryMigration } from './storage/registry.migration.js';

const [MINE, SMELTER, TRADER] = [uscc(1), uscc(2), uscc(3)];
const LICENCE = 'C3600002011035110012345';

const context: Context = {
  actor: 'test', role: 'administrator', channel: 'api', scope: { kind: 'all' }, requestId: 'r1', locale: 'en',
}; // prettier-ignore

const enterprise = (code: string, changes: object = {}) => ({
  uscc: code, name: 'Example', kinds: ['smelter'], region: '360700', source: 'test', ...changes,
}); // prettier-ignore

const licence = (changes: object = {}) => ({
  kind: 'mining-licence', number: LICENCE, holder: MINE, issuer: 'Jiangxi', from: '2020-01-01', status: 'valid',
  source: 'test', ...changes,
}); // prettier-ignore

const MAY = '2026-05-01T00:00:00+08:00';
const JUNE = '2026-06-01T00:00:00+08:00';

let fresh: FreshDatabase;
let database: Database;
let ledger: Ledger;
let registry: RegistryService;

beforeAll(async () => {
  fresh = await freshDatabase([ledgerMigration, registryMigration]);
  database = fresh.database;
  ledger = new Ledger(database);
  registry = new RegistryService(database, ledger);
});

afterAll(async () => {
  await fresh.drop();
});

const statuses = async (collection: string, items: readonly unknown[]): Promise<string[]> =>
  (await registry.put(context, collection, items)).results.map(result => result.status);

describe('the registry', () => {
  it('creates, leaves alone and updates, each change taking one ledger position', async () => {
    const { seq } = await ledger.head(context);
    expect(await statuses('enterprises', [enterprise(MINE), enterprise(SMELTER)])).toEqual(['created', 'created']);
    expect(await statuses('enterprises', [enterprise(MINE), enterprise(SMELTER)])).toEqual(['unchanged', 'unchanged']);
    const { results, head } = await registry.put(context, 'enterprises', [
      enterprise(MINE, { name: 'Renamed', phone: '0797-1234567' }),
      enterprise(SMELTER),
    ]);
    expect(results).toEqual([
      { key: MINE, status: 'updated', seq: seq + 3 },
      { key: SMELTER, status: 'unchanged' },
    ]);
    expect(head.seq).toBe(seq + 3);
    expect(await ledger.head(context)).toEqual(head);
  });

  it('keeps what is about persons out of the ledger body, and in the answer', async () => {
    const { seq } = await ledger.head(context);
    const entry = await ledger.entry(context, seq);
    expect(entry).toMatchObject({ kind: 'registry', tenant: MINE, subject: `enterprises/${MINE}` });
    expect(entry.body).toEqual(enterprise(MINE, { name: 'Renamed' }));
    expect((await registry.get(context, 'enterprises', MINE)).item).toMatchObject({ phone: '0797-1234567' });
  });

  it('makes two versions of a licence revoked from June, by number whatever its kind', async () => {
    await registry.put(context, 'permits', [licence(), licence({ kind: 'eia', holder: SMELTER })]);
    const before = await ledger.head(context);
    await registry.put(context, 'permits', [licence({ status: 'revoked', validFrom: JUNE })]);
    const { versions } = await registry.get(context, 'permits', `mining-licence:${LICENCE}`);
    expect(versions.map(({ item, supersededSeq }) => [item, supersededSeq])).toEqual([
      [licence({ status: 'revoked', validFrom: JUNE }), undefined],
      [licence({ validTo: JUNE }), undefined],
      [licence(), before.seq + 1],
    ]);
    const status = async (instant: string, seq?: number) => {
      const found = await database.snapshot(context, tx => new RegistryReader().permitsByNumber(tx, [LICENCE], seq));
      expect(found.get(LICENCE)?.map(version => version.facts.kind)).toContain('eia');
      const mining = found.get(LICENCE)?.filter(version => version.facts.kind === 'mining-licence');
      return versionAt(mining, new Date(instant))?.facts.status;
    };
    expect(await status(MAY)).toBe('valid');
    expect(await status(JUNE)).toBe('revoked');
    expect(await status(JUNE, before.seq)).toBe('valid');
  });

  it('refuses the whole request for a wrong shape, and single items for other reasons', async () => {
    const { seq } = await ledger.head(context);
    const items = [enterprise(TRADER), enterprise(TRADER, { region: '36' }), enterprise('91360700MA00000001')];
    const refusal = await registry.put(context, 'enterprises', items).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ status: 400, faults: [{ code: 'bad-format', pointer: '/items/1/region' }] });
    expect((await ledger.head(context)).seq).toBe(seq);

    const { results } = await registry.put(context, 'enterprises', [items[2], items[0]]);
    expect(results).toMatchObject([
      {
        key: '91360700MA00000001',
        status: 'refused',
        faults: [{ code: 'invalid-uscc', index: 0, pointer: '/items/0/uscc' }],
      },
      { key: TRADER, status: 'created', seq: seq + 1 },
    ]);
    const each = await registry.putLines(context, 'enterprises', [
      { index: 0, value: items[1] },
      { index: 1, value: 7 },
      { index: 2, faults: [{ index: 2, code: 'malformed-json', pointer: '' }] },
      { index: 3, value: items[0] },
    ]);
    expect(each.results.map(({ key, status }) => [key, status])).toEqual([
      [TRADER, 'refused'],
      ['', 'refused'],
      ['', 'refused'],
      [TRADER, 'unchanged'],
    ]);
    expect((await registry.put(context, 'enterprises', [])).head.seq).toBe(seq + 1);
  });

  it('answers as known at a position or an instant, the same for ever', async () => {
    const number = declarationNumber(1, 'import');
    const declaration = (massKg: number) => ({
      number, direction: 'import', party: SMELTER, date: '2026-02-03', country: 'MM', customs: '8603', source: 'test',
      lines: [{ hsCode: '2846901930', massKg, valueUsd: 1000 }],
    }); // prettier-ignore
    await expect(registry.get(context, 'customs-declarations', number)).rejects.toMatchObject({ status: 404 });
    const { head } = await registry.put(context, 'customs-declarations', [declaration(1)]);
    const first = await registry.get(context, 'customs-declarations', number, { seq: head.seq });
    const listed = await registry.list(context, 'customs-declarations', {
      filters: {}, page: { limit: 5 }, asOf: { instant: head.recordedAt },
    }); // prettier-ignore
    await registry.put(context, 'customs-declarations', [declaration(2)]);
    expect(await registry.get(context, 'customs-declarations', number, { seq: head.seq })).toEqual(first);
    const again = await registry.list(context, 'customs-declarations', {
      filters: {}, page: { limit: 5 }, asOf: { instant: head.recordedAt },
    }); // prettier-ignore
    expect(again).toEqual(listed);
    expect(listed.items).toMatchObject([{ key: number, seq: head.seq, item: declaration(1) }]);
    await expect(
      registry.get(context, 'customs-declarations', number, { seq: head.seq - 1 }),
    ).rejects.toMatchObject({ status: 404 }); // prettier-ignore
    const now = await registry.get(context, 'customs-declarations', number);
    expect(now.versions).toHaveLength(3);
    expect(now.item).toMatchObject(declaration(2));
    expect(now.versions[2]).toMatchObject({
      seq: head.seq,
      supersededSeq: now.asOf.seq,
      supersededAt: now.asOf.recordedAt,
    });
  });

  it('lists newest first in pages of one state, by every kind of filter', async () => {
    const quota = (index: number, changes: object = {}) => ({
      year: 2026, batch: 1, kind: 'separation', holder: uscc(100 + index), tonnesReo: index, issuer: 'MIIT', parent: TRADER,
      source: 'test', ...changes,
    }); // prettier-ignore
    await registry.put(
      context,
      'quotas',
      Array.from({ length: 25 }, (_, index) => quota(index)),
    );
    const request = { filters: { year: 2026 }, page: { limit: 10 } };
    const first = await registry.list(context, 'quotas', request);
    await registry.put(context, 'quotas', [quota(30), quota(3, { tonnesReo: 99 })]);
    const pages = [first];
    for (let cursor = first.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor) {
      pages.push(await registry.list(context, 'quotas', { ...request, page: { limit: 10, cursor } }));
    }
    const tonnes = pages.flatMap(page => page.items.map(({ item }) => item['tonnesReo']));
    expect(tonnes).toEqual(Array.from({ length: 25 }, (_, index) => 24 - index));

    const found = async (collection: string, filters: Record<string, string | number>) =>
      (await registry.list(context, collection, { filters, page: { limit: 50 } })).items.length;
    expect(await found('quotas', { holder: uscc(103) })).toBe(1);
    expect(await found('quotas', { parent: TRADER })).toBe(26);
    expect(await found('quotas', { parent: TRADER, kind: 'mining-ion' })).toBe(0);
    expect(await found('enterprises', { kinds: 'smelter', region: '360700' })).toBe(3);
    expect(await found('permits', { number: LICENCE, kind: 'eia' })).toBe(1);
    await expect(
      registry.list(context, 'quotas', { ...request, page: { limit: 1, cursor: 'x' } }),
    ).rejects.toMatchObject({ status: 400 }); // prettier-ignore
  });

  it('lists what holds at an instant', async () => {
    const statusAt = async (instant: string) => {
      const { items } = await registry.list(context, 'permits', {
        filters: { kind: 'mining-licence' }, page: { limit: 50 }, validAt: new Date(instant),
      }); // prettier-ignore
      return items.map(({ item }) => item['status']);
    };
    expect([await statusAt(MAY), await statusAt(JUNE)]).toEqual([['valid'], ['revoked']]);
  });

  it('tells listeners inside the transaction, and undoes the slice where one throws', async () => {
    const heard: Change[] = [];
    registry.listeners.push({
      changed: async (tx, _, changes, head) => {
        heard.push(...changes);
        const [row] = await tx.query<{ count: number }>(
          'SELECT count(*) FROM registry_version WHERE collection = $1 AND seq_from = $2', ['sanctions', head.seq],
        ); // prettier-ignore
        if (row?.count !== 1) throw new Error(`${row?.count} rows at ${head.seq}`);
        if (changes.length > 1) throw new Error('no');
      },
    });
    const sanction = {
      number: 'CF1',
      enterprise: MINE,
      kind: 'blacklist',
      from: '2026-05-01',
      basis: 'x',
      source: 'test',
    };
    try {
      expect(await statuses('sanctions', [sanction])).toEqual(['created']);
      expect(await statuses('sanctions', [sanction])).toEqual(['unchanged']);
      expect(heard).toMatchObject([{ collection: 'sanctions', key: 'CF1', before: [], after: [{ tenant: MINE }] }]);
      const { seq } = await ledger.head(context);
      const two = [{ ...sanction, to: '2026-06-01' }, { ...sanction, number: 'CF2' }]; // prettier-ignore
      await expect(registry.put(context, 'sanctions', two)).rejects.toThrow('no');
      expect((await ledger.head(context)).seq).toBe(seq);
      await expect(registry.get(context, 'sanctions', 'CF2')).rejects.toMatchObject({ status: 404 });
    } finally {
      registry.listeners.length = 0;
    }
  });

  it('believes one thing at a time, also under many writers', async () => {
    const writers = Array.from({ length: 12 }, (_, index) =>
      registry.put(context, 'permits', [
        licence({ holder: SMELTER, validFrom: formatInstant(new Date(Date.UTC(2026, index, 1))) }),
        licence({ holder: TRADER, validTo: formatInstant(new Date(Date.UTC(2026, index, 15))) }),
      ]),
    );
    await Promise.all(writers);
    const [overlaps] = await database.read<{ count: number }>(
      context,
      `SELECT count(*) FROM registry_version a JOIN registry_version b USING (collection, key)
       WHERE (a.seq_from, a.valid_from) < (b.seq_from, b.valid_from) AND a.valid_from < b.valid_to
         AND b.valid_from < a.valid_to AND a.seq_from < b.seq_to AND b.seq_from < a.seq_to`,
    );
    expect(overlaps?.count).toBe(0);
    const [positions] = await database.read<{ dense: boolean }>(
      context,
      'SELECT count(*) = max(seq) AS dense FROM ledger_entry',
    );
    expect(positions?.dense).toBe(true);
  });

  it('shows an enterprise its own rows only', async () => {
    const own: Context = { ...context, scope: { kind: 'enterprises', usccs: [SMELTER] } };
    const { items } = await registry.list(own, 'enterprises', { filters: {}, page: { limit: 50 } });
    expect(items.map(({ key }) => key)).toEqual([SMELTER]);
    await expect(registry.get(own, 'enterprises', MINE)).rejects.toMatchObject({ status: 404 });
  });

  it('finds rows by index under row security', async () => {
    const plans = [
      ['key', 'registry_version_pkey'],
      ['lookup', 'registry_version_lookup'],
      ['tenant', 'registry_version_tenant'],
    ] as const;
    for (const [column, index] of plans) {
      const plan = await database.snapshot(context, async tx => {
        await tx.query('SET LOCAL enable_seqscan = off');
        return tx.query(
          `EXPLAIN SELECT body FROM registry_version WHERE collection = $1 AND ${column} = ANY ($2::text[])`,
          [permits.name, ['x']],
        );
      });
      expect(JSON.stringify(plan)).toContain(`${index} `);
      expect(JSON.stringify(plan)).toContain(`Index Cond: ((collection = 'permits'::text) AND (${column} = ANY`);
    }
  });
});
