import type { FaultList } from './fault-list.js';
import type { Check, Compile, SchemaNode } from './schema-node.js';

export function arrayCheck(node: SchemaNode, compile: Compile): Check {
  const { minItems = 0, maxItems = Infinity, atMost = Infinity } = node;
  const item = node.items ? compile(node.items) : undefined;
  return (value, found) => {
    if (!Array.isArray(value)) found.add('wrong-type', 'an array', value);
    else if (value.length > atMost) found.add('limit-exceeded', `at most ${atMost} items`);
    else if (value.length > maxItems) found.add('out-of-range', `at most ${maxItems} items`);
    else if (value.length < minItems) found.add('out-of-range', `at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`);
    else if (item) checkItems(value, item, found);
  };
} // prettier-ignore

function checkItems(items: readonly unknown[], check: Check, found: FaultList): void {
  for (let index = 0; index < items.length && !found.full; index++) {
    found.enter(index);
    check(items[index], found);
    found.leave();
  }
}

export function objectCheck(node: SchemaNode, compile: Compile): Check {
  const members = new Map(Object.entries(node.properties ?? {}).map(([name, schema]) => [name, compile(schema)]));
  const required = (node.required ?? []).map(name => ({ name, expected: describe(node.properties?.[name]) }));
  const others = othersCheck(node, compile, [...members.keys()]);
  const extra = [lengthCheck(node), exactlyOneOfCheck(node), assaySumCheck(node)].filter(check => check !== undefined);
  return (value, found) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      found.add('wrong-type', 'an object', value);
      return;
    }
    const object = value as Readonly<Record<string, unknown>>;
    for (const { name, expected } of required) {
      if (!Object.hasOwn(object, name)) found.add('missing', expected, undefined, name);
    }
    for (const name of Object.keys(object)) {
      if (found.full) return;
      found.enter(name);
      (members.get(name) ?? others)(object[name], found);
      found.leave();
    }
    for (const check of extra) check(object, found);
  };
}

function othersCheck(node: SchemaNode, compile: Compile, names: readonly string[]): Check {
  const patterns = Object.values(node.patternProperties ?? {});
  const schema = patterns[0] ?? node.additionalProperties;
  if (patterns.length > 1) throw new Error('Of patternProperties one is supported, for every name');
  if (typeof schema === 'object') return compile(schema);
  if (schema !== false) return () => undefined;
  const expected = names.length > 0 ? `one of ${names.join(', ')}` : 'nothing here';
  return (value, found) => found.add('unknown-field', expected, value);
}

function lengthCheck(node: SchemaNode): Check | undefined {
  const most = node.maxBytes;
  if (most === undefined) return undefined;
  return (value, found) => {
    const size = Buffer.byteLength(JSON.stringify(value));
    if (size > most) found.add('out-of-range', `at most ${most} bytes of JSON, not ${size}`);
  };
}

function exactlyOneOfCheck(node: SchemaNode): Check | undefined {
  const names = node.exactlyOneOf;
  if (!names) return undefined;
  const [preferred = '', ...alternatives] = names;
  return (value, found) => {
    const object = value as Readonly<Record<string, unknown>>;
    const given = names.filter(name => Object.hasOwn(object, name));
    if (given.length === 0) found.add('missing', describe(node.properties?.[preferred], alternatives), undefined, preferred);
    for (const name of given.slice(1)) found.add('unknown-field', `${names.join(' or ')}, not both`, object[name], name);
  };
} // prettier-ignore

/** Percentages have at most six decimals: summed as integers, so that 98 and 102 themselves are inside. */
function assaySumCheck(node: SchemaNode): Check | undefined {
  if (!node.assaySum) return undefined;
  return (value, found) => {
    const parts = Object.values(value as Readonly<Record<string, unknown>>);
    if (!parts.every(part => typeof part === 'number')) return;
    const sum = parts.reduce((acc, part) => acc + Math.round(part * 1e6), 0);
    if (sum < 98e6 || sum > 102e6) found.add('assay-sum', 'a sum of 98 to 102', sum / 1e6);
  };
}

const describe = (schema: SchemaNode | undefined, alternatives: readonly string[] = []): string =>
  [schema?.description ?? schema?.type ?? 'a value', ...alternatives.map(name => `or ${name}`)].join(', ');

/** Objects told apart by the constant of their `type`, and among those of one type by a member (`when`). */
export function variantsCheck(node: SchemaNode, compile: Compile): Check {
  const byType = new Map<unknown, { schema: SchemaNode; check: Check }[]>();
  for (const schema of node.variants ?? []) {
    const type = schema.properties?.['type']?.const;
    byType.set(type, [...(byType.get(type) ?? []), { schema, check: compile(schema) }]);
  }
  const expected = `one of ${[...byType.keys()].join(', ')}`;
  return (value, found) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      found.add('wrong-type', 'an object', value);
      return;
    }
    const object = value as Readonly<Record<string, unknown>>;
    const candidates = byType.get(object['type']);
    if (candidates) {
      const chosen = candidates.find(({ schema }) => schema.when !== undefined && Object.hasOwn(object, schema.when));
      (chosen ?? candidates[0]!).check(value, found);
    } else if (!Object.hasOwn(object, 'type')) found.add('missing', expected, undefined, 'type');
    else found.add(typeof object['type'] === 'string' ? 'out-of-range' : 'wrong-type', expected, object['type'], 'type');
  };
} // prettier-ignore
