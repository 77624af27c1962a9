import type { TSchema } from '@sinclair/typebox';
import { FORMATS } from './formats.js';
import type { SchemaNode } from './schema-node.js';

/** Schemas by name, as an OpenAPI document keeps them. */
export type Components = Record<string, object>;

/**
 * A TypeBox schema as OpenAPI 3.1 says it: our own keywords become JSON Schema's or words of the description. A schema
 * with a title moves to `components` and is referred to.
 */
export function toOpenApi(schema: TSchema, components: Components): object {
  return convert(schema, components);
}

function convert(node: SchemaNode, components: Components): object {
  const { title } = node;
  if (title === undefined) return convertPlain(node, components);
  if (!components[title]) {
    components[title] = {}; // taken before its members are converted
    components[title] = convertPlain(node, components);
  }
  return { $ref: `#/components/schemas/${title}` };
}

function convertPlain(node: SchemaNode, components: Components): object {
  if (node.variants) return convertVariants(node, node.variants, components);
  const { decimals, atMost, maxBytes: _, exactlyOneOf, assaySum: __, when: ___, title: ____, ...rest } = node;
  return {
    ...rest,
    ...formatOf(node),
    ...(decimals === undefined ? {} : { description: [node.description, `at most ${decimals} decimals`].filter(Boolean).join('; ') }),
    ...(atMost === undefined ? {} : { maxItems: atMost }),
    ...(exactlyOneOf ? { oneOf: exactlyOneOf.map(name => ({ required: [name] })) } : {}),
    ...(node.items ? { items: convert(node.items, components) } : {}),
    ...(node.anyOf ? { anyOf: node.anyOf.map(option => convert(option, components)) } : {}),
    ...membersOf(node, components),
  };
} // prettier-ignore

function formatOf(node: SchemaNode): object {
  const format = node.format === undefined ? undefined : FORMATS[node.format];
  if (!format) return {};
  const description = node.description ? `${node.description} (${format.expected})` : format.expected;
  return { format: undefined, description, ...format.openApi };
}

function membersOf(node: SchemaNode, components: Components): object {
  const { properties, additionalProperties, patternProperties } = node;
  const others = Object.values(patternProperties ?? {})[0] ?? additionalProperties;
  return {
    patternProperties: undefined,
    ...(typeof others === 'object' ? { additionalProperties: convert(others, components) } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, convert(member, components)])) }
      : {}),
  };
} // prettier-ignore

function convertVariants(node: SchemaNode, variants: readonly SchemaNode[], components: Components): object {
  return {
    description: node.description,
    oneOf: variants.map(variant => convert(variant, components)),
  };
}
