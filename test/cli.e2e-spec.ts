import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { compareStates, readerOf } from '#lots';
import { appUrl, Database, InstanceLock, instanceLockFile, prepareDataFolder } from '#platform';
import {
  enterprise, exporting, freshDatabase, mining, lot, openingStock, rounds, seededHistory, TESTER, uscc, uuid,
  type ContractEvent, type FreshDatabase, type History,
} from '#testing'; // prettier-ignore
import { TestApi } from './support/api.js';
import { TestCli } from './support/cli.js';

const ndjson = (values: readonly unknown[]): string => values.map(value => `${JSON.stringify(value)}\n`).join('');
const linesIn = async (file: string): Promise<string[]> => (await readFile(file, 'utf8')).trimEnd().split('\n');

const seed = Date.now() % 1_000_000;
console.info(`seed of the histories of the command line: ${seed}`);

let cli: TestCli;
const fresh: FreshDatabase[] = [];

beforeEach(async () => void (cli = await TestCli.create()));
afterAll(() => Promise.all(fresh.map(database => database.drop())));

/** A database without tables, as its administrator sees it. */
async function emptyDatabase(): Promise<string> {
  const database = await freshDatabase([]);
  fresh.push(database);
  return database.adminUrl;
}

describe('oretrail migrate', () => {
  it('makes the tables, and the second time has nothing to do', async () => {
    const DATABASE_URL = await emptyDatabase();
    const first = await cli.run(['migrate'], { DATABASE_URL });
    expect(first).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/applied \d{8}-ledger[^]*up to date/) });
    expect(await cli.run(['migrate'], { DATABASE_URL })).toEqual({ code: 0, err: '', out: 'The database is up to date.\n' }); // prettier-ignore
    await cli.remove();
  });

  it('says what is missing where a command comes before it', async () => {
    const DATABASE_URL = await emptyDatabase();
    const checked = await cli.run(['check', '--quick'], { DATABASE_URL });
    expect(checked).toMatchObject({ code: 1, out: '', err: expect.stringContaining('oretrail migrate') });
    await cli.remove();
  });
});

