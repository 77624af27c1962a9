import { describe, expect, it } from '@jest/globals';
import type { Fault } from '#kernel';
import { declarationNumber, uscc } from '#testing';
import { compile, toOpenApi, type Components } from '#platform';
import { readdirSync } from 'node:fs';
import { keyOf, tenantOf, type Collection, type RegistryItem } from '../domain/collection.js';
import { ItemChecker } from '../item-check.js';
import { COLLECTIONS, findCollection } from './index.js';

type Fields = Readonly<Record<string, unknown>>;

const [MINE, SMELTER] = [uscc(1), uscc(2)];
const IMPORT = declarationNumber(1, 'import');
const LICENCE = 'C3600002011035110012345';
const RING = [[114.7, 24.9], [114.8, 24.9], [114.8, 25], [114.7, 24.9]]; // prettier-ignore

/** An item of each collection with its required fields, and its key. */
const GOOD: Readonly<Record<string, readonly [key: string, item: Fields]>> = {
  enterprises: [MINE, { uscc: MINE, name: '示例稀土', kinds: ['mine'], region: '360700' }],
  sites: ['GZ-P1', { code: 'GZ-P1', enterprise: MINE, kind: 'plant', region: '360728' }],
  permits: [
    `mining-licence:${LICENCE}`,
    { kind: 'mining-licence', number: LICENCE, holder: MINE, issuer: 'Jiangxi', from: '2020-01-01', status: 'valid' },
  ],
  quotas: [
    `2026:1:mining-ion:${MINE}`,
    { year: 2026, batch: 1, kind: 'mining-ion', holder: MINE, tonnesReo: 2500, issuer: 'MIIT' },
  ],
  'published-lists': [`2026:mine:${MINE}`, { year: 2026, kind: 'mine', enterprise: MINE, group: SMELTER }],
  invoices: [
    '3600201130:00012345',
    {
      code: '3600201130',
      number: '00012345',
      type: 'special',
      seller: MINE,
      buyer: SMELTER,
      issuedAt: '2026-03-01T10:00:00+08:00',
      region: '360700',
      state: 'normal',
      lines: [{ item: '碳酸稀土', massKg: 1000, basis: 'reo', unitPrice: 180000, amount: 180000 }],
    },
  ],
  'customs-declarations': [
    IMPORT,
    {
      number: IMPORT,
      direction: 'import',
      party: SMELTER,
      date: '2026-02-03',
      country: 'MM',
      customs: '8603',
      lines: [{ hsCode: '2846901930', massKg: 24000, valueUsd: 1e6 }],
    },
  ],
  'inspection-certificates': ['JC1', { number: 'JC1', lots: ['L-1'], massKg: 24000, date: '2026-02-05', result: 'pass' }],
  'resource-tax-certificates': [
    'ZY1',
    { number: 'ZY1', taxpayer: MINE, region: '360700', period: '2026-Q4', massKg: 5000, product: 'ENR-ION-M' },
  ],
  samples: [
    'QY1',
    { number: 'QY1', enterprise: SMELTER, site: 'P1', takenAt: '2026-03-01T10:00:00Z', point: 'product', assay: { Dy: 4 } },
  ],
  sanctions: ['CF1', { number: 'CF1', enterprise: MINE, kind: 'blacklist', from: '2026-05-01', basis: 'Article 19' }],
  'monthly-reports': [
    `${SMELTER}:2026-03:OX-PrNd`,
    {
      enterprise: SMELTER,
      month: '2026-03',
      product: 'OX-PrNd',
      producedReoT: 120,
      purchasedT: 0,
      soldT: 100,
      exportedT: 0,
      stockT: 20,
      submittedAt: '2026-04-08T09:00:00+08:00',
    },
  ],
  leads: ['XS1', { number: 'XS1', kind: 'tip', receivedAt: '2026-03-01T10:00:00+08:00', region: '360700' }],
  inspections: ['J1', { number: 'J1', region: '360700', kind: 'random', date: '2026-03-02', authority: 'Ganzhou' }],
  'tax-returns': [
    `${MINE}:vat:2026-03`,
    { taxpayer: MINE, tax: 'vat', period: '2026-03', taxableAmount: 1e6, due: 130000, paid: 130000, filedAt: '2026-04-15' },
  ],
  monitoring: [
    'HJ1',
    { number: 'HJ1', enterprise: SMELTER, point: 'DW001', parameter: 'NH3-N', from: '2026-03-01T00:00:00+08:00' },
  ],
  cases: ['AJ1', { number: 'AJ1', region: '360700', rules: ['REC-01'], stage: 'lead', stageSince: '2026-03-01' }],
  feeds: [
    'tax-36',
    { feed: 'tax-36', department: 'tax', collection: 'invoices', periodDays: 1, lastAt: '2026-03-01T00:00:00+08:00' },
  ],
}; // prettier-ignore

