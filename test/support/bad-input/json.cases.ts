import { gzipSync } from 'node:zlib';
import { lot, mining, openingStock } from '#testing';
import { LICENCE, MINE } from '../known-history.js';
import { type BadInput, at, badBody, written } from './bad-input.js';

/** An event that would be taken as it is. */
const fine = mining({ enterprise: MINE, licence: LICENCE, yields: [lot({ lot: 'NEW' })] });
const MARK = 'the place of something strange';
const withNote = { events: [{ ...fine, note: MARK }] };
const withExtension = { events: [{ ...fine, extensions: { a: MARK } }] };
const withMass = { events: [{ ...fine, yields: [{ ...fine.yields[0]!, massKg: MARK }] }] };
const MASS = '/events/0/yields/0/massKg';

const nested = (levels: number, open: string, close: string): string =>
  open.repeat(levels) + '1' + close.repeat(levels);

/** Text with bytes in the place of a marker. */
function withBytes(text: string, ...bytes: number[]): Buffer {
  const [before = '', after = ''] = text.split('#');
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
}

const noted = (text: string): string => written(withNote, MARK, `"${text}"`);

const NO_JSON: readonly (readonly [string, unknown])[] = [
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['half of an object', '{"events":['],
  ['a trailing comma', '{"events":[],}'],
  ['a comment', '{"events":[] /* none */}'],
  ['single quotes', "{'events':[]}"],
  ['two values', '{"events":[]} {"events":[]}'],
  ['a name without quotes', '{events:[]}'],
  ['form data', 'events=%5B%5D'],
  ['XML', '<events/>'],
  ['NaN', written(withMass, MARK, 'NaN')],
  ['Infinity', written(withMass, MARK, 'Infinity')],
  ['a hexadecimal number', written(withMass, MARK, '0x10')],
  ['a leading zero', written(withMass, MARK, '0100')],
  ['a plus sign', written(withMass, MARK, '+1')],
  ['a bare point', written(withMass, MARK, '.5')],
  ['full-width digits', written(withMass, MARK, '１００')],
  ['a raw control character', noted('a\u0001b')],
  ['a raw newline in text', noted('a\nb')],
  ['a half escape', noted('\\u12')],
  ['two byte order marks', `\uFEFF\uFEFF${JSON.stringify(withNote)}`],
  ['10,000 brackets never closed', '['.repeat(10_000)],
  ['UTF-16', Buffer.from(JSON.stringify(withNote), 'utf16le')],
  ['Latin-1', Buffer.from(noted('é'), 'latin1')],
  ['GB 18030', withBytes(noted('#'), 0xcf, 0xa1, 0xcd, 0xc1)],
  ['a lone continuation byte', withBytes(noted('#'), 0x80)],
  ['a character cut short', withBytes(noted('#'), 0xe9, 0x95)],
  ['an overlong slash', withBytes(noted('#'), 0xc0, 0xaf)],
  ['a surrogate as UTF-8', withBytes(noted('#'), 0xed, 0xa0, 0x80)],
  ['a code point beyond Unicode', withBytes(noted('#'), 0xf5, 0x80, 0x80, 0x80)],
  ['a zip bomb that does not say so', gzipSync(Buffer.alloc(1_000_000))],
];

/** Right JSON that {@link parseStrictJson} refuses, at the place it is at. */
const TOO_MUCH: readonly (readonly [string, string, string])[] = [
  ['1e309', written(withMass, MARK, '1e309'), MASS],
  ['−1e309', written(withMass, MARK, '-1e309'), MASS],
  ['a number of 400 digits', written(withMass, MARK, '9'.repeat(400)), MASS],
  ['1e309 in extensions', written(withExtension, MARK, '1e309'), '/events/0/extensions/a'],
  ['a lone high surrogate', noted('\\ud800'), '/events/0/note'],
  ['a lone low surrogate', noted('镝\\udfff'), '/events/0/note'],
  ['surrogates in the wrong order', noted('\\udc00\\ud800'), '/events/0/note'],
  ['U+0000', noted('a\\u0000b'), '/events/0/note'],
  ['U+0000 in extensions', written(withExtension, MARK, '"\\u0000"'), '/events/0/extensions/a'],
  ['a lone surrogate in extensions', written(withExtension, MARK, '["\\udead"]'), '/events/0/extensions/a/0'],
  ['U+0000 in a name', written(withExtension, MARK, '{"\\u0000":1}'), '/events/0/extensions/a'],
  ['a lone surrogate in a name', written(withExtension, MARK, '{"\\ud83d":1}'), '/events/0/extensions/a'],
  ['10,000 arrays in one another', nested(10_000, '[', ']'), '/0'.repeat(64)],
  ['10,000 objects in one another', nested(10_000, '{"a":', '}'), '/a'.repeat(64)],
  ['500,000 arrays in one another', nested(500_000, '[', ']'), '/0'.repeat(64)],
  ['10,000 arrays in extensions', written(withExtension, MARK, nested(10_000, '[', ']')), `/events/0/extensions/a${'/0'.repeat(60)}`],
]; // prettier-ignore

