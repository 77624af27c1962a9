import { enterprise, importDeclaration, licence } from '#testing';
import { EXPORTER, IMPORT_NUMBER, LICENCE, MINE } from '../known-history.js';
import { ITEMS, invoiceLine } from '../registry-items.js';
import { type BadInput, type Expected, at, written } from './bad-input.js';

type Members = Readonly<Record<string, unknown>>;
type Row = readonly [what: string, members: Members, code: string, pointer: string, value?: unknown];

const ring = [[114.7, 24.9], [114.8, 24.9], [114.8, 25], [114.7, 24.9]]; // prettier-ignore
const area = (...coordinates: unknown[]) => ({ polygon: { type: 'Polygon', coordinates } });
const check = (code: string): string => code.slice(0, 17) + (code.endsWith('A') ? 'B' : 'A');

type Name = keyof typeof ITEMS;

const ROWS: readonly (readonly [Name, ...Row])[] = [
  ['enterprises', 'no key', { uscc: undefined }, 'missing', '/uscc'],
  ['enterprises', 'no source', { source: undefined }, 'missing', '/source'],
  ['enterprises', 'a bad check character', { uscc: check(MINE) }, 'invalid-uscc', '/uscc', check(MINE)],
  ['enterprises', 'a kind nobody knows', { kinds: ['pirate'] }, 'out-of-range', '/kinds/0', 'pirate'],
  ['enterprises', '1,001 kinds', { kinds: Array(1_001).fill('mine') }, 'out-of-range', '/kinds'],
  ['enterprises', 'a province that is none', { region: '990000' }, 'bad-format', '/region', '990000'],
  ['enterprises', 'a region in full-width digits', { region: '３６０７００' }, 'bad-format', '/region', '３６０７００'],
  ['enterprises', 'a name of 10 MB', { name: '稀'.repeat(3_400_000) }, 'out-of-range', '/name', `${'稀'.repeat(199)}…`],
  ['enterprises', 'an empty name', { name: '' }, 'out-of-range', '/name', ''],
  ['enterprises', 'a number for a telephone', { phone: 8_613_800_000 }, 'wrong-type', '/phone', 8_613_800_000],
  ['enterprises', 'a negative capacity', { capacities: [{ product: 'MRC', tonnesPerYear: -1 }] }, 'out-of-range', '/capacities/0/tonnesPerYear', -1],
  ['enterprises', 'a member nobody knows', { colour: 'red' }, 'unknown-field', '/colour', 'red'],
  ['enterprises', 'an end before its begin', { validFrom: '2026-02-01T00:00:00Z', validTo: '2026-01-01T00:00:00Z' }, 'out-of-range', '/validTo', '2026-01-01T00:00:00Z'],
  ['enterprises', 'an end at its begin', { validFrom: '2026-02-01T00:00:00Z', validTo: '2026-02-01T00:00:00Z' }, 'out-of-range', '/validTo'],
  ['enterprises', 'a begin without offset', { validFrom: '2026-02-01T00:00:00' }, 'bad-format', '/validFrom', '2026-02-01T00:00:00'],
  ['sites', 'a code with a newline', { code: 'A\nB' }, 'bad-format', '/code', 'A\nB'],
  ['sites', 'text for a truth', { keyArea: 'yes' }, 'wrong-type', '/keyArea', 'yes'],
  ['sites', 'a ring that is open', area([...ring.slice(0, 3), [114, 24]]), 'bad-format', '/polygon/coordinates/0'],
  ['sites', 'a ring of three', area(ring.slice(0, 3)), 'bad-format', '/polygon/coordinates/0'],
  ['sites', 'no rings', area(), 'out-of-range', '/polygon/coordinates'],
  ['sites', 'a longitude of 181', area([[181, 0], ...ring]), 'out-of-range', '/polygon/coordinates/0/0/0', 181],
  ['sites', 'text for a position', area(['here', ...ring]), 'bad-format', '/polygon/coordinates/0/0'],
  ['sites', 'a point for an area', { polygon: { type: 'Point', coordinates: [1] } }, 'out-of-range', '/polygon/type', 'Point'],
  ['permits', 'no number', { number: undefined }, 'missing', '/number'],
  ['permits', 'a status nobody knows', { status: 'lost' }, 'out-of-range', '/status', 'lost'],
  ['permits', 'an end before its begin', { to: '2019-12-31' }, 'out-of-range', '/to', '2019-12-31'],
  ['permits', 'an instant for a day', { from: '2020-01-01T00:00:00Z' }, 'bad-format', '/from', '2020-01-01T00:00:00Z'],
  ['permits', '31 April', { from: '2020-04-31' }, 'bad-format', '/from', '2020-04-31'],
  ['permits', 'a contractor with a bad check character', { contractors: [check(MINE)] }, 'invalid-uscc', '/contractors/0', check(MINE)],
  ['permits', 'a country that is none', { destination: 'XX' }, 'out-of-range', '/destination', 'XX'],
  ['quotas', 'the year 1949', { year: 1949 }, 'out-of-range', '/year', 1949],
  ['quotas', 'half a year', { year: 2026.5 }, 'wrong-type', '/year', 2026.5],
  ['quotas', 'a year in quotes', { year: '2026' }, 'wrong-type', '/year', '2026'],
  ['quotas', 'a negative quota', { tonnesReo: -1 }, 'out-of-range', '/tonnesReo', -1],
  ['published-lists', 'a list nobody knows', { kind: 'shop' }, 'out-of-range', '/kind', 'shop'],
  ['invoices', 'a number of 19 digits', { number: '2636000000000000009' }, 'bad-format', '/number', '2636000000000000009'],
  ['invoices', 'a line of nothing', { lines: [{ ...invoiceLine, massKg: 0 }] }, 'out-of-range', '/lines/0/massKg', 0],
  ['customs-declarations', 'a number of letters', { number: 'A'.repeat(18) }, 'invalid-declaration-number', '/number', 'A'.repeat(18)],
  ['customs-declarations', 'a district of letters', { customs: 'ABCD' }, 'bad-format', '/customs', 'ABCD'],
  ['inspection-certificates', 'a lot code with a slash', { lots: ['A/B'] }, 'bad-format', '/lots/0', 'A/B'],
  ['resource-tax-certificates', 'a fifth quarter', { period: '2026-Q5' }, 'bad-format', '/period', '2026-Q5'],
  ['samples', 'an element above 100 %', { assay: { La: 100.5 } }, 'out-of-range', '/assay/La', 100.5],
  ['sanctions', 'no basis', { basis: undefined }, 'missing', '/basis'],
  ['monthly-reports', 'month 13', { month: '2026-13' }, 'bad-format', '/month', '2026-13'],
  ['leads', 'a place off the map', { point: { lat: 0, lon: -181 } }, 'out-of-range', '/point/lon', -181],
  ['inspections', 'an activity nobody knows', { activities: ['sleeping'] }, 'out-of-range', '/activities/0', 'sleeping'],
  ['tax-returns', 'an amount beyond all', { due: 1e13 }, 'out-of-range', '/due', 1e13],
  ['monitoring', 'an end before its begin', { to: '2025-12-31T00:00:00+08:00' }, 'out-of-range', '/to'],
  ['cases', 'a referral without date', { referral: {} }, 'missing', '/referral/reportedAt'],
  ['feeds', 'a period of nothing', { periodDays: 0 }, 'out-of-range', '/periodDays', 0],
]; // prettier-ignore

