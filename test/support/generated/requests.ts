import * as fc from 'fast-check';
import type { OpenApi, Operation, Parameter } from '../open-api.js';
import type { Known } from './known.js';
import { Values } from './values.js';
import { variations } from './variations.js';

/** A request as it is sent. */
export interface GeneratedRequest {
  readonly operation: Operation;
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const LINES_TYPE = 'application/x-ndjson';

/**
 * Requests of all operations; those with a body more often, as there is more to get wrong. Half of them is made of right
 * values, whatever they mean together, in the other half every fiftieth value is wrong.
 */
export function generatedRequests(api: OpenApi, known: Known): fc.Arbitrary<GeneratedRequest> {
  const [right, wrong] = [0, 20].map(perMille => new Values(api, known, perMille));
  return fc.oneof(
    ...api.operations.map(operation => ({
      weight: weightOf(operation),
      arbitrary: fc.oneof(requestOf(operation, right!), requestOf(operation, wrong!)),
    })),
  );
}

function weightOf({ method, path, body }: Operation): number {
  if (method === 'POST' && path === '/v1/events') return 60;
  return Object.keys(body).length > 0 ? 4 : path.startsWith('/v1/registry/') ? 1 : 5;
}

function requestOf(operation: Operation, values: Values): fc.Arbitrary<GeneratedRequest> {
  const { path, parameters } = operation;
  const names = parameters.filter(each => each.in === 'path');
  const filled = fc.tuple(...names.map(each => values.of(each.schema, `${collectionOf(path)}.${each.name}`))).map(given => {
    const texts = new Map(names.map(({ name }, index) => [name, asText(given[index])]));
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => percent(texts.get(name) || '-'));
  });
  const query = queryOf(parameters.filter(each => each.in === 'query'), values);
  return fc
    .record({ filled, query, headers: oddHeaders, content: contentOf(operation, values) })
    .map(({ filled, query, headers, content }) => ({
      operation,
      path: filled + query,
      headers: { ...headers, ...(content && { 'content-type': content.type }) },
      ...(content && { body: content.text }),
    }))
    .map(request => ({ ...request, [fc.toStringMethod]: () => describe(request) }));
} // prettier-ignore

/** The last word of a path before its parameters: `/v1/registry/sites/{key}` asks for one of the `sites`. */
const collectionOf = (path: string): string => path.split('/{')[0]!.split('/').at(-1)!;

const describe = ({ operation, path, headers, body }: GeneratedRequest): string =>
  `${operation.method} ${path} ${JSON.stringify(headers)} ${JSON.stringify(body)}`;

const oddHeaders = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'accept-language': 'zh' },
      { 'accept-language': 'de, zh;q=0.3, en;q=0.2' },
      { 'oretrail-purpose': '%E6%A1%88 7' },
      { 'x-request-id': 'a b' },
      { accept: 'text/html' },
      { 'if-none-match': '"1"' },
    ),
  },
);

/** Some of the parameters; rarely one twice or one that nobody knows. */
function queryOf(parameters: readonly Parameter[], values: Values): fc.Arbitrary<string> {
  const each = parameters.map(({ name, schema, required }) =>
    fc.tuple(values.of(schema, name), fc.noBias(fc.nat(99))).map(([value, dice]) => {
      const pair = `${name}=${percent(asText(value))}`;
      return dice < (required ? 97 : 25) ? [pair] : dice === 99 ? [pair, pair] : [];
    }),
  );
  const strange = fc.noBias(fc.nat(99)).map(dice => (dice === 0 ? ['colour=red'] : dice === 1 ? ['%'] : []));
  return fc.tuple(...each, strange).map(pairs => {
    const all = pairs.flat();
    return all.length > 0 ? `?${all.join('&')}` : '';
  });
}

interface Content {
  readonly type: string;
  readonly text: string;
}

function contentOf({ body, method, path }: Operation, values: Values): fc.Arbitrary<Content | undefined> {
  const types = Object.entries(body);
  if (types.length === 0) return fc.constant(undefined);
  const wanted = types.map(([type, { schema }]) => {
    const value = values.of(schema, `${method} ${path}`);
    return type === LINES_TYPE ? fc.array(value, { maxLength: 4 }).map(toLines) : value.map(toJson);
  });
  if (path === '/v1/events') wanted.push(variations.map(toLines), variations.map(events => toJson({ events })));
  return fc.tuple(fc.oneof(...wanted), fc.noBias(fc.nat(99)), fc.noBias(fc.nat())).map(([content, dice, place]) => disturb(content, dice, place));
} // prettier-ignore

const toJson = (value: unknown): Content => ({ type: 'application/json', text: JSON.stringify(value) });

const toLines = (values: readonly unknown[]): Content => ({
  type: LINES_TYPE,
  text: values.map(value => JSON.stringify(value)).join('\n'),
});

/** Now and then a body that is cut, has a byte too much, or says that it is something else. */
function disturb({ type, text }: Content, dice: number, place: number): Content {
  const cut = place % (text.length + 1);
  if (dice === 0) return { type, text: text.slice(0, cut) };
  if (dice === 1) return { type, text: `${text.slice(0, cut)}\n"${text.slice(cut)}` };
  if (dice === 2) return { type: 'text/plain', text };
  if (dice === 3) return { type: `${type}; charset=utf-8`, text };
  return { type, text };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Percent-encoded as UTF-8; a lone surrogate in the way that is none. */
const percent = (text: string): string =>
  Array.from(text, each => (/\p{Surrogate}/u.test(each) ? '%ED%A0%80' : encodeURIComponent(each))).join('');
