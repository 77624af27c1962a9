import { describe, expect, it } from '@jest/globals';
import { compile, parseStrictJson, toOpenApi, type Components } from '#platform';
import { EventSchema, EVENT_TYPES, type EventInput } from './event-schema.js';

const validate = compile(EventSchema);
const ID = '7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10';
const USCC = '91360728MA35BAYA0U';
const common = { id: ID, enterprise: USCC, occurredAt: '2026-03-31T18:00:00+08:00' };
const lot = { lot: 'LN-2026-03-C01', product: 'CON-ION', massKg: 1250.5, reoPercent: 92 };
const draw = { lot: 'LN-2026-03-C01', massKg: 10 };
const run = {
  ...common,
  type: 'processing',
  process: 'SEPARATION',
  from: '2026-03-01T00:00:00+08:00',
  draws: [draw],
  yields: [lot],
};

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const { id: _, ...replacement } = run;

const GOOD: readonly EventInput[] = [
  { ...common, type: 'mining', licence: 'C3600002011035110012345', yields: [{ ...lot, assay: { La: 25, Ce: 50, Y: 25 } }], location: { lat: 24.9, lon: 114.8 } },
  { ...common, type: 'import', declaration: '422020260000012345', originCountry: 'MM', yields: [lot] },
  { ...common, type: 'scrap-intake', supplier: { name: '示例回收', uscc: USCC }, yields: [lot] },
  { ...common, type: 'opening-stock', yields: [{ lot: 'M', product: 'MET-Nd', massKg: 5, metalPercent: 99 }] },
  run as EventInput,
  { ...common, type: 'dispatch', to: USCC, draws: [{ ...draw, unitPrice: 58_000 }], terms: 'sale', shipFrom: '360700' },
  { ...common, type: 'receipt', dispatch: ID, outcome: 'accepted', items: [{ lot: `${USCC}:A:1`, massKg: 0 }] },
  { ...common, type: 'receipt', from: { name: 'nobody known' }, yields: [lot] },
  { ...common, type: 'export', declaration: '422020260000012345', destination: 'JPN', items: [draw] },
  { ...common, type: 'stocktake', counts: [{ lot: 'x', countedKg: 0 }] },
  { ...common, type: 'correction', corrects: ID, reason: 'misread' },
  { ...common, type: 'correction', corrects: ID, reason: 'misread', replacement: replacement as never },
]; // prettier-ignore

