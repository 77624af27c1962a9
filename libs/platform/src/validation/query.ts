import type { Static, TObject } from '@sinclair/typebox';
import { Refused, type PlacedFault } from '#kernel';
import { compile } from './compile.js';
import { showValue } from './fault-list.js';
import { isCleanText } from './json.js';
import type { SchemaNode } from './schema-node.js';

/**
 * A function that reads the query part of a URL (without `?`) into the schema's members: whole numbers, numbers and
 * booleans are written as usual, everything else is text. Throws {@link Refused} with `parameter` for unknown,
 * repeated, undecodable and wrong parameters; always 400.
 */
export function queryParser<Schema extends TObject>(schema: Schema): (search: string) => Static<Schema> {
  const members = schema.properties as Readonly<Record<string, SchemaNode>>;
  const validate = compile(schema);
  return search => {
    const faults: PlacedFault[] = [];
    const query: Record<string, unknown> = {};
    for (const [parameter, texts] of decode(search, faults)) {
      const member = Object.hasOwn(members, parameter) ? members[parameter] : undefined;
      if (!member) faults.push(unknownParameter(parameter, Object.keys(members)));
      else if (texts.length > 1) faults.push({ code: 'bad-format', pointer: '', parameter, expected: 'given once' });
      else query[parameter] = convert(texts[0]!, member);
    }
    faults.push(...validate(query).map(fault => toParameterFault(fault)));
    if (faults.length > 0) throw new Refused(faults);
    return query;
  };
}

const unknownParameter = (parameter: string, known: readonly string[]): PlacedFault => ({
  code: 'unknown-parameter',
  pointer: '',
  parameter: showValue(parameter) as string,
  expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no parameters',
});

function decode(search: string, faults: PlacedFault[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const [name, text] = (cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)]).map(decodePart);
    if (name === undefined || text === undefined) {
      const parameter = name ?? (showValue(pair) as string);
      faults.push({ code: 'bad-format', pointer: '', parameter, expected: 'percent-encoded UTF-8 without U+0000' });
    } else found.set(name, [...(found.get(name) ?? []), text]);
  }
  return found;
}

function decodePart(part: string): string | undefined {
  try {
    const text = decodeURIComponent(part.replaceAll('+', ' '));
    return isCleanText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A `+` that was not percent-encoded arrives as a blank: in an instant it can only have been a plus. */
const UNENCODED_OFFSET = /^(\d{4}-\d\d-\d\dT[\d:.]+) (\d\d:\d\d)$/;

function convert(text: string, member: SchemaNode): unknown {
  const { type } = member;
  if (type === 'integer' || type === 'number') return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : text;
  return text.replace(UNENCODED_OFFSET, '$1+$2');
}

/** Of a parameter everything but a value out of range is text of the wrong form. */
function toParameterFault(fault: PlacedFault): PlacedFault {
  const parameter = fault.pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
  const kept = fault.code === 'out-of-range' || fault.code === 'missing' || fault.code === 'unknown-parameter';
  return { ...fault, code: kept ? fault.code : 'bad-format', pointer: '', parameter };
}
