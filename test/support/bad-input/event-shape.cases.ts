import {
  type ContractEvent, correction, day, declarationNumber, dispatch, exporting, hour, importing, lot, mining, processing,
  receipt, scrapIntake, stocktake, uuid,
} from '#testing'; // prettier-ignore
import { EXPORTER, IMPORT_NUMBER, LICENCE, MINE, accepted, mined, sent, waiting } from '../known-history.js';
import { type BadInput, altered, at, badEvent } from './bad-input.js';

/** What is changed in an event, and the fault that follows: code, pointer, and the value where it is shown. */
type Row = readonly [
  what: string,
  members: Readonly<Record<string, unknown>>,
  code: string,
  pointer: string,
  value?: unknown,
];

const base = mining({ enterprise: MINE, licence: LICENCE, yields: [lot({ lot: 'NEW' })] });
const [declared] = base.yields;
const yielding = (members: Readonly<Record<string, unknown>>) => ({ yields: [{ ...declared, ...members }] });
const check = (code: string): string => code.slice(0, 17) + (code.endsWith('A') ? 'B' : 'A');
const wide = (text: string): string => text.replaceAll(/\d/g, digit => String.fromCodePoint(0xff10 + Number(digit)));
const document = { kind: 'contract', number: 'C-1' };

const COMMON: readonly Row[] = [
  ['no id', { id: undefined }, 'missing', '/id'],
  ['no type', { type: undefined }, 'missing', '/type'],
  ['no enterprise', { enterprise: undefined }, 'missing', '/enterprise'],
  ['no time', { occurredAt: undefined }, 'missing', '/occurredAt'],
  ['a number for an id', { id: 7 }, 'wrong-type', '/id', 7],
  ['null for an enterprise', { enterprise: null }, 'wrong-type', '/enterprise'],
  ['a number for a time', { occurredAt: 1_767_225_600 }, 'wrong-type', '/occurredAt', 1_767_225_600],
  ['an object for a time', { occurredAt: { at: day(0) } }, 'wrong-type', '/occurredAt'],
  ['text for documents', { documents: 'none' }, 'wrong-type', '/documents', 'none'],
  ['a list for extensions', { extensions: [] }, 'wrong-type', '/extensions'],
  ['a number for a note', { note: 5 }, 'wrong-type', '/note', 5],
  ['true for backfill', { backfill: true }, 'wrong-type', '/backfill', true],
  ['a member nobody knows', { colour: 'red' }, 'unknown-field', '/colour', 'red'],
  ['a member of another kind', { draws: [] }, 'unknown-field', '/draws'],
  ['a member whose name has a slash', { 'a/b~c': 1 }, 'unknown-field', '/a~1b~0c', 1],
  ['a type nobody knows', { type: 'theft' }, 'out-of-range', '/type', 'theft'],
  ['a type in capitals', { type: 'MINING' }, 'out-of-range', '/type', 'MINING'],
  ['a number for a type', { type: 1 }, 'wrong-type', '/type', 1],
  ['an id that is no UUID', { id: 'mine-1' }, 'bad-format', '/id', 'mine-1'],
  ['an id in braces', { id: `{${uuid(1)}}` }, 'bad-format', '/id', `{${uuid(1)}}`],
  ['a bad check character', { enterprise: check(MINE) }, 'invalid-uscc', '/enterprise', check(MINE)],
  ['a code in small letters', { enterprise: MINE.toLowerCase() }, 'invalid-uscc', '/enterprise', MINE.toLowerCase()],
  ['a code in full-width digits', { enterprise: wide(MINE) }, 'invalid-uscc', '/enterprise', wide(MINE)],
  ['a code of 17 characters', { enterprise: MINE.slice(0, 17) }, 'invalid-uscc', '/enterprise', MINE.slice(0, 17)],
  ['a code with a blank', { enterprise: `${MINE} ` }, 'invalid-uscc', '/enterprise', `${MINE} `],
  ['a time without offset', { occurredAt: '2026-01-01T08:00:00' }, 'bad-format', '/occurredAt', '2026-01-01T08:00:00'],
  ['a day for a time', { occurredAt: '2026-01-01' }, 'bad-format', '/occurredAt', '2026-01-01'],
  ['a blank for the T', { occurredAt: '2026-01-01 08:00:00+08:00' }, 'bad-format', '/occurredAt'],
  ['30 February', { occurredAt: '2026-02-30T08:00:00+08:00' }, 'bad-format', '/occurredAt'],
  ['hour 24', { occurredAt: '2026-01-01T24:00:00+08:00' }, 'bad-format', '/occurredAt'],
  ['a leap second', { occurredAt: '2016-12-31T23:59:60Z' }, 'bad-format', '/occurredAt'],
  ['the year 1899', { occurredAt: '1899-12-31T00:00:00Z' }, 'bad-format', '/occurredAt'],
  ['the year 9999', { occurredAt: '9999-06-01T00:00:00Z' }, 'bad-format', '/occurredAt'],
  ['the year 12026', { occurredAt: '12026-06-01T00:00:00Z' }, 'bad-format', '/occurredAt'],
  ['a time in full-width digits', { occurredAt: wide(day(0)) }, 'bad-format', '/occurredAt', wide(day(0))],
  ['a time in Chinese', { enteredAt: '2026年1月1日' }, 'bad-format', '/enteredAt', '2026年1月1日'],
  ['an empty site', { site: '' }, 'bad-format', '/site', ''],
  ['a tab in a site', { site: 'A\tB' }, 'bad-format', '/site', 'A\tB'],
  ['a document of unknown kind', { documents: [{ ...document, kind: 'rumour' }] }, 'out-of-range', '/documents/0/kind', 'rumour'],
  ['a document without number', { documents: [{ kind: 'contract' }] }, 'missing', '/documents/0/number'],
  ['a document with a wrong digest', { documents: [{ ...document, sha256: 'ab' }] }, 'bad-format', '/documents/0/sha256', 'ab'],
  ['a document with more', { documents: [{ ...document, page: 1 }] }, 'unknown-field', '/documents/0/page', 1],
  ['a note of 2,001 characters', { note: '注'.repeat(2_001) }, 'out-of-range', '/note', `${'注'.repeat(199)}…`],
  ['extensions above 16 KiB', { extensions: { a: 'x'.repeat(16_384) } }, 'out-of-range', '/extensions'],
  ['a backfill without reason', { backfill: { system: 'old' } }, 'missing', '/backfill/reason'],
]; // prettier-ignore

