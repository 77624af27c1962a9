import { gzipSync } from 'node:zlib';
import { EXPORT_NUMBER, INVOICE_NUMBER, MINE, OPERATION, mined } from '../known-history.js';
import type { Operation, Parameter } from '../open-api.js';
import { type BadInput, type Expected, at } from './bad-input.js';

/** Path parameters that name something in the known history. */
const NAMES: Readonly<Record<string, string>> = {
  code: 'ORE',
  declaration: EXPORT_NUMBER,
  kind: 'vat-invoice',
  number: INVOICE_NUMBER,
  key: MINE,
};

const idIn = (path: string): string =>
  path.includes('/sources/') ? `opening-stock:${MINE}` : path.includes('/operations/') ? OPERATION : mined.id;

const fill = (path: string, names: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? NAMES[name] ?? idIn(path));

/** What every route has to refuse, whatever it is for: derived from its entry in the OpenAPI document. */
export function sweep(operation: Operation): BadInput[] {
  return [...badPaths(operation), ...badQueries(operation), ...badBodies(operation)];
}

const nothing: Expected = { status: 404, code: 'not-found' };

function badPaths({ method, path, parameters, body }: Operation): BadInput[] {
  const names = parameters.filter(each => each.in === 'path').map(({ name }) => name);
  const ask = (what: string, where: string, expected: Expected): BadInput => ({
    what: `${method} ${path} with ${what}`,
    method,
    path: where,
    ...(Object.keys(body).length > 0 ? { body: {} } : {}),
    expected,
  });
  return names.flatMap(name => [
    ask(`U+0000 in ${name}`, fill(path, { [name]: 'a%00b' }), nothing),
    ask(`a ${name} of 600 characters`, fill(path, { [name]: 'x'.repeat(600) }), { status: 414, code: 'uri-too-long' }),
    ask(`broken UTF-8 in ${name}`, fill(path, { [name]: '%C3%28' }), { status: 400, code: 'bad-request' }),
  ]);
}

function badQueries(operation: Operation): BadInput[] {
  const { method, path, parameters } = operation;
  const query = parameters.filter(each => each.in === 'query');
  const ask = (name: string, search: string, code: string): BadInput => ({
    what: `${method} ${path} with ?${search}`,
    method,
    path: `${fill(path)}?${search}`,
    expected: { status: 400, code, place: { parameter: name } },
  });
  return [
    ask('colour', 'colour=red', 'unknown-parameter'),
    ...query.flatMap(parameter => wrongTexts(parameter).map(([text, code]) => ask(parameter.name, text, code))),
    ...query.filter(each => each.required).map(({ name }) => ask(name, '', 'missing')),
  ];
}

function wrongTexts({ name, schema }: Parameter): [string, string][] {
  const one = (text: string, code: string): [string, string] => [`${name}=${text}`, code];
  const always = [one(`1&${name}=1`, 'bad-format'), one('%FF', 'bad-format'), one('%00', 'bad-format')];
  const { type, minimum, maximum, maxLength, minLength } = schema;
  if (type === 'integer' || type === 'number') {
    const bounds = [minimum, maximum].flatMap((bound, index) =>
      bound === undefined ? [] : [bound + (index ? 1 : -1)],
    );
    const outside = bounds.map(bound => one(String(bound), 'out-of-range'));
    return [...always, ...outside, ...['x', '', '1e1', '0x1', '%EF%BC%95'].map(text => one(text, 'bad-format'))];
  }
  if (type === 'boolean') return [...always, ...['1', 'yes', 'True', ''].map(text => one(text, 'bad-format'))];
  if (schema.enum) return [...always, one('nothing', 'out-of-range'), one('', 'out-of-range')];
  const long = maxLength === undefined ? [] : [one('x'.repeat(maxLength + 1), 'out-of-range')];
  const empty = minLength === undefined || minLength === 0 ? [] : [one('', 'out-of-range')];
  return [...always, ...(schema.pattern ? [one('~', 'bad-format')] : [...long, ...empty])];
}

const bomb = gzipSync(Buffer.alloc(10_000_000, 0x20));

function badBodies(operation: Operation): BadInput[] {
  const { method, path, body } = operation;
  const types = Object.keys(body);
  if (types.length === 0) return [];
  const ask = (what: string, content: unknown, expected: Expected, headers = {}): BadInput => ({
    what: `${method} ${path} with ${what}`,
    method,
    path: fill(path),
    body: content,
    headers,
    expected,
  });
  const unsupported: Expected = { status: 415, code: 'unsupported-media-type' };
  return [
    ask('an empty body', '', at('malformed-json', '')),
    ask('half a body', '{"', at('malformed-json', '')),
    ask('broken UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), at('malformed-json', '')),
    ask('1e309', '{"a":1e309}', at('malformed-json', '/a')),
    ask('a lone surrogate', '{"a":"\\ud800"}', at('malformed-json', '/a')),
    ask('10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000), at('malformed-json', '/0'.repeat(64))),
    ask('a list', [], at('wrong-type', '')),
    ask('null', 'null', at('wrong-type', '')),
    ask('a member nobody knows', { colour: 'red' }, at('unknown-field', '/colour', 'red')),
    ask('text', 'hello', unsupported, { 'content-type': 'text/plain' }),
    ask('a form', 'a=b', unsupported, { 'content-type': 'application/x-www-form-urlencoded' }),
    ...types.map(type => ask(`a bomb of ${type}`, bomb, unsupported, { 'content-type': type, 'content-encoding': 'gzip' })),
    ...(types.includes('application/x-ndjson') ? [] : [ask('lines', '{}\n', unsupported, { 'content-type': 'application/x-ndjson' })]),
  ];
} // prettier-ignore