const itemOf = (name: string, changes: Fields = {}): RegistryItem =>
  JSON.parse(JSON.stringify({ source: 'test', ...GOOD[name]![1], ...changes })) as RegistryItem;

const PLACE = { index: 3, pointer: '/items/3' };

const check = (collection: Collection<unknown>, item: unknown) => new ItemChecker(collection).check(item, PLACE);

function faultsOf(name: string, changes: Fields): readonly Fault[] {
  const checked = check(findCollection(name)!, itemOf(name, changes));
  return 'faults' in checked ? checked.faults : [];
}

describe('collections', () => {
  it('are all listed, and nothing twice', () => {
    const files = readdirSync(import.meta.dirname ?? __dirname).filter(file => file.endsWith('.collection.ts'));
    expect(COLLECTIONS.map(({ name }) => `${name}.collection.ts`).sort()).toEqual(files.sort());
    expect(new Set(COLLECTIONS.map(({ title }) => title)).size).toBe(COLLECTIONS.length);
  });

  it.each(COLLECTIONS)('$name takes an item with its required fields', collection => {
    const [key] = GOOD[collection.name]!;
    const item = itemOf(collection.name);
    expect(check(collection, item)).toEqual({ key, item, place: PLACE, warnings: [] });
    expect(keyOf(collection, item)).toBe(key);
    expect(tenantOf(collection, item)).toMatch(/^(-|[0-9A-Z]{18})$/);
  });

  it.each(COLLECTIONS)('$name wants a source and refuses what it does not know', ({ name }) => {
    const codes = faultsOf(name, { source: undefined, colour: 'red' }).map(fault => [fault.code, fault.pointer]);
    expect(codes).toEqual([
      ['missing', '/items/3/source'],
      ['unknown-field', '/items/3/colour'],
    ]);
  });

  it.each(COLLECTIONS)('$name describes every field, and looks up and filters by fields it has', collection => {
    const components: Components = {};
    toOpenApi(collection.schema, components);
    expect(Object.keys(components)).toContain(collection.title);
    for (const schema of Object.values(collection.fields)) expect(schema.description).toBeTruthy();
    const named = [
      ...collection.key,
      ...collection.filters,
      ...collection.personal,
      collection.lookup,
      collection.tenant,
    ];
    for (const field of named.filter(name => name !== undefined))
      expect(Object.keys(collection.fields)).toContain(field);
  });

  it.each(COLLECTIONS)('$name takes the examples of its fields', collection => {
    for (const [name, schema] of Object.entries(collection.fields)) {
      for (const example of (schema['examples'] ?? []) as unknown[]) {
        expect([name, compile(schema)(example)]).toEqual([name, []]);
      }
    }
  });
});

const START = '2026-05-01T00:00:00+08:00';

