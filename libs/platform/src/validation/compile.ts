import type { Static, TSchema } from '@sinclair/typebox';
import { Refused, type Fault } from '#kernel';
import { FaultList, MAX_FAULTS } from './fault-list.js';
import { arrayCheck, objectCheck, variantsCheck } from './containers.js';
import { booleanCheck, constCheck, enumCheck, numberCheck, stringCheck } from './scalars.js';
import type { Check, Compile, SchemaNode } from './schema-node.js';

/**
 * Checks a value; faults point into it, behind `pointer` where that is given. Finds at most `most` and one more, by
 * default as many as a problem lists.
 */
export type Validator = (value: unknown, pointer?: string, most?: number) => Fault[];

/**
 * Compiles a TypeBox schema to a function that finds every fault of a value (contract, "Problems"). Beside JSON
 * Schema's it knows the keywords of {@link SchemaNode}. A keyword it does not know throws here, not when a request
 * comes.
 *
 * Own code and not ajv's, because ajv with `allErrors` makes one object per fault without bound: a 4 MiB event of two
 * million wrong members would take half a gigabyte.
 */
export function compile(schema: TSchema): Validator {
  const check = compileNode(schema);
  return (value, pointer = '', most = MAX_FAULTS) => {
    const found = new FaultList(pointer, most);
    check(value, found);
    return found.faults;
  };
}

/** A function that returns the value as its type, or throws {@link Refused}. */
export function parser<Schema extends TSchema>(schema: Schema): (value: unknown) => Static<Schema> {
  const validate = compile(schema);
  return value => {
    const faults = validate(value);
    if (faults.length > 0) throw new Refused(faults);
    return value;
  };
}

const ANNOTATIONS = ['title', 'description', 'examples', 'default', 'type', 'when', 'personal'];

const KEYWORDS: Readonly<Record<string, { keywords: readonly string[]; make: (node: SchemaNode, compile: Compile) => Check }>> = {
  string: { keywords: ['minLength', 'maxLength', 'pattern', 'format', 'enum', 'const'], make: stringCheck },
  number: { keywords: ['minimum', 'maximum', 'decimals', 'const'], make: numberCheck },
  integer: { keywords: ['minimum', 'maximum', 'const'], make: numberCheck },
  boolean: { keywords: ['const'], make: booleanCheck },
  array: { keywords: ['items', 'minItems', 'maxItems', 'atMost'], make: arrayCheck },
  object: {
    keywords: [
      'properties', 'required', 'additionalProperties', 'patternProperties', 'maxBytes', 'exactlyOneOf', 'assaySum', 'variants',
    ],
    make: (node, compile) => (node.variants ? variantsCheck(node, compile) : objectCheck(node, compile)),
  },
}; // prettier-ignore

const compileNode: Compile = node => {
  if (node.anyOf) return anyOfCheck(node);
  const kind = KEYWORDS[node.type ?? ''];
  if (!kind) return untypedCheck(node);
  refuseUnknown(node, kind.keywords);
  if (node.const !== undefined) return constCheck(node);
  return node.enum ? enumCheck(node) : kind.make(node, compileNode);
};

function untypedCheck(node: SchemaNode): Check {
  if (node.type !== undefined) throw new Error(`Schema type ${node.type} is not supported`);
  refuseUnknown(node, []);
  return () => undefined;
}

/** A union of words, or of schemas of different JSON types. */
function anyOfCheck(node: SchemaNode): Check {
  refuseUnknown(node, ['anyOf']);
  const options = node.anyOf ?? [];
  if (options.every(option => option.const !== undefined))
    return enumCheck({ enum: options.map(option => option.const) });
  const checks = new Map(options.map(option => [jsonTypeOf(option), compileNode(option)]));
  if (checks.size < options.length) throw new Error('A union needs members of different JSON types, or `variants`');
  const expected = [...checks.keys()].join(' or ');
  return (value, found) => {
    const check = checks.get(Array.isArray(value) ? 'array' : typeof value);
    if (check) check(value, found);
    else found.add('wrong-type', expected, value);
  };
}

const jsonTypeOf = (node: SchemaNode): string => (node.type === 'integer' ? 'number' : String(node.type));

function refuseUnknown(node: SchemaNode, keywords: readonly string[]): void {
  for (const keyword of Object.keys(node)) {
    if (!keywords.includes(keyword) && !ANNOTATIONS.includes(keyword)) {
      throw new Error(`Schema keyword ${keyword} is not supported for type ${String(node.type)}`);
    }
  }
}