const MINING: readonly Row[] = [
  ['no licence', { licence: undefined }, 'missing', '/licence'],
  ['an empty licence', { licence: '' }, 'bad-format', '/licence', ''],
  ['a licence of 65 characters', { licence: 'C'.repeat(65) }, 'bad-format', '/licence', 'C'.repeat(65)],
  ['a place beyond the pole', { location: { lat: 91, lon: 0 } }, 'out-of-range', '/location/lat', 91],
  ['half a place', { location: { lat: 24 } }, 'missing', '/location/lon'],
  ['no yields', { yields: undefined }, 'missing', '/yields'],
  ['an empty list of yields', { yields: [] }, 'out-of-range', '/yields'],
  ['an object for yields', { yields: { 0: declared } }, 'wrong-type', '/yields'],
  ['null for a yield', { yields: [null] }, 'wrong-type', '/yields/0'],
  ['a begin after the end', { from: day(1) }, 'out-of-range', '/from', day(1)],
  ['a lot ready after the end', yielding({ at: hour(1) }), 'out-of-range', '/yields/0/at', hour(1)],
  ['no mass', yielding({ massKg: undefined }), 'missing', '/yields/0/massKg'],
  ['a mass of 0', yielding({ massKg: 0 }), 'out-of-range', '/yields/0/massKg', 0],
  ['a mass of −0', yielding({ massKg: -0 }), 'out-of-range', '/yields/0/massKg', 0],
  ['a negative mass', yielding({ massKg: -1 }), 'out-of-range', '/yields/0/massKg', -1],
  ['a tenth of a gram', yielding({ massKg: 0.0001 }), 'out-of-range', '/yields/0/massKg', 0.0001],
  ['four decimals', yielding({ massKg: 10.0005 }), 'out-of-range', '/yields/0/massKg', 10.0005],
  ['a gram too much', yielding({ massKg: 1_000_000_000.001 }), 'out-of-range', '/yields/0/massKg', 1_000_000_000.001],
  ['a mass of 1e300', yielding({ massKg: 1e300 }), 'out-of-range', '/yields/0/massKg', 1e300],
  ['the least of all doubles', yielding({ massKg: 5e-324 }), 'out-of-range', '/yields/0/massKg', 5e-324],
  ['a mass in quotes', yielding({ massKg: '1000' }), 'wrong-type', '/yields/0/massKg', '1000'],
  ['a mass in full-width digits', yielding({ massKg: '１０００' }), 'wrong-type', '/yields/0/massKg', '１０００'],
  ['a mass in a list', yielding({ massKg: [1] }), 'wrong-type', '/yields/0/massKg'],
  ['true for a mass', yielding({ massKg: true }), 'wrong-type', '/yields/0/massKg', true],
  ['null for a mass', yielding({ massKg: null }), 'wrong-type', '/yields/0/massKg'],
  ['no grade', yielding({ reoPercent: undefined }), 'missing', '/yields/0/reoPercent'],
  ['two grades', yielding({ metalPercent: 50 }), 'unknown-field', '/yields/0/metalPercent', 50],
  ['metal in ore', yielding({ reoPercent: undefined, metalPercent: 50 }), 'unknown-field', '/yields/0/metalPercent', 50],
  ['more REO than metal can have', yielding({ reoPercent: 155.1 }), 'out-of-range', '/yields/0/reoPercent', 155.1],
  ['a percentage of seven decimals', yielding({ reoPercent: 60.0000001 }), 'out-of-range', '/yields/0/reoPercent', 60.0000001],
  ['an assay that sums to 97.9', yielding({ assay: { La: 40, Ce: 57.9 } }), 'assay-sum', '/yields/0/assay', 97.9],
  ['an assay that sums to 102.1', yielding({ assay: { La: 42.1, Ce: 60 } }), 'assay-sum', '/yields/0/assay', 102.1],
  ['an empty assay', yielding({ assay: {} }), 'assay-sum', '/yields/0/assay', 0],
  ['an element that is none', yielding({ assay: { Uu: 100 } }), 'unknown-field', '/yields/0/assay/Uu', 100],
  ['an element in small letters', yielding({ assay: { la: 100 } }), 'unknown-field', '/yields/0/assay/la', 100],
  ['a negative element', yielding({ assay: { La: -1, Ce: 101 } }), 'out-of-range', '/yields/0/assay/La', -1],
  ['text for an element', yielding({ assay: { La: '100' } }), 'wrong-type', '/yields/0/assay/La', '100'],
  ['no lot code', yielding({ lot: undefined }), 'missing', '/yields/0/lot'],
  ['an empty lot code', yielding({ lot: '' }), 'bad-format', '/yields/0/lot', ''],
  ['a lot code of 65 characters', yielding({ lot: '镝'.repeat(65) }), 'bad-format', '/yields/0/lot', '镝'.repeat(65)],
  ['a slash in a lot code', yielding({ lot: 'A/B' }), 'bad-format', '/yields/0/lot', 'A/B'],
  ['a blank before a lot code', yielding({ lot: ' A' }), 'bad-format', '/yields/0/lot', ' A'],
  ['an ideographic blank behind it', yielding({ lot: 'A\u3000' }), 'bad-format', '/yields/0/lot', 'A\u3000'],
  ['a lot code that is not NFC', yielding({ lot: 'e\u0301' }), 'bad-format', '/yields/0/lot', 'e\u0301'],
  ['a zero-width blank in it', yielding({ lot: 'A\u200bB' }), 'bad-format', '/yields/0/lot', 'A\u200bB'],
  ['a text direction in it', yielding({ lot: 'A\u202eB' }), 'bad-format', '/yields/0/lot', 'A\u202eB'],
  ['a newline in it', yielding({ lot: 'A\nB' }), 'bad-format', '/yields/0/lot', 'A\nB'],
  ['a line separator in it', yielding({ lot: 'A\u2028B' }), 'bad-format', '/yields/0/lot', 'A\u2028B'],
  ['a private character in it', yielding({ lot: '\ue000' }), 'bad-format', '/yields/0/lot', '\ue000'],
  ['an escape in it', yielding({ lot: 'A\u001b[2J' }), 'bad-format', '/yields/0/lot', 'A\u001b[2J'],
  ['a yield with more', yielding({ price: 1 }), 'unknown-field', '/yields/0/price', 1],
]; // prettier-ignore

