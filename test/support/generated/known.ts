import { day, declarationNumber, hour, uuid } from '#testing';
import type { TestApi } from '../api.js';
import {
  BYSTANDER, EXPORTER, EXPORT_NUMBER, IMPORT_NUMBER, INVOICE_NUMBER, KNOWN_EVENTS, LICENCE, MINE, OPERATION, SITE, mined,
} from '../known-history.js'; // prettier-ignore
import type { Operation } from '../open-api.js';
import { ITEMS } from '../registry-items.js';

const USCCS = [MINE, EXPORTER, BYSTANDER];
const LOTS = ['ORE', 'MIX', 'MIX-2', 'FINE', 'FINE-2', 'IMP', 'OLD', 'NEW-1', 'NEW-2', '镝-1', `${MINE}:SAME`, 'SAME'];
const EVENTS = [...KNOWN_EVENTS.map(({ id }) => id), mined.id.toUpperCase(), uuid(1)];
const DECLARATIONS = [EXPORT_NUMBER, IMPORT_NUMBER, declarationNumber(5, 'export'), declarationNumber(6, 'import')];
const NUMBERS = [INVOICE_NUMBER, LICENCE, EXPORT_NUMBER, IMPORT_NUMBER, 'AJ-99', 'XS-99', '26360000000000000012'];
const INSTANTS = [
  day(0),
  day(1),
  day(9),
  hour(1),
  '2026-06-01T00:00:00Z',
  '1900-01-01T00:00:00Z',
  '9998-12-31T23:59:59Z',
];
const DAYS = ['2026-01-01', '2026-02-28', '2020-02-29', '0001-01-01', '9999-12-31'];
const SOURCES = [
  `mining-licence:${LICENCE}:2026`, `import:${IMPORT_NUMBER}`, `opening-stock:${MINE}`, `excess:${mined.id}`, 'import:none',
]; // prettier-ignore
const POSITIONS = ['0', '1', '7', '20', '25', '99999', ...INSTANTS];
const ring = [[114.7, 24.9], [114.8, 24.9], [114.8, 25], [114.7, 24.9]]; // prettier-ignore

const OWNERS = 'enterprise to uscc holder party seller buyer taxpayer group parent successor contractors'.split(' ');

/** What fields and parameters of a name are likely to hold; those of a path are named with what stands before them. */
const BY_NAME: Readonly<Record<string, readonly unknown[]>> = {
  ...Object.fromEntries(OWNERS.map(name => [name, USCCS])),
  'events.id': EVENTS,
  'operations.id': [OPERATION],
  'sources.id': SOURCES,
  'lots.code': LOTS,
  'shipments.declaration': [EXPORT_NUMBER, EXPORT_NUMBER, IMPORT_NUMBER],
  'documents.kind': ['vat-invoice'],
  'documents.number': [INVOICE_NUMBER],
  from: [...USCCS, ...LOTS, ...INSTANTS, ...DAYS, '360000'],
  lot: LOTS,
  lots: LOTS,
  dispatch: EVENTS,
  corrects: EVENTS,
  declaration: DECLARATIONS,
  declarations: DECLARATIONS,
  number: [...NUMBERS, ...DECLARATIONS],
  document: NUMBERS,
  licence: [LICENCE, 'C1', 'T2'],
  site: [SITE, 'NOWHERE'],
  product: ['CON-BAS', 'MRC', 'OX-Dy', 'MET-Nd', 'SCR-NdFeB-B'],
  process: ['SEPARATION', 'CALCINE'],
  processes: ['SEPARATION'],
  assay: [{ Dy: 100 }, { La: 25, Ce: 50, Pr: 5.5, Nd: 19.5 }],
  polygon: [{ type: 'Polygon', coordinates: [ring] }, { type: 'MultiPolygon', coordinates: [[ring]] }],
  q: ['ORE', '示例', MINE.slice(0, 8), EXPORT_NUMBER.slice(0, 6), '镝', 'ｏｒｅ', '%', '_', '\\', "'", '*', 'none'],
  asOf: POSITIONS,
  validAt: INSTANTS,
  occurredAt: INSTANTS,
  originCountry: ['MM', 'MMR'],
  destination: ['JP', 'DEU'],
  country: ['MM', 'JPN'],
  region: ['360700', '310000'],
  point: ['DW001'],
  parameter: ['SO2', 'treatment-outage'],
  rules: ['REC-01'],
  feed: ['tax-99', 'tax-98'],
  department: ['tax'],
  collection: ['invoices'],
  case: ['AJ-99'],
  replaces: [LICENCE],
  kind: ['known-work'],
}; // prettier-ignore

/** Places in lists, right of build and otherwise odd. */
const ODD_PLACES = [
  { seq: 9, no: 4 }, { no: 3, seq: 12 }, { from: 3 }, { from: 2 ** 53 - 1 }, { seq: -1, no: -1 }, [], 7, null, mined.id,
  { seq: 2 ** 53 - 1, no: 2 ** 53 - 1 }, { seq: 20, validAt: Date.parse(day(5)), before: -1 },
  { reoG: 5, from: '360000', to: '310000' }, { reoG: -1, from: '\0', to: '\ud800' },
]; // prettier-ignore

/** Values that mean something in the history recorded. */
export class Known {
  private readonly more = new Map<string, unknown[]>();

  /** Known values for a field or parameter; none for most. */
  of(name: string): readonly unknown[] {
    return [...(this.more.get(name) ?? []), ...(Object.hasOwn(BY_NAME, name) ? BY_NAME[name]! : [])];
  }

  /** Records an item of each collection, and looks up keys, holdings and the places where second pages begin. */
  static async lookUp(api: TestApi, operations: readonly Operation[]): Promise<Known> {
    const known = new Known();
    for (const [name, item] of Object.entries(ITEMS)) {
      const { body } = await api.put<{ results: { key: string }[] }>(`/v1/registry/${name}`, { items: [item] });
      known.add(`${name}.key`, body.results[0]!.key);
    }
    const { body } = await api.get<{ items: { id: string }[] }>('/v1/holdings');
    for (const { id } of body.items) known.add('holding', id);
    for (const place of ODD_PLACES) known.add('cursor', Buffer.from(JSON.stringify(place)).toString('base64url'));
    const lists = operations.filter(each => each.parameters.some(({ name }) => name === 'cursor'));
    for (const { path } of lists) {
      const { body } = await api.get<{ nextCursor?: string }>(`${path}?limit=1`);
      if (body.nextCursor !== undefined) known.add('cursor', body.nextCursor);
    }
    return known;
  }

  private add(name: string, value: unknown): void {
    this.more.set(name, [...(this.more.get(name) ?? []), value]);
  }
}
