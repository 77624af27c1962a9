import type { Expected } from './bad-input.js';

/** A request as bytes on the wire, so that nothing on our side puts it right. */
export interface BadRequest {
  readonly what: string;
  /** Latin-1; `KEY` stands for the header with the administrator's key. */
  readonly text: string;
  readonly expected: Expected;
}

const lines = (...each: string[]): string => `${each.join('\r\n')}\r\n`;
const get = (path: string, ...headers: string[]): string =>
  lines(`GET ${path} HTTP/1.1`, 'host: x', 'KEY', ...headers, '');
const post = (body: string, ...headers: string[]): string =>
  lines('POST /v1/events HTTP/1.1', 'host: x', 'KEY', ...headers, '') + body;

const refused = (status: number, code: string): Expected => ({ status, code });
const bad = refused(400, 'bad-request');
const unauthorized = refused(401, 'unauthorized');
const unsupported = refused(415, 'unsupported-media-type');
const nothing = refused(404, 'not-found');
const JSON_TYPE = 'content-type: application/json';

const REQUESTS: readonly (readonly [string, string, Expected])[] = [
  ['a line that is none', 'HELLO\r\n\r\n', bad],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', bad],
  ['HTTP 0.9', lines('GET /v1/lots/ORE', ''), unauthorized],
  ['HTTP 3', lines('GET /v1/lots/ORE HTTP/3.0', 'host: x', ''), bad],
  ['a method nobody knows', lines('STEAL /v1/lots/ORE HTTP/1.1', 'host: x', 'KEY', ''), bad],
  ['a method of file servers', lines('PROPFIND /v1/lots/ORE HTTP/1.1', 'host: x', 'KEY', ''), nothing],
  ['TRACE', lines('TRACE /v1/lots/ORE HTTP/1.1', 'host: x', 'KEY', ''), nothing],
  ['OPTIONS of everything', lines('OPTIONS * HTTP/1.1', 'host: x', 'KEY', ''), nothing],
  ['no host', lines('GET /v1/lots/ORE HTTP/1.1', 'KEY', ''), bad],
  ['a percent sign in the path', get('/v1/lots/100%'), bad],
  ['a wrong escape in the path', get('/v1/lots/%ZZ'), bad],
  ['broken UTF-8 in the path', get('/v1/lots/%FF%FE'), bad],
  ['a surrogate in the path', get('/v1/lots/%ED%A0%80'), bad],
  ['raw UTF-8 in the path', get('/v1/lots/\xe9\x95\x9d'), bad],
  ['U+0000 in the path', get('/v1/lots/a\x00b'), bad],
  ['a control character in the path', get('/v1/lots/a\x01b'), bad],
  ['a blank in the path', get('/v1/lots/a b'), bad],
  ['a path above the root', get('/../../etc/passwd'), nothing],
  ['an escaped path above the root', get('/v1/%2e%2e/%2e%2e/etc/passwd'), nothing],
  ['an address of 20 kB', get(`/v1/events?lot=${'L'.repeat(20_000)}`), refused(431, 'headers-too-large')],
  ['headers of 20 kB', get('/v1/events', `x-long: ${'a'.repeat(20_000)}`), refused(431, 'headers-too-large')],
  ['a header without colon', get('/v1/lots/ORE', 'nonsense'), bad],
  ['a header with a blank in its name', get('/v1/lots/ORE', 'x long: 1'), bad],
  ['a control character in a header', get('/v1/lots/NOTHING', 'oretrail-purpose: a\x01b'), bad],
  ['U+0000 in a header', get('/v1/lots/NOTHING', 'oretrail-purpose: a\x00b'), bad],
  ['a folded header', get('/v1/lots/ORE', 'x-long: a', ' b'), bad],
  ['an expectation nobody meets', post('', 'expect: miracles', 'content-length: 0'), refused(400, 'malformed-json')],
  ['a length that is none', post('{}', JSON_TYPE, 'content-length: two'), bad],
  ['a negative length', post('{}', JSON_TYPE, 'content-length: -2'), bad],
  ['two lengths', post('{}', JSON_TYPE, 'content-length: 2', 'content-length: 3'), bad],
  ['a length and chunks', post('2\r\n{}\r\n0\r\n\r\n', JSON_TYPE, 'content-length: 2', 'transfer-encoding: chunked'), bad],
  ['a transfer encoding nobody knows', post('{}', JSON_TYPE, 'transfer-encoding: gzip'), bad],
  ['a chunk of a length that is none', post('zz\r\n{}\r\n', JSON_TYPE, 'transfer-encoding: chunked'), bad],
  ['a body above 16 MiB, announced only', post('', JSON_TYPE, 'content-length: 17000000'), refused(413, 'too-large')],
  ['no content type', post('{}', 'content-length: 2'), unsupported],
  ['an empty content type', post('{}', 'content-type:', 'content-length: 2'), unsupported],
  ['a content type that is none', post('{}', 'content-type: ;;;', 'content-length: 2'), unsupported],
  ['two content types', post('{}', JSON_TYPE, 'content-type: text/plain', 'content-length: 2'), refused(400, 'missing')],
  ['no body and no type', post('', 'content-length: 0'), refused(400, 'malformed-json')],
  ['no key', lines('GET /v1/lots/ORE HTTP/1.1', 'host: x', ''), unauthorized],
  ['no key and no route', lines('GET /v1/nowhere HTTP/1.1', 'host: x', ''), unauthorized],
  ['a wrong key', lines('GET /v1/lots/ORE HTTP/1.1', 'host: x', 'authorization: Bearer wrong', ''), unauthorized],
  ['a key with odd bytes', lines('GET /v1/lots/ORE HTTP/1.1', 'host: x', 'authorization: Bearer \xff\xfe', ''), unauthorized],
  ['a key of 8 kB', lines('GET /v1/lots/ORE HTTP/1.1', 'host: x', `authorization: Bearer ${'k'.repeat(8_000)}`, ''), unauthorized],
  ['a password', lines('GET /v1/lots/ORE HTTP/1.1', 'host: x', 'authorization: Basic YTpi', ''), unauthorized],
  ['a body without key', lines('POST /v1/events HTTP/1.1', 'host: x', JSON_TYPE, 'content-length: 2', '', '{}'), unauthorized],
  ['odd languages', get('/v1/lots/NOTHING', `accept-language: ${';q=,'.repeat(500)}\xff`), nothing],
  ['an odd request id', get('/v1/lots/NOTHING', `x-request-id: ${'\xe9'.repeat(100)}`), nothing],
  ['a purpose in Latin-1', get('/v1/lots/NOTHING', `oretrail-purpose: ${'\xe9'.repeat(2_000)}`), nothing],
  ['a wish to upgrade', get('/v1/lots/NOTHING', 'connection: upgrade', 'upgrade: websocket'), nothing],
  ['another representation', get('/v1/lots/NOTHING', 'accept: image/png'), nothing],
  ['a range', get('/v1/lots/NOTHING', 'range: bytes=0-1'), nothing],
]; // prettier-ignore

/** What is wrong with a request before anybody looks at what it asks. */
export const HTTP_CASES: readonly BadRequest[] = REQUESTS.map(([what, text, expected]) => ({ what, text, expected }));