const many = Array.from({ length: 1_001 }, (_, index) =>
  openingStock({ enterprise: MINE, yields: [lot({ lot: `N${index}` })] }),
);

const ENVELOPES: readonly (readonly [string, unknown, string, string, unknown?])[] = [
  ['null', 'null', 'wrong-type', ''],
  ['a number', '7', 'wrong-type', '', 7],
  ['text', '"events"', 'wrong-type', '', 'events'],
  ['a bare array', [fine], 'wrong-type', ''],
  ['a bare event', fine, 'missing', '/events'],
  ['no events', { events: [] }, 'out-of-range', '/events'],
  ['1,001 events', { events: many }, 'out-of-range', '/events'],
  ['an object for a list', { events: { 0: fine } }, 'wrong-type', '/events'],
  ['a list of lists', { events: [[fine]] }, 'wrong-type', '/events/0'],
  ['null for an event', { events: [null] }, 'wrong-type', '/events/0'],
  ['a number for an event', { events: [7] }, 'wrong-type', '/events/0', 7],
  ['a member nobody knows', { events: [fine], onError: 'proceed' }, 'unknown-field', '/onError', 'proceed'],
  ['__proto__', `{"events":[{}],"__proto__":{"events":[1]}}`, 'unknown-field', '/__proto__'],
  ['the second of two equal members', `{"events":[{}],"events":7}`, 'wrong-type', '/events', 7],
];

const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20), { level: 9 });
const coded = (what: string, path: string, method: 'POST' | 'PUT', type: string, encoding: string): BadInput => ({
  what: `${what} to ${path}`,
  method,
  path,
  body: bomb,
  headers: { 'content-type': type, 'content-encoding': encoding },
  expected: { status: 415, code: 'unsupported-media-type', value: encoding },
});
const [JSON_TYPE, LINES_TYPE] = ['application/json', 'application/x-ndjson'];

const ENCODED: readonly BadInput[] = [
  coded('a gzip bomb', '/v1/events', 'POST', JSON_TYPE, 'gzip'),
  coded('a gzip bomb of lines', '/v1/events', 'POST', LINES_TYPE, 'gzip'),
  coded('a gzip bomb', '/v1/registry/enterprises', 'PUT', JSON_TYPE, 'gzip'),
  coded('a gzip bomb of lines', '/v1/registry/enterprises', 'PUT', LINES_TYPE, 'gzip'),
  coded('a gzip bomb', '/v1/verdicts', 'POST', JSON_TYPE, 'gzip'),
  coded('a gzip bomb', `/v1/sources/opening-stock:${MINE}/decisions`, 'POST', JSON_TYPE, 'gzip'),
  coded('gzip twice over', '/v1/events', 'POST', JSON_TYPE, 'gzip, gzip'),
  coded('brotli', '/v1/events', 'POST', JSON_TYPE, 'br'),
  coded('deflate', '/v1/events', 'POST', LINES_TYPE, 'deflate'),
  coded('an encoding nobody knows', '/v1/events', 'POST', JSON_TYPE, 'identity2'),
];

const TYPES = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'json',
  'text/csv',
];

const typed = (method: 'POST' | 'PUT', path: string, body: unknown, type: string): BadInput => ({
  what: `${type} to ${path}`,
  method,
  path,
  body,
  headers: { 'content-type': type },
  expected: { status: 415, code: 'unsupported-media-type', value: type },
}); // prettier-ignore

/** What is wrong with the bytes of a body, whatever they mean. */
export const JSON_CASES: readonly BadInput[] = [
  ...NO_JSON.map(([what, body]) => badBody(`a body of ${what}`, body, at('malformed-json', ''))),
  ...TOO_MUCH.map(([what, body, pointer]) => badBody(`a body with ${what}`, body, at('malformed-json', pointer))),
  ...ENVELOPES.map(([what, body, code, pointer, value]) =>
    badBody(`a body of ${what}`, body, at(code, pointer, value)),
  ),
  ...ENCODED,
  ...TYPES.map(type => typed('POST', '/v1/events', { events: [fine] }, type)),
  typed('PUT', '/v1/registry/sites', { items: [] }, 'text/plain'),
  typed('POST', '/v1/verdicts', { declarations: ['1'] }, 'application/x-ndjson'),
  typed('POST', `/v1/sources/opening-stock:${MINE}/decisions`, { status: 'legal', note: 'x' }, 'text/yaml'),
  {
    ...badBody('17 MiB of JSON', Buffer.alloc(17 * 1_024 * 1_024, 0x20), { status: 413, code: 'too-large' }),
  },
];
