import * as fc from 'fast-check';
import { isCalendarDay, parseInstant } from '#kernel';
import type { OpenApi, Schema } from '../open-api.js';
import type { Known } from './known.js';

/** Values that are wrong nearly everywhere. */
const JUNK = [
  null, true, false, 0, -0, -1, 1, 0.5, 1e-7, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 1e15, '', ' ', 'a', '0', 'NaN', 'null',
  '１２', '镝', '\u0000', '\ud800', '\udfff\ud800', '\u202e', '\ufeff', '\u001b[2J', 'a/b', '../..', "';--", '${x}', '%00',
  'e\u0301', 'x'.repeat(5_000), '__proto__', '2026-02-30', '2026-01-01T00:00:00Z', [], [[]], [null], {}, { a: 1 }, { toJSON: 1 },
]; // prettier-ignore
export const junk = fc.oneof(fc.constantFrom<unknown>(...JUNK), fc.jsonValue({ maxDepth: 2 }));

const instants = fc
  .date({ min: new Date('2025-12-01T00:00:00Z'), max: new Date('2026-10-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString());
const days = instants.map(instant => instant.slice(0, 10));
/** Mostly what may be a code or a name. */
const texts = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('镝', '示例', 'A-1', 'B 2', 'c:3', 'x'.repeat(64), '稀'.repeat(50)) },
  { weight: 3, arbitrary: fc.stringMatching(/^[!-~]{1,20}$/) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
);

const PER_MILLE = 1_000;

/** Makes values after schemas, of which a part is wrong. */
export class Values {
  constructor(
    private readonly api: OpenApi,
    private readonly known: Known,
    /** Of a thousand values of a place, so many are wrong. */
    private readonly wrong: number,
  ) {}

  /** A value of a field with a name. */
  of(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const node = this.api.resolve(schema);
    const known = this.known.of(name).filter(value => fits(node, value));
    const right = this.right(node, name);
    const odds = known.length > 0 ? PER_MILLE / 5 : PER_MILLE;
    return fc.oneof(
      { weight: odds, arbitrary: right },
      { weight: PER_MILLE - odds, arbitrary: known.length > 0 ? fc.constantFrom<unknown>(...known) : right },
      { weight: this.wrong, arbitrary: junk },
    );
  }

  private right(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { const: only, enum: words, oneOf, anyOf, properties, type } = schema;
    if (only !== undefined) return fc.constant(only);
    if (words) return fc.constantFrom<unknown>(...words);
    if (properties) return this.object(schema, properties);
    const options = oneOf ?? anyOf;
    if (options) return fc.oneof(...options.map(option => this.right(this.api.resolve(option), name)));
    if (type === 'object') return fc.dictionary(texts, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
    if (type === 'array') return this.array(schema, name);
    return scalar(schema);
  }

  private array({ items = {}, minItems = 0, maxItems = 3 }: Schema, name: string): fc.Arbitrary<unknown> {
    return fc.array(this.of(items, name), { minLength: Math.min(minItems, 1), maxLength: Math.min(maxItems, 3) });
  }

  /** Required members, a third of the others, and one of those that exclude each other; sometimes a strange one. */
  private object({ required = [], oneOf = [] }: Schema, properties: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
    const either = oneOf.flatMap(option => option.required ?? []);
    const members = Object.entries(properties).map(([name, schema]) =>
      fc.tuple(this.of(schema, name), fc.noBias(fc.nat(PER_MILLE - 1))).map(([value, dice]) => ({ name, value, dice })),
    );
    const kept = ({ name, dice }: { name: string; dice: number }, choice: number): boolean => {
      if (required.includes(name)) return dice >= this.wrong / 2;
      return either.includes(name) ? name === either[choice % either.length] || dice < this.wrong : dice < PER_MILLE / 3;
    };
    const strange = fc.tuple(texts, junk, fc.noBias(fc.nat(PER_MILLE - 1))).map(([name, value, dice]) =>
      dice < this.wrong ? [[name, value] as const] : [],
    );
    return fc.tuple(fc.tuple(...members), strange, fc.noBias(fc.nat(99))).map(([own, others, choice]) =>
      Object.fromEntries([...own.filter(each => kept(each, choice)).map(({ name, value }) => [name, value] as const), ...others]),
    );
  } // prettier-ignore
}

/** Whether a known value can be meant, as far as the schema says. */
function fits({ enum: words, pattern, format, type }: Schema, value: unknown): boolean {
  if (words) return words.includes(value);
  if (typeof value !== 'string') return type !== 'string';
  if (format === 'date') return isCalendarDay(value);
  if (format === 'date-time') return parseInstant(value) !== undefined;
  return type === 'string' && (pattern === undefined || new RegExp(pattern, 'u').test(value));
}

function scalar(schema: Schema): fc.Arbitrary<unknown> {
  const { type, format, pattern, minimum, maximum, examples = [] } = schema;
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return numbers(minimum ?? -3, maximum ?? 100_000, 0);
  if (type === 'number') return numbers(minimum ?? -3, maximum ?? 100_000, 3);
  if (type !== 'string') return fc.jsonValue({ maxDepth: 2 });
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return instants;
  if (format === 'date') return days;
  const made = pattern === undefined ? texts : matching(pattern);
  return examples.length > 0 ? fc.oneof(made, fc.constantFrom<unknown>(...examples)) : made;
}

/** Numbers with so many decimals, mostly small; the bounds, and now and then what lies just beyond them. */
function numbers(minimum: number, maximum: number, decimals: number): fc.Arbitrary<number> {
  const step = 10 ** -decimals;
  const small = fc.integer({ min: 0, max: 5_000_000 }).map(count => minimum + count * step);
  return fc.oneof(
    { weight: 80, arbitrary: small.map(value => Number(Math.min(maximum, value).toFixed(decimals))) },
    { weight: 19, arbitrary: fc.constantFrom(minimum, maximum) },
    { weight: 1, arbitrary: fc.constantFrom(minimum - step, maximum + step) },
  );
}

const shapes = new Map<string, fc.Arbitrary<string>>();

function matching(pattern: string): fc.Arbitrary<string> {
  const made = shapes.get(pattern) ?? (pattern.includes('\\P') ? texts : fc.stringMatching(new RegExp(pattern)));
  shapes.set(pattern, made);
  return made;
}