const run = processing({ enterprise: MINE, draws: [{ lot: 'ORE', massKg: 1 }], yields: [lot({ lot: 'NEW' })] });
const sending = dispatch({ enterprise: MINE, to: EXPORTER, draws: [{ lot: 'ORE', massKg: 1 }] });
const shipping = exporting({ enterprise: EXPORTER, items: [{ lot: 'IMP', massKg: 1 }] });
const answer = receipt(waiting, { occurredAt: day(5) });
const bringing = importing({ enterprise: EXPORTER, yields: [lot({ lot: 'NEW' })] });
const intake = scrapIntake({ enterprise: EXPORTER });
const count = stocktake({ enterprise: EXPORTER, counts: [{ lot: 'IMP', countedKg: 1 }] });
const mending = correction(mined, mined);
const replaced = (members: Readonly<Record<string, unknown>>) => ({
  replacement: { ...mending.replacement, ...members },
});
const longRegion = wide('360700');

const OTHERS: readonly (readonly [ContractEvent, ...Row])[] = [
  [bringing, 'a declaration of 17 digits', { declaration: '42202026100000001' }, 'invalid-declaration-number', '/declaration'],
  [bringing, 'full-width digits for a declaration', { declaration: wide(IMPORT_NUMBER) }, 'invalid-declaration-number', '/declaration', wide(IMPORT_NUMBER)],
  [bringing, 'direction 7 in a declaration', { declaration: '422020267000000011' }, 'invalid-declaration-number', '/declaration'],
  [bringing, 'a number for a declaration', { declaration: 422020261000000000 }, 'wrong-type', '/declaration', 422020261000000000],
  [bringing, 'a country by name', { originCountry: 'Myanmar' }, 'bad-format', '/originCountry', 'Myanmar'],
  [intake, 'text for a supplier', { supplier: 'Somebody' }, 'wrong-type', '/supplier', 'Somebody'],
  [intake, 'a supplier without name', { supplier: { uscc: MINE } }, 'missing', '/supplier/name'],
  [intake, 'a supplier with a bad check character', { supplier: { name: 'x', uscc: check(MINE) } }, 'invalid-uscc', '/supplier/uscc', check(MINE)],
  [run, 'no draws', { draws: [] }, 'out-of-range', '/draws'],
  [run, 'a draw of nothing', { draws: [{ lot: 'ORE', massKg: 0 }] }, 'out-of-range', '/draws/0/massKg', 0],
  [run, 'a draw of −0', { draws: [{ lot: 'ORE', massKg: -0 }] }, 'out-of-range', '/draws/0/massKg', 0],
  [run, 'a draw without lot', { draws: [{ massKg: 1 }] }, 'missing', '/draws/0/lot'],
  [run, 'a begin after the end', { from: day(3) }, 'out-of-range', '/from', day(3)],
  [run, 'a process nobody knows', { process: 'ALCHEMY' }, 'out-of-range', '/process', 'ALCHEMY'],
  [run, 'a loss of unknown kind', { losses: [{ kind: 'evaporated', massKg: 1, reoPercent: 1 }] }, 'out-of-range', '/losses/0/kind', 'evaporated'],
  [run, 'a negative loss', { losses: [{ kind: 'loss', massKg: -0.001, reoPercent: 1 }] }, 'out-of-range', '/losses/0/massKg', -0.001],
  [sending, 'nobody to send to', { to: undefined }, 'missing', '/to'],
  [sending, 'terms nobody knows', { terms: 'gift' }, 'out-of-range', '/terms', 'gift'],
  [sending, 'a region in full-width digits', { shipTo: longRegion }, 'bad-format', '/shipTo', longRegion],
  [sending, 'a negative price', { draws: [{ lot: 'ORE', massKg: 1, unitPrice: -1 }] }, 'out-of-range', '/draws/0/unitPrice', -1],
  [answer, 'no dispatch and no sender', { dispatch: undefined }, 'missing', '/dispatch'],
  [answer, 'a dispatch and a sender', { from: { name: 'x' } }, 'unknown-field', '/from'],
  [answer, 'an outcome nobody knows', { outcome: 'maybe' }, 'out-of-range', '/outcome', 'maybe'],
  [answer, 'a dispatch that is no UUID', { dispatch: '7' }, 'bad-format', '/dispatch', '7'],
  [answer, 'a negative weight', { items: [{ lot: 'FINE', massKg: -1 }] }, 'out-of-range', '/items/0/massKg', -1],
  [shipping, 'the declaration of a year 1726', { declaration: declarationNumber(1, 'export', 1726) }, 'invalid-declaration-number', '/declaration'],
  [shipping, 'a destination in small letters', { destination: 'jp' }, 'bad-format', '/destination', 'jp'],
  [shipping, 'an HS code of letters', { items: [{ lot: 'IMP', massKg: 1, hsCode: 'ABCDEF' }] }, 'bad-format', '/items/0/hsCode', 'ABCDEF'],
  [shipping, 'no items', { items: [] }, 'out-of-range', '/items'],
  [count, 'a negative count', { counts: [{ lot: 'IMP', countedKg: -1 }] }, 'out-of-range', '/counts/0/countedKg', -1],
  [count, 'an empty reason', { reason: '' }, 'out-of-range', '/reason', ''],
  [mending, 'no reason', { reason: undefined }, 'missing', '/reason'],
  [mending, 'version 0', { expectedVersion: 0 }, 'out-of-range', '/expectedVersion', 0],
  [mending, 'version 1.5', { expectedVersion: 1.5 }, 'wrong-type', '/expectedVersion', 1.5],
  [mending, 'a replacement with an id', replaced({ id: uuid(1) }), 'unknown-field', '/replacement/id', uuid(1)],
  [mending, 'a correction for a replacement', replaced({ type: 'correction' }), 'out-of-range', '/replacement/type', 'correction'],
  [mending, 'another type for a replacement', { replacement: altered(answer, { id: undefined }) }, 'out-of-range', '/replacement/type', 'receipt'],
  [mending, 'another enterprise for a replacement', replaced({ enterprise: EXPORTER }), 'out-of-range', '/replacement/enterprise', EXPORTER],
  [mending, 'another enterprise', { enterprise: EXPORTER }, 'out-of-range', '/enterprise', EXPORTER],
  [correction(accepted), 'a replacement of null', { replacement: null }, 'wrong-type', '/replacement'],
  [correction(sent), 'a list of corrections', { corrects: [sent.id] }, 'wrong-type', '/corrects'],
]; // prettier-ignore

const caseOf = (event: ContractEvent, [what, members, code, pointer, value]: Row): BadInput =>
  badEvent(what, altered(event, members), at(code, pointer, value));

/** Events of wrong shape: always 400. */
export const EVENT_SHAPE_CASES: readonly BadInput[] = [
  ...[...COMMON, ...MINING].map(row => caseOf(base, row)),
  ...OTHERS.map(([event, ...row]) => ({ ...caseOf(event, row), what: `a ${event.type} with ${row[0]}` })),
];