describe('EventSchema', () => {
  it.each(GOOD.map((event, index) => [`${event.type} ${index}`, event] as const))('takes %s', (_, event) => {
    expect(validate(event)).toEqual([]);
    expect(validate({ ...event, note: '備', extensions: { any: [1, { thing: null }] }, site: 'S/1' })).toEqual([]);
  });

  it('knows every type', () => {
    expect([...new Set(GOOD.map(event => event.type))].sort()).toEqual([...EVENT_TYPES].sort());
  });

  const bad: readonly (readonly [string, unknown, string, string])[] = [
    ['no object', [], 'wrong-type', ''],
    ['null', null, 'wrong-type', ''],
    ['no type', { ...common }, 'missing', '/type'],
    ['unknown type', { ...common, type: 'minning' }, 'out-of-range', '/type'],
    ['type of wrong type', { ...common, type: 5 }, 'wrong-type', '/type'],
    ['type of the prototype', { ...common, type: 'constructor' }, 'out-of-range', '/type'],
    ['no id', { ...run, id: undefined }, 'wrong-type', '/id'],
    ['id no uuid', { ...run, id: '1' }, 'bad-format', '/id'],
    ['null for unknown', { ...run, site: null }, 'wrong-type', '/site'],
    ['unknown field', { ...run, 'a/b~c': 1 }, 'unknown-field', '/a~1b~0c'],
    ['field of the prototype', { ...run, toString: 1 }, 'unknown-field', '/toString'],
    ['__proto__', JSON.parse(JSON.stringify(run).replace('{', '{"__proto__":1,')), 'unknown-field', '/__proto__'],
    ['enterprise a number', { ...run, enterprise: 91 }, 'wrong-type', '/enterprise'],
    ['check character', { ...run, enterprise: '91360728MA35BAYA01' }, 'invalid-uscc', '/enterprise'],
    ['short code', { ...run, enterprise: '9136' }, 'invalid-uscc', '/enterprise'],
    ['lower-case code', { ...run, enterprise: USCC.toLowerCase() }, 'invalid-uscc', '/enterprise'],
    ['no offset', { ...run, occurredAt: '2026-03-31T18:00:00' }, 'bad-format', '/occurredAt'],
    ['a day for an instant', { ...run, occurredAt: '2026-03-31' }, 'bad-format', '/occurredAt'],
    ['no such day', { ...run, from: '2026-02-30T00:00:00Z' }, 'bad-format', '/from'],
    ['year 0', { ...run, from: '0000-01-01T00:00:00Z' }, 'bad-format', '/from'],
    ['note too long', { ...run, note: 'x'.repeat(2_001) }, 'out-of-range', '/note'],
    ['extensions an array', { ...run, extensions: [] }, 'wrong-type', '/extensions'],
    ['extensions too large', { ...run, extensions: { a: '字'.repeat(5_500) } }, 'out-of-range', '/extensions'],
    ['document kind', { ...run, documents: [{ kind: 'memo', number: '1' }] }, 'out-of-range', '/documents/0/kind'],
    ['document number', { ...run, documents: [{ kind: 'other' }] }, 'missing', '/documents/0/number'],
    ['document digest', { ...run, documents: [{ kind: 'other', number: '1', sha256: 'xyz' }] }, 'bad-format', '/documents/0/sha256'],
    ['backfill', { ...run, backfill: { system: 'a' } }, 'missing', '/backfill/reason'],
    ['draws missing', { ...run, draws: undefined }, 'wrong-type', '/draws'],
    ['draws an object', { ...run, draws: {} }, 'wrong-type', '/draws'],
    ['no draws', { ...run, draws: [] }, 'out-of-range', '/draws'],
    ['too many draws', { ...run, draws: times(5_001, draw) }, 'limit-exceeded', '/draws'],
    ['too many yields', { ...run, yields: times(2_001, lot) }, 'limit-exceeded', '/yields'],
    ['mass 0', { ...run, draws: [{ ...draw, massKg: 0 }] }, 'out-of-range', '/draws/0/massKg'],
    ['mass -0', { ...run, draws: [{ ...draw, massKg: -0 }] }, 'out-of-range', '/draws/0/massKg'],
    ['mass negative', { ...run, draws: [draw, { ...draw, massKg: -1 }] }, 'out-of-range', '/draws/1/massKg'],
    ['mass a string', { ...run, draws: [{ ...draw, massKg: '10' }] }, 'wrong-type', '/draws/0/massKg'],
    ['four decimals', { ...run, draws: [{ ...draw, massKg: 0.0015 }] }, 'out-of-range', '/draws/0/massKg'],
    ['mass too large', { ...run, draws: [{ ...draw, massKg: 1_000_000_000.001 }] }, 'out-of-range', '/draws/0/massKg'],
    ['lot missing', { ...run, draws: [{ massKg: 1 }] }, 'missing', '/draws/0/lot'],
    ['lot empty', { ...run, draws: [{ ...draw, lot: '' }] }, 'bad-format', '/draws/0/lot'],
    ['slash in code', { ...run, yields: [{ ...lot, lot: 'a/b' }] }, 'bad-format', '/yields/0/lot'],
    ['blank before code', { ...run, yields: [{ ...lot, lot: ' a' }] }, 'bad-format', '/yields/0/lot'],
    ['blank behind code', { ...run, yields: [{ ...lot, lot: 'a\u3000' }] }, 'bad-format', '/yields/0/lot'],
    ['control character', { ...run, yields: [{ ...lot, lot: 'a\u0007b' }] }, 'bad-format', '/yields/0/lot'],
    ['line separator', { ...run, yields: [{ ...lot, lot: 'a\u2028b' }] }, 'bad-format', '/yields/0/lot'],
    ['zero-width joiner', { ...run, yields: [{ ...lot, lot: 'a\u200Db' }] }, 'bad-format', '/yields/0/lot'],
    ['not NFC', { ...run, yields: [{ ...lot, lot: 'e\u0301' }] }, 'bad-format', '/yields/0/lot'],
    ['65 characters', { ...run, yields: [{ ...lot, lot: '镝'.repeat(65) }] }, 'bad-format', '/yields/0/lot'],
    ['grade missing', { ...run, yields: [{ ...lot, reoPercent: undefined }] }, 'wrong-type', '/yields/0/reoPercent'],
    ['grade too high', { ...run, yields: [{ ...lot, reoPercent: 155.000001 }] }, 'out-of-range', '/yields/0/reoPercent'],
    ['seven decimals', { ...run, yields: [{ ...lot, reoPercent: 1.0000001 }] }, 'out-of-range', '/yields/0/reoPercent'],
    ['both grades', { ...run, yields: [{ ...lot, metalPercent: 99 }] }, 'unknown-field', '/yields/0/metalPercent'],
    ['no grade', { ...run, yields: [{ lot: 'a', product: 'b', massKg: 1 }] }, 'missing', '/yields/0/reoPercent'],
    ['no rare earth', { ...run, yields: [{ ...lot, assay: { La: 50, Fe: 50 } }] }, 'unknown-field', '/yields/0/assay/Fe'],
    ['assay short', { ...run, yields: [{ ...lot, assay: { La: 97.999999 } }] }, 'assay-sum', '/yields/0/assay'],
    ['assay long', { ...run, yields: [{ ...lot, assay: { La: 100, Ce: 2.000001 } }] }, 'assay-sum', '/yields/0/assay'],
    ['assay empty', { ...run, yields: [{ ...lot, assay: {} }] }, 'assay-sum', '/yields/0/assay'],
    ['loss kind', { ...run, losses: [{ kind: 'x', massKg: 0, reoPercent: 0 }] }, 'out-of-range', '/losses/0/kind'],
    ['declaration', { ...GOOD[1], declaration: '42202026000001234' }, 'invalid-declaration-number', '/declaration'],
    ['declaration direction', { ...GOOD[1], declaration: '422020262000012345' }, 'invalid-declaration-number', '/declaration'],
    ['country', { ...GOOD[1], originCountry: 'Myanmar' }, 'bad-format', '/originCountry'],
    ['empty import', { ...GOOD[1], yields: [] }, 'out-of-range', '/yields'],
    ['latitude', { ...GOOD[0], location: { lat: 91, lon: 0 } }, 'out-of-range', '/location/lat'],
    ['supplier', { ...GOOD[2], supplier: 'x' }, 'wrong-type', '/supplier'],
    ['region', { ...GOOD[5], shipTo: '36070' }, 'bad-format', '/shipTo'],
    ['terms', { ...GOOD[5], terms: 'gift' }, 'out-of-range', '/terms'],
    ['price', { ...GOOD[5], draws: [{ ...draw, unitPrice: -1 }] }, 'out-of-range', '/draws/0/unitPrice'],
    ['receipt of neither kind', { ...common, type: 'receipt', outcome: 'accepted' }, 'missing', '/dispatch'],
    ['receipt of both kinds', { ...GOOD[6], from: { name: 'x' } }, 'unknown-field', '/from'],
    ['HS code', { ...GOOD[8], items: [{ ...draw, hsCode: '28.46' }] }, 'bad-format', '/items/0/hsCode'],
    ['version', { ...GOOD[10], expectedVersion: 1.5 }, 'wrong-type', '/expectedVersion'],
    ['replacement with id', { ...GOOD[10], replacement: run }, 'unknown-field', '/replacement/id'],
    ['replacement a correction', { ...GOOD[10], replacement: GOOD[10] }, 'out-of-range', '/replacement/type'],
    ['deep in a replacement', { ...GOOD[11], replacement: { ...GOOD[11]!, ...run, id: undefined, draws: [{ ...draw, massKg: 'x' }] } }, 'wrong-type', '/replacement/draws/0/massKg'],
  ]; // prettier-ignore
  it.each(bad)('refuses %s', (_, value, code, pointer) => {
    expect(validate(value)).toContainEqual(expect.objectContaining({ code, pointer }));
  });

  it('lists every fault once, behind the pointer of the event', () => {
    const faults = validate({ ...run, enterprise: 1, draws: [{ lot: 'a' }], extra: true }, '/events/3');
    expect(faults.map(fault => `${fault.code} ${fault.pointer}`).sort()).toEqual([
      'missing /events/3/draws/0/massKg',
      'unknown-field /events/3/extra',
      'wrong-type /events/3/enterprise',
    ]);
  });

  it('takes sums of 98 and 102 themselves', () => {
    for (const assay of [{ La: 98 }, { La: 33.4, Ce: 33.3, Pr: 33.3, Nd: 2 }]) {
      expect(validate({ ...run, yields: [{ ...lot, assay }] })).toEqual([]);
    }
  });

  it('has a valid example for every field that gives one', () => {
    const components: Components = {};
    toOpenApi(EventSchema, components);
    expect(Object.keys(components)).toEqual(
      expect.arrayContaining(['Event', 'MiningEvent', 'Assay', 'LotDeclaration']),
    );
    for (const node of nodesOf(EventSchema)) {
      for (const example of node.examples ?? []) expect([node, compile(node as never)(example)]).toEqual([node, []]);
    }
  });

  it('reads and checks thousands of events a second', () => {
    const line = Buffer.from(JSON.stringify({ ...run, draws: times(8, draw), yields: times(4, { ...lot, assay: { La: 25, Ce: 50, Y: 25 } }) })); // prettier-ignore
    const started = performance.now();
    for (let count = 0; count < 2_000; count++) expect(validate(parseStrictJson(line)).length).toBe(0);
    expect(performance.now() - started).toBeLessThan(2_000);
    if (process.env['SHOW']) process.stdout.write(`${line.length} B ${2_000_000 / (performance.now() - started)}/s\n`);
  });
});

interface Node {
  readonly examples?: readonly unknown[];
}

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.entries(value).filter(([key]) => key !== 'examples');
  return ['type' in value ? [value as Node] : [], ...children.map(([, child]) => nodesOf(child))].flat();
}