it.each<[collection: string, changes: Fields, code: string, pointer: string]>([
  ['enterprises', { uscc: '91360700MA00000001' }, 'invalid-uscc', '/uscc'],
  ['enterprises', { kinds: ['mine', 'bank'] }, 'out-of-range', '/kinds/1'],
  ['enterprises', { region: '990000' }, 'bad-format', '/region'],
  ['enterprises', { region: 360700 }, 'wrong-type', '/region'],
  ['enterprises', { group: null }, 'wrong-type', '/group'],
  ['enterprises', { capacities: [{ product: 'OX-PrNd' }] }, 'missing', '/capacities/0/tonnesPerYear'],
  ['enterprises', { validFrom: START, validTo: START }, 'out-of-range', '/validTo'],
  ['enterprises', { validFrom: '2026-05-01' }, 'bad-format', '/validFrom'],
  ['sites', { enterprise: 'x' }, 'invalid-uscc', '/enterprise'],
  ['sites', { polygon: { type: 'Point', coordinates: [1] } }, 'out-of-range', '/polygon/type'],
  ['sites', { polygon: { type: 'Polygon', coordinates: [] } }, 'out-of-range', '/polygon/coordinates'],
  ['sites', { polygon: { type: 'Polygon', coordinates: [[...RING.slice(0, 3), ['x', 1]]] } }, 'bad-format', '/polygon/coordinates/0/3'],
  ['sites', { polygon: { type: 'Polygon', coordinates: [[...RING, [1, 2]]] } }, 'bad-format', '/polygon/coordinates/0'],
  ['sites', { polygon: { type: 'Polygon', coordinates: [RING, [[1, 2]]] } }, 'bad-format', '/polygon/coordinates/1'],
  ['sites', { polygon: { type: 'Polygon', coordinates: [[[24.9, 114.7], ...RING]] } }, 'out-of-range', '/polygon/coordinates/0/0/1'],
  ['sites', { polygon: { type: 'Polygon', coordinates: [[[214.7, 24], ...RING]] } }, 'out-of-range', '/polygon/coordinates/0/0/0'],
  ['permits', { polygon: { type: 'MultiPolygon', coordinates: [[RING], []] } }, 'bad-format', '/polygon/coordinates/1'],
  ['permits', { from: '2026-02-30' }, 'bad-format', '/from'],
  ['permits', { from: '2026-05-02', to: '2026-05-01' }, 'out-of-range', '/to'],
  ['permits', { status: 'expired' }, 'out-of-range', '/status'],
  ['permits', { kind: 'export-licence', hsCode: '28' }, 'bad-format', '/hsCode'],
  ['permits', { destination: 'XX' }, 'out-of-range', '/destination'],
  ['permits', { contractors: [SMELTER, 'x'] }, 'invalid-uscc', '/contractors/1'],
  ['permits', { customs: '42' }, 'bad-format', '/customs'],
  ['quotas', { year: '2026' }, 'wrong-type', '/year'],
  ['quotas', { tonnesReo: -1 }, 'out-of-range', '/tonnesReo'],
  ['quotas', { issuedAt: '2026-01-01' }, 'bad-format', '/issuedAt'],
  ['quotas', { filedAt: START }, 'bad-format', '/filedAt'],
  ['invoices', { number: '26362000000012345678' }, 'bad-format', '/number'],
  ['invoices', { code: undefined }, 'bad-format', '/number'],
  ['invoices', { code: '36002011301' }, 'bad-format', '/number'],
  ['invoices', { lines: [{ item: 'x', massKg: 0.0001, basis: 'reo', unitPrice: 1, amount: 1 }] }, 'out-of-range', '/lines/0/massKg'],
  ['customs-declarations', { number: '4220202610000001' }, 'invalid-declaration-number', '/number'],
  ['customs-declarations', { country: 'ZZ' }, 'out-of-range', '/country'],
  ['customs-declarations', { lines: [{ hsCode: '284690193012', massKg: 1, valueUsd: 1 }] }, 'bad-format', '/lines/0/hsCode'],
  ['resource-tax-certificates', { period: '2026' }, 'bad-format', '/period'],
  ['samples', { assay: { Xx: 4 } }, 'unknown-field', '/assay/Xx'],
  ['monthly-reports', { month: '2026-13' }, 'bad-format', '/month'],
  ['leads', { point: { lat: 91, lon: 0 } }, 'out-of-range', '/point/lat'],
  ['monitoring', { to: '2026-02-28T00:00:00+08:00' }, 'out-of-range', '/to'],
  ['cases', { crossProvince: { foundAt: '2026-03-01', acknowledgements: [{ region: '36', sentAt: '2026-03-02' }] } }, 'bad-format', '/crossProvince/acknowledgements/0/region'],
])('%s with %j: %s at %s', (name, changes, code, pointer) => {
  expect(faultsOf(name, changes)).toMatchObject([{ code, index: 3, pointer: `/items/3${pointer}` }]);
}); // prettier-ignore

it.each<[collection: string, changes: Fields]>([
  ['enterprises', { uscc: uscc(7, '150200'), group: uscc(7), validTo: START }],
  ['permits', { polygon: { type: 'MultiPolygon', coordinates: [[RING], [RING, RING]] }, issuerRegion: '100000' }],
  ['permits', { from: '2026-05-01', to: '2026-05-01', minerals: ['ion-adsorption'], contractors: [SMELTER] }],
  ['permits', { kind: 'eia', number: '环审〔2020〕12号' }],
  ['invoices', { code: undefined, number: '26362000000012345678', type: 'digital-special' }],
  ['invoices', { code: '036002000111' }],
  ['invoices', { number: 'forged', state: 'fake' }],
  ['customs-declarations', { country: 'MMR', lines: [] }],
  ['cases', { referral: { reportedAt: '2026-03-01' }, crossProvince: { foundAt: '2026-03-01', acknowledgements: [] } }],
  ['tax-returns', { period: '2026', paid: -1 }],
])('%s with %j is taken', (name, changes) => {
  expect(faultsOf(name, changes)).toEqual([]);
});

it.each<[collection: string, changes: Fields, code: string, pointer: string]>([
  ['permits', { number: 'C360000201103511001234' }, 'unusual-number', '/number'],
  ['permits', { number: 'C9900002011035110012345' }, 'unusual-number', '/number'],
  ['permits', { kind: 'exploration-licence', number: 'T36' }, 'unusual-number', '/number'],
  ['permits', { kind: 'export-licence', number: '26/123' }, 'unusual-number', '/number'],
  ['customs-declarations', { direction: 'export' }, 'unusual-number', '/number'],
  ['enterprises', { capacities: [{ product: 'GOLD', tonnesPerYear: 1 }] }, 'unknown-product', '/capacities/0/product'],
  ['monthly-reports', { product: 'GOLD' }, 'unknown-product', '/product'],
])('%s with %j is taken with a remark: %s at %s', (name, changes, code, pointer) => {
  const checked = check(findCollection(name)!, itemOf(name, changes));
  expect(checked).toMatchObject({ warnings: [{ code, pointer: `/items/3${pointer}` }] });
});