describe('against a running server', () => {
  let api: TestApi;
  let server: string[];

  beforeAll(async () => {
    api = await TestApi.start({ loadDemo: true });
    server = ['--url', api.url, '--key', api.key];
  });
  afterAll(() => api.close());

  const stock = (count: number, first: number): ContractEvent[] =>
    Array.from({ length: count }, (_, index) =>
      openingStock({ id: uuid(first + index), enterprise: uscc(71), yields: [lot({ lot: `CLI-${first + index}` })] }),
    );

  it('import records events, lists what was refused with line and pointer, and does no harm twice', async () => {
    const file = cli.path('events.ndjson');
    const [one, two, three] = stock(3, 1) as [ContractEvent, ContractEvent, ContractEvent];
    await writeFile(
      cli.path('parties.csv'),
      `uscc,name,kinds,region,source\n${uscc(71)},示例稀土,mine;smelter,360700,t\n`,
    );
    expect(await cli.run(['import', cli.path('parties.csv'), '--registry', 'enterprises', ...server])).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 new'),
    });
    const wrong = { ...two, yields: [{ ...lot(), massKg: -1 }] };
    await writeFile(file, `${ndjson([one])}\n{"broken\n${ndjson([wrong, three])}`);
    const first = await cli.run(['import', file, ...server]);
    expect(first).toMatchObject({ code: 4, err: '', out: expect.stringMatching(/2 recorded, 2 refused; .*\n.*errors\.ndjson/) }); // prettier-ignore
    const refused = (await linesIn(`${file}.errors.ndjson`)).map(line => JSON.parse(line) as object);
    expect(refused).toMatchObject([
      { line: 3, code: 'malformed-json' },
      { line: 4, id: uuid(2), errors: [{ pointer: '/yields/0/massKg', code: 'out-of-range', value: -1 }] },
    ]);
    await writeFile(file, ndjson([one, two, three]));
    expect((await cli.run(['import', file, ...server])).out).toMatch(/1 recorded, 2 there already;/);
    expect(existsSync(`${file}.oretrail-resume`)).toBe(false);
    expect((await cli.run(['import', '-', ...server], {}, ndjson([one]))).out).toMatch(/1 there already;/);
    await cli.remove();
  });

  it('import reads GBK and CSV, and names the column of what was refused', async () => {
    const file = cli.path('批次.csv');
    const header =
      'type,id,enterprise,occurredAt,note,yields.0.lot,yields.0.product,yields.0.massKg,yields.0.reoPercent';
    const row = (id: string, code: string, kg: string): string =>
      `opening-stock,${id},${uscc(71)},2026-01-05T10:00:00+08:00,,${code},CON-BAS,${kg},60`;
    const [begin, end] = [`${header}\n${row(uuid(11), 'CLI-', '12.5')}`, `\n${row(uuid(12), 'CLI-12', 'twelve')}\n`];
    const gbk = Buffer.from([0xcf, 0xa1, 0xcd, 0xc1]); // 稀土
    const [head, tail] = begin.split('CLI-') as [string, string];
    await writeFile(file, Buffer.concat([Buffer.from(`${head}CLI-`), gbk, Buffer.from(tail + end)]));
    const { code, out } = await cli.run(['import', file, '--lang', 'zh', ...server]);
    expect([code, out]).toEqual([4, expect.stringContaining('1 已记录，1 被拒绝')]);
    expect((await linesIn(`${file}.errors.csv`)).map(line => line.trimEnd())).toEqual([
      '\uFEFF行,列,字段,标识,代码,值,说明',
      `3,8,yields.0.massKg,${uuid(12)},wrong-type,twelve,a number`,
    ]);
    const found = await api.get(`/v1/lots/${encodeURIComponent('CLI-稀土')}`);
    expect(found).toMatchObject({ status: 200, body: { massKg: 12.5 } });
    await cli.remove();
  });

  it('import fails in words, and asks for the right way to send a ledger', async () => {
    const file = cli.path('ledger.ndjson');
    await writeFile(file, ndjson([{ kind: 'ledger', format: 1, seq: 0, recordedAt: '2026-01-01T00:00:00+08:00' }]));
    const [away, strange] = [['--url', 'http://127.0.0.1:1', '--key', api.key], ['--url', api.url, '--key', 'ot_unknown-key-of-nobody']]; // prettier-ignore
    const cases: [string[], number, string][] = [
      [[file, ...server], 1, 'import it with --ledger'],
      [[file, '--ledger', ...server], 1, 'goes into an empty installation'],
      [[cli.path('none.ndjson'), ...server], 1, 'cannot be read (ENOENT)'],
      [[cli.folder, ...server], 1, 'cannot be read (EISDIR)'],
      [[file, '--registry', 'nonsense', ...server], 2, 'no collection "nonsense"'],
      [[file, '--encoding', 'big5', ...server], 2, 'utf-8 or gb18030'],
    ];
    for (const [args, code, message] of cases) {
      expect(await cli.run(['import', ...args])).toEqual({ code, out: '', err: expect.stringContaining(message) });
    }
    const events = cli.path('events.ndjson');
    await writeFile(events, ndjson(stock(1, 21)));
    expect((await cli.run(['import', events, ...away])).err).toContain('No server answers');
    expect((await cli.run(['import', events, ...strange])).err).toContain('does not know this key');
    await cli.remove();
  });

  it('trace, where and search answer with names, and as they were told with --json', async () => {
    const { body } = await api.get<{ items: { event: { declaration: string; items: { lot: string }[] } | null }[] }>('/v1/events?type=export'); // prettier-ignore
    const { declaration, items } = body.items.find(({ event }) => event !== null)!.event!;
    expect((await cli.run(['trace', declaration, ...server])).out).toContain(`Shipment ${declaration}`);
    const gone = await cli.run(['where', items[0]!.lot, ...server]);
    expect(gone).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Lot [^]*In stock[^]*Shipped abroad[^]*\d{18}/) }); // prettier-ignore
    const traced = JSON.parse((await cli.run(['trace', declaration, '--json', ...server])).out) as {
      origins: { source: { id: string } }[];
    };
    const { id } = traced.origins[0]!.source;
    const recalled = await cli.run(['where', id, '--json', ...server]);
    expect(JSON.parse(recalled.out)).toMatchObject({ subject: { kind: 'source', id } });
    expect(recalled.out).toContain(declaration);
    const found = await cli.run(['search', declaration.slice(0, 8), ...server]);
    expect(found).toMatchObject({ code: 0, err: '', out: expect.stringMatching(new RegExp(`Shipments\n  ${declaration}`)) }); // prettier-ignore
    expect((await cli.run(['search', 'no such thing', ...server])).out).toContain('Nothing is called no such thing');
    expect(await cli.run(['where', 'nowhere', ...server])).toMatchObject({ code: 1, err: expect.stringContaining('nothing called nowhere') }); // prettier-ignore
    await cli.remove();
  });
});

