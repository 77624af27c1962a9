import { hasDecimals } from '#kernel';
import { FORMATS } from './formats.js';
import type { Check, SchemaNode } from './schema-node.js';

export function stringCheck(node: SchemaNode): Check {
  const { minLength = 0, maxLength = Infinity } = node;
  const length = `${minLength} to ${maxLength} characters`;
  const shape = shapeOf(node);
  return (value, found) => {
    if (typeof value !== 'string') found.add('wrong-type', 'a string', value);
    else if (shape && !shape.test(value)) found.add(shape.code, shape.expected, value);
    else if (!hasLength(value, minLength, maxLength)) found.add('out-of-range', length, value);
  };
}

function shapeOf(node: SchemaNode): { test: (text: string) => boolean; code: string; expected: string } | undefined {
  if (node.format !== undefined) {
    const format = FORMATS[node.format];
    if (!format) throw new Error(`Schema format ${node.format} is not known`);
    return format;
  }
  if (node.pattern === undefined) return undefined;
  const pattern = new RegExp(node.pattern, 'u');
  return {
    test: text => pattern.test(text),
    code: 'bad-format',
    expected: node.description ?? `text like ${node.pattern}`,
  };
}

/** Lengths are code points; counted only where UTF-16 units cannot decide. */
function hasLength(text: string, least: number, most: number): boolean {
  if (text.length < least || text.length > 2 * most) return false;
  if (text.length <= most && text.length >= 2 * least) return true;
  const points = codePoints(text);
  return points >= least && points <= most;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

export function numberCheck(node: SchemaNode): Check {
  const { minimum = -Infinity, maximum = Infinity, decimals } = node;
  const whole = node.type === 'integer';
  const type = whole ? 'a whole number' : 'a number';
  const range = rangeText(minimum, maximum);
  return (value, found) => {
    if (typeof value !== 'number') found.add('wrong-type', type, value);
    else if (whole && !Number.isSafeInteger(value)) found.add(Number.isInteger(value) ? 'out-of-range' : 'wrong-type', type, value);
    else if (value < minimum || value > maximum) found.add('out-of-range', range, value);
    else if (decimals !== undefined && !hasDecimals(value, decimals)) found.add('out-of-range', `at most ${decimals} decimals`, value);
  };
} // prettier-ignore

function rangeText(minimum: number, maximum: number): string {
  if (maximum === Infinity) return `at least ${minimum}`;
  return minimum === -Infinity ? `at most ${maximum}` : `${minimum} to ${maximum}`;
}

export function booleanCheck(): Check {
  return (value, found) => {
    if (typeof value !== 'boolean') found.add('wrong-type', 'true or false', value);
  };
}

export const constCheck = (node: SchemaNode): Check => enumCheck({ enum: [node.const] });

export function enumCheck(node: SchemaNode): Check {
  const words = new Set(node.enum);
  const types = new Set([...words].map(word => typeof word));
  const expected = [...words].map(String).join(', ');
  return (value, found) => {
    if (words.has(value)) return;
    found.add(
      types.has(typeof value) ? 'out-of-range' : 'wrong-type',
      words.size > 1 ? `one of ${expected}` : expected,
      value,
    );
  };
}
