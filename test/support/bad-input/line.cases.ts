import { gzipSync } from 'node:zlib';
import { correction, day, dispatch, enterprise, lot, mining, processing, type ContractEvent } from '#testing';
import { EXPORTER, LICENCE, MINE, STRANGER, mined, sent } from '../known-history.js';
import { type BadInput, type Expected, altered, at, written } from './bad-input.js';

const LINES = { 'content-type': 'application/x-ndjson' };
const MARK = 'the place of something strange';
const fine = mining({ enterprise: MINE, licence: LICENCE, yields: [lot({ lot: 'NEW' })] });
const text = JSON.stringify(fine);
const bytes = Buffer.from(text);
const check = `${MINE.slice(0, 17)}${MINE.endsWith('A') ? 'B' : 'A'}`;
const draws = (count: number) => Array.from({ length: count }, (_, n) => ({ lot: `L${n}`, massKg: 1 }));
const run = processing({ enterprise: MINE, occurredAt: day(6), draws: draws(5_001), yields: [lot({ lot: 'NEW' })] });
const send = (lotCode: string) =>
  dispatch({ enterprise: MINE, to: EXPORTER, occurredAt: day(6), draws: [{ lot: lotCode, massKg: 1 }] });
const noted = (note: string): string => written({ ...fine, note: MARK }, MARK, note);
const line = (event: ContractEvent, members: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify(altered(event, members));
const broken = Buffer.concat([Buffer.from(noted('"#"').split('#')[0]!), Buffer.from([0xff]), Buffer.from('"}')]);

/** One bad line, and what its result says. */
const BAD_LINES: readonly (readonly [string, string | Buffer, Expected])[] = [
  ['half a line at the end', text.slice(0, 100), at('malformed-json', '')],
  ['half a line, cut within a character', bytes.subarray(0, bytes.indexOf('镝') + 1 || 50), at('malformed-json', '')],
  ['a line that is no JSON', 'mined 10 t\n', at('malformed-json', '')],
  ['a list of events', `[${text}]\n`, at('wrong-type', '')],
  ['an envelope', `{"events":[${text}]}\n`, at('missing', '/type')],
  ['two events on a line', `${text} ${text}\n`, at('malformed-json', '')],
  ['an event over two lines', `{\n"id":"x"}\n`, at('malformed-json', '')],
  ['lines ended by U+2028', `${text}\u2028${text}`, at('malformed-json', '')],
  ['broken UTF-8', broken, at('malformed-json', '')],
  ['UTF-16', Buffer.from(text, 'utf16le'), at('malformed-json', '')],
  ['compressed lines', gzipSync(bytes).fill(0x21, 10), at('malformed-json', '')],
  ['NaN', noted('NaN'), at('malformed-json', '')],
  ['1e309', written({ ...fine, extensions: { a: MARK } }, MARK, '1e309'), at('malformed-json', '/extensions/a')],
  ['a lone surrogate', noted('"\\ud834"'), at('malformed-json', '/note')],
  ['U+0000', noted('"\\u0000"'), at('malformed-json', '/note')],
  ['10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000), at('malformed-json', '/0'.repeat(64))],
  ['more than 4 MiB', noted(`"${'x'.repeat(4_194_304)}"`), at('limit-exceeded', '')],
  ['10 MB without a newline', Buffer.alloc(10_000_000, 0x78), at('limit-exceeded', '')],
  ['a bad check character', line(fine, { enterprise: check }), at('invalid-uscc', '/enterprise', check)],
  ['a member nobody knows', line(fine, { colour: 1 }), at('unknown-field', '/colour', 1)],
  ['no licence', line(fine, { licence: undefined }), at('missing', '/licence')],
  ['5,001 draws', line(run), at('limit-exceeded', '/draws')],
  ['mass in transit', line(send('FINE')), at('insufficient-mass', '/draws/0/massKg', 1)],
  ['a lot nobody declared', line(send('NOTHING')), at('unknown-lot', '/draws/0/lot', 'NOTHING')],
  ['an unknown enterprise', line(fine, { enterprise: STRANGER }), at('unknown-enterprise', '/enterprise', STRANGER)],
  ['a known id', line(fine, { id: mined.id }), at('idempotency-conflict', '/id', mined.id)],
  ['a void of what was used', line(correction(sent)), at('already-consumed', '/corrects')],
]; // prettier-ignore

const item = { ...enterprise(STRANGER, ['trader']) };
const BAD_ITEMS: readonly (readonly [string, string | Buffer, Expected])[] = [
  ['half a line at the end', JSON.stringify(item).slice(0, 30), at('malformed-json', '')],
  ['a line that is no JSON', 'uscc;name\n', at('malformed-json', '')],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d, 0x0a]), at('malformed-json', '')],
  ['1e309', '{"uscc":1e309}\n', at('malformed-json', '/uscc')],
  ['a lone surrogate', '{"uscc":"\\udc00"}\n', at('malformed-json', '/uscc')],
  ['more than 4 MiB', Buffer.alloc(4_194_305, 0x20).fill('1', 0, 1), at('limit-exceeded', '')],
  ['a list', '[]\n', at('wrong-type', '')],
  ['a number', '7\n', at('wrong-type', '', 7)],
  ['no name', `${JSON.stringify({ ...item, name: undefined })}\n`, at('missing', '/name')],
  ['a bad check character', `${JSON.stringify({ ...item, uscc: check })}\n`, at('invalid-uscc', '/uscc', check)],
  ['a member nobody knows', `${JSON.stringify({ ...item, colour: 1 })}\n`, at('unknown-field', '/colour', 1)],
]; // prettier-ignore

const sendLines = (what: string, path: string, body: string | Buffer, expected: Expected): BadInput => ({
  what: `lines to ${path}: ${what}`,
  method: path.startsWith('/v1/registry') ? 'PUT' : 'POST',
  path,
  body,
  headers: LINES,
  expected,
});

const good = JSON.stringify(mining({ enterprise: MINE, licence: LICENCE, yields: [lot({ lot: 'GOOD' })] }));

function withGood(body: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from(`\n${good}\r\n \n`), Buffer.from(body)]);
}

/** A bad line in a stream is a refused result; in one that is all or nothing it refuses everything. */
export const LINE_CASES: readonly BadInput[] = [
  ...BAD_LINES.map(([what, body, expected]) => sendLines(what, '/v1/events', body, { ...expected, line: 0 })),
  ...BAD_LINES.map(([what, body, expected]) =>
    sendLines(`${what} behind a good one`, '/v1/events?onError=rollback', withGood(body), { ...expected, index: 1 }),
  ),
  ...BAD_ITEMS.map(([what, body, expected]) =>
    sendLines(what, '/v1/registry/enterprises', body, { ...expected, line: 0 }),
  ),
  sendLines('10,001 lines', '/v1/events?onError=rollback', `${text}\n`.repeat(10_001), { status: 413, code: 'too-large' }),
  sendLines('a way nobody knows', '/v1/events?onError=ignore', `${text}\n`, {
    status: 400, code: 'out-of-range', place: { parameter: 'onError' }, value: 'ignore',
  }),
]; // prettier-ignore