/** A ledger of all kinds of entries on a server of its own. */
async function serverWith({ registry, events }: History): Promise<TestApi> {
  const api = await TestApi.start();
  const { enterprises, sites, permits, customsDeclarations } = registry;
  for (const [name, items] of Object.entries({ enterprises, sites, permits, 'customs-declarations': customsDeclarations })) {
    await expectOk(api.put(`/v1/registry/${name}`, { items }));
  }
  for (let at = 0; at < events.length; at += 7) await expectOk(api.post('/v1/events', { events: events.slice(at, at + 7) })); // prettier-ignore
  const [permit] = permits;
  await expectOk(api.put('/v1/registry/permits', { items: [{ ...permit, status: 'suspended' }] }));
  const { body } = await api.get<{ items: { event: ContractEvent | null }[] }>('/v1/events?type=mining');
  const { licence, occurredAt } = body.items.find(({ event }) => event !== null)!.event as ReturnType<typeof mining>;
  const source = encodeURIComponent(`mining-licence:${licence}:${occurredAt.slice(0, 4)}`);
  await expectOk(api.post(`/v1/sources/${source}/decisions`, { status: 'illegal', note: '现场核查' }));
  return api;
} // prettier-ignore

async function expectOk(answer: Promise<{ readonly status: number; readonly text: string }>): Promise<void> {
  const { status, text } = await answer;
  if (status >= 300) throw new Error(text);
}

/** What a server says of all that is to be asked about, without the times of recording. */
async function answersOf(api: TestApi): Promise<Record<string, unknown>> {
  const { body: exports } = await api.get<{ items: { event: { declaration: string } | null }[] }>('/v1/events?type=export&limit=500'); // prettier-ignore
  const { body: events } = await api.get<{ items: { seq: number; event: { type: string; yields?: { lot: string }[] } | null }[] }>('/v1/events?limit=500'); // prettier-ignore
  const declarations = [...new Set(exports.items.flatMap(({ event }) => event?.declaration ?? []))].sort();
  const lots = [...new Set(events.items.flatMap(({ event }) => event?.yields?.map(({ lot }) => lot) ?? []))].sort();
  const paths = [
    ...declarations.map(number => `/v1/shipments/${number}/provenance`),
    ...lots.slice(0, 40).flatMap(code => [`/v1/lots/${encodeURIComponent(code)}/provenance`, `/v1/lots/${encodeURIComponent(code)}/destinations`]), // prettier-ignore
    ...[10, 20, 30].map(seq => `/v1/holdings?limit=500&asOf=${seq}`),
    '/v1/holdings?limit=500',
    '/v1/transfers?limit=500',
    '/v1/events?limit=500',
  ];
  const answers: Record<string, unknown> = {};
  for (const path of paths) {
    const { status, text } = await api.get(path);
    answers[path] = [status, untimed(text)];
  }
  return answers;
}

const untimed = (text: string): string =>
  text.replaceAll(/"recordedAt":"[^"]*"/g, '').replaceAll(/"asOf":\{[^}]*\}/g, '');