const put = (what: string, name: string, body: unknown, expected: Expected): BadInput => ({
  what: `${name} with ${what}`,
  method: 'PUT',
  path: `/v1/registry/${name}`,
  body,
  expected,
});

const without = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** A wrong shape refuses the whole request, a good item before it as well; another fault is the item's own result. */
function badItem([name, what, members, code, pointer, value]: readonly [Name, ...Row]): BadInput {
  const bad = without({ ...ITEMS[name], ...members });
  const expected = at(code, `/items/1${pointer}`, value);
  if (expected.status === 400) return put(what, name, { items: [ITEMS[name], bad] }, expected);
  return put(what, name, { items: [bad] }, { ...at(code, `/items/0${pointer}`, value), line: 0 });
}

const known = { enterprises: enterprise(MINE, ['mine']), permits: licence(LICENCE, MINE) };
const MARK = 'the place of something strange';
const marked = { items: [{ ...ITEMS.quotas, tonnesReo: MARK }] };
const named = (text: string): string => written({ items: [{ ...ITEMS.enterprises, name: MARK }] }, MARK, `"${text}"`);
const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

/** What the registry must not take. */
export const REGISTRY_CASES: readonly BadInput[] = [
  ...ROWS.map(row => badItem(row)),
  put('nothing', 'sites', '', at('malformed-json', '')),
  put('no items', 'sites', {}, at('missing', '/items')),
  put('an object for a list', 'sites', { items: {} }, at('wrong-type', '/items')),
  put('null for an item', 'sites', { items: [null] }, at('wrong-type', '/items/0')),
  put('a list for an item', 'sites', { items: [[]] }, at('wrong-type', '/items/0')),
  put('a member beside the items', 'sites', { items: [], dryRun: true }, at('unknown-field', '/dryRun', true)),
  put('NaN', 'quotas', written(marked, MARK, 'NaN'), at('malformed-json', '')),
  put('1e309', 'quotas', written(marked, MARK, '1e309'), at('malformed-json', '/items/0/tonnesReo')),
  put('a lone surrogate', 'enterprises', named('\\udabc'), at('malformed-json', '/items/0/name')),
  put('U+0000', 'enterprises', named('a\\u0000'), at('malformed-json', '/items/0/name')),
  put('10,000 lists in one another', 'sites', nested, at('malformed-json', '/0'.repeat(64))),
  put('an end in the past for a known key', 'enterprises', { items: [{ ...known.enterprises, name: '新名', validTo: '2026-01-01T00:00:00+08:00' }] }, { ...at('out-of-range', '/items/0/validTo', '2026-01-01T00:00:00+08:00'), line: 0 }),
  put('another holder from an end in the past', 'permits', { items: [{ ...known.permits, holder: EXPORTER, validTo: '2025-01-01T00:00:00+08:00' }] }, { ...at('out-of-range', '/items/0/validTo'), line: 0 }),
  put('a declaration with a bad party', 'customs-declarations', { items: [importDeclaration(IMPORT_NUMBER, check(MINE))] }, { ...at('invalid-uscc', '/items/0/party', check(MINE)), line: 0 }),
  { ...put('a collection nobody knows', 'planets', { items: [] }, { status: 404, code: 'not-found' }) },
  { ...put('a collection in capitals', 'Enterprises', { items: [] }, { status: 404, code: 'not-found' }) },
]; // prettier-ignore