describe('a whole ledger', () => {
  let original: TestApi;
  let database: Database;

  beforeAll(async () => {
    original = await serverWith(seededHistory(seed, rounds(80, 300)));
    database = new Database({ url: appUrl(original.adminUrl), poolSize: 2 });
  });
  afterAll(async () => {
    await database.close();
    await original.close();
  });

  async function exported(): Promise<string> {
    const file = cli.path('ledger.ndjson');
    const { code, err } = await cli.run(['export', '--out', file], { DATABASE_URL: original.adminUrl });
    expect([code, err]).toEqual([0, expect.stringMatching(/entries up to position \d+ are in/)]);
    return file;
  }

  /** Findings on enterprises come a moment after the entries they follow from. */
  async function expectSameAnswers(other: TestApi): Promise<void> {
    for (const until = Date.now() + 20_000; ; await delay(200)) {
      const [copied, expected] = [await answersOf(other), await answersOf(original)];
      if (Date.now() > until || JSON.stringify(copied) === JSON.stringify(expected)) {
        expect(copied).toEqual(expected);
        return;
      }
    }
  }

  async function expectSameState(adminUrl: string): Promise<void> {
    const copy = new Database({ url: appUrl(adminUrl), poolSize: 2 });
    try {
      expect((await compareStates(readerOf(database), readerOf(copy))).differences).toEqual([]);
    } finally {
      await copy.close();
    }
  }

  it('is exported and recorded again by another server, which then gives the same answers', async () => {
    const file = await exported();
    const other = await TestApi.start();
    try {
      const imported = await cli.run(['import', file, '--ledger', '--url', other.url, '--key', other.key]);
      expect(imported).toMatchObject({ code: 0, err: '', out: expect.stringContaining('entries recorded again') });
      await expectSameState(other.adminUrl);
      await expectSameAnswers(other);
      const again = await cli.run(['import', file, '--ledger', '--url', other.url, '--key', other.key]);
      expect(again).toMatchObject({ code: 1, err: expect.stringContaining('goes into an empty installation') });
    } finally {
      await other.close();
    }
    await cli.remove();
  });

  it('is recorded again straight in a database, and exported once more is the same but for the times', async () => {
    const file = await exported();
    const DATABASE_URL = await emptyDatabase();
    expect(await cli.run(['import', file, '--ledger'], { DATABASE_URL })).toMatchObject({ code: 0, err: '' });
    await expectSameState(DATABASE_URL);
    const again = cli.path('again.ndjson');
    await cli.run(['export', '--out', again], { DATABASE_URL });
    const withoutTimes = async (path: string) => (await readFile(path, 'utf8')).replaceAll(/"recordedAt":"[^"]*"/g, '');
    expect(await withoutTimes(again)).toBe(await withoutTimes(file));
    const refused = await cli.run(['export', '--out', file], { DATABASE_URL });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--force') });
    await cli.remove();
  });

  it('is not taken where it is cut short, changed or of another make', async () => {
    const file = await exported();
    const lines = await linesIn(file);
    const cases: [string[], string][] = [
      [lines.slice(0, -1), 'is cut short'],
      [[lines[0]!, ...lines.slice(2)], 'line 2: seq 2, not 1'],
      [[lines[0]!.replace('"format":1', '"format":9'), ...lines.slice(1)], 'has format 9'],
      [lines.slice(1), 'is no export of a ledger'],
      [[lines[0]!, '{"kind":"event","seq":1}'], 'line 2: recordedAt'],
    ];
    for (const [content, message] of cases) {
      const DATABASE_URL = await emptyDatabase();
      await writeFile(file, content.map(line => `${line}\n`).join(''));
      const { code, err } = await cli.run(['import', file, '--ledger', '--again'], { DATABASE_URL });
      expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    }
    await cli.remove();
  });

  it('is checked: nothing is otherwise, until somebody changes what is stored', async () => {
    const environment = { DATABASE_URL: original.adminUrl };
    expect(await cli.run(['check'], environment)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Everything is as it follows') }); // prettier-ignore
    expect(await cli.run(['check', '--quick'], environment)).toMatchObject({ code: 0, err: '' });
    const owner = new Database({ url: original.adminUrl, poolSize: 1 });
    const [row] = await owner.read<{ no: number }>(
      TESTER,
      `SELECT min(h.no) AS no FROM holding h JOIN root r ON r.event_no = h.event_no AND r.seq_to = h.seq_to
       WHERE h.seq_to = ${Number.MAX_SAFE_INTEGER}`,
    );
    const change = (grams: number) =>
      owner.read(TESTER, `UPDATE holding SET mass_g = mass_g + $1 WHERE no = $2 AND seq_to = ${Number.MAX_SAFE_INTEGER}`, [grams, row?.no]); // prettier-ignore
    await change(1000);
    try {
      const full = await cli.run(['check'], environment);
      expect([full.code, full.out]).toEqual([3, expect.stringMatching(new RegExp(`holding no\\. ${row?.no}\\n.*stored: \\{"mass_g":\\d+\\}\\n.*expected: \\{"mass_g":\\d+\\}`))]); // prettier-ignore
      const quick = await cli.run(['check', '--quick', '--json'], environment);
      expect([quick.code, JSON.parse(quick.out)]).toEqual([3, expect.objectContaining({ violations: [expect.objectContaining({ rule: 'yielded-otherwise' })] })]); // prettier-ignore
    } finally {
      await change(-1000);
      await owner.close();
    }
    await cli.remove();
  });

  it('is backed up from the database of DATABASE_URL while it serves, and restored into another', async () => {
    const folder = cli.path('backup');
    const saved = await cli.run(['backup', folder], { DATABASE_URL: original.adminUrl });
    expect(saved).toMatchObject({ code: 0, out: expect.stringContaining(`oretrail restore ${folder}`) });
    const DATABASE_URL = await emptyDatabase();
    expect(await cli.run(['restore', folder], { DATABASE_URL })).toMatchObject({ code: 0, err: '' });
    await expectSameState(DATABASE_URL);
    const twice = await cli.run(['restore', folder], { DATABASE_URL });
    expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('entries already') });
    expect((await cli.run(['backup', folder], { DATABASE_URL })).err).toContain('is not empty');
    await cli.remove();
  });
});

describe('the embedded database', () => {
  it('is backed up, wrecked and restored, and is what it was', async () => {
    const stated = { kind: 'registry', seq: 1, recordedAt: '2026-01-01T00:00:00+08:00', by: { actor: 'a', channel: 'api' } }; // prettier-ignore
    const item = enterprise(uscc(1), ['exporter']);
    const source = openingStock({ enterprise: uscc(1) });
    const event = (seq: number, content: ContractEvent): object => ({ ...stated, kind: 'event', seq, event: content });
    const shipped = exporting({ enterprise: uscc(1), items: [{ lot: 'L1', massKg: 10 }] });
    await writeFile(cli.path('ledger.ndjson'), ndjson([
      { kind: 'ledger', format: 1, seq: 3, recordedAt: stated.recordedAt },
      { ...stated, collection: 'enterprises', item }, event(2, source), event(3, shipped),
    ])); // prettier-ignore
    expect(await cli.run(['import', cli.path('ledger.ndjson'), '--ledger'])).toMatchObject({ code: 0 });
    const before = (await cli.run(['export'])).out;
    expect(before.split('\n')).toHaveLength(5);

    const folder = cli.path('backup');
    expect(await cli.run(['backup', folder])).toMatchObject({ code: 0, out: expect.stringMatching(/files \(\d+ MB\)/) }); // prettier-ignore
    expect(await cli.run(['restore', folder])).toMatchObject({ code: 1, err: expect.stringContaining('--replace') });
    await rm(cli.path('data/postgres/base'), { recursive: true });
    expect((await cli.run(['export'])).code).not.toBe(0);
    expect(await cli.run(['restore', folder, '--replace'])).toMatchObject({ code: 0, out: expect.stringContaining('is kept in') }); // prettier-ignore
    expect((await cli.run(['export'])).out).toBe(before);

    await rm(cli.path('data'), { recursive: true });
    expect(await cli.run(['restore', folder])).toMatchObject({ code: 0 });
    expect((await cli.run(['export'])).out).toBe(before);
    expect(await cli.run(['check'])).toMatchObject({ code: 0 });

    await rm(`${folder}/postgres/PG_VERSION`);
    expect((await cli.run(['restore', folder, '--replace'])).err).toContain('is not complete');
    await cli.remove();
  });

  it('is not copied while the service runs, and is looked for where it is not', async () => {
    const data = cli.path('data');
    prepareDataFolder(data);
    expect((await cli.run(['backup', cli.path('backup')])).err).toContain('There is no database in');
    expect((await cli.run(['restore', cli.path('backup')])).err).toContain('holds no backup');
    const lock = await InstanceLock.acquire(instanceLockFile(data));
    try {
      const refused = await cli.run(['backup', cli.path('backup')]);
      expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/is running on .*--export/)]);
      expect((await cli.run(['check'])).err).toContain('cannot be found from here');
    } finally {
      lock.release();
    }
    expect(existsSync(cli.path('backup'))).toBe(false);
    await cli.remove();
  });
});
