import type { TSchema } from '@sinclair/typebox';

/** What is read of a schema to tell what a cell of a table holds. */
interface Field {
  readonly type?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  readonly variants?: readonly Field[];
  readonly anyOf?: readonly Field[];
}

/** A value of JSON as a table can hold it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Turns cells of text into JSON by the schema of what they are a part of. */
export class Fields {
  private readonly known = new Map<string, Field | undefined>();

  constructor(private readonly schema: TSchema) {}

  /**
   * The value of a cell. What does not look like the field's type stays text: who checks it can then name it.
   * `type` is the event's kind, where there are several.
   */
  valueOf(cell: string, path: readonly string[], type: string | undefined): Json {
    return convert(cell, this.fieldAt(path, type));
  }

  private fieldAt(path: readonly string[], type: string | undefined): Field | undefined {
    const key = `${type ?? ''} ${path.join('.')}`;
    if (!this.known.has(key)) this.known.set(key, find(this.schema as Field, path, type));
    return this.known.get(key);
  }
}

function find(field: Field | undefined, path: readonly string[], type: string | undefined): Field | undefined {
  if (!field) return undefined;
  if (field.variants) return first(fitting(field.variants, type), path, undefined);
  const [name, ...rest] = path;
  if (name === undefined) return field;
  if (field.anyOf) return first(field.anyOf, path, type);
  return find(/^\d+$/.test(name) ? field.items : field.properties?.[name], rest, type);
}

const fitting = (variants: readonly Field[], type: string | undefined): readonly Field[] =>
  variants.filter(({ properties }) => properties?.['type']?.const === type);

function first(fields: readonly Field[], path: readonly string[], type: string | undefined): Field | undefined {
  for (const field of fields) {
    const found = find(field, path, type);
    if (found) return found;
  }
  return undefined;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function convert(cell: string, field: Field | undefined): Json {
  switch (field?.type) {
    case 'number':
    case 'integer':
      return NUMBER.test(cell) ? Number(cell) : cell;
    case 'boolean':
      return cell === 'true' || (cell !== 'false' && cell);
    case 'object':
      return parsed(cell);
    case 'array':
      return cell.trimStart().startsWith('[') ? parsed(cell) : wordsOf(cell, field.items);
    case undefined:
    default:
      return cell;
  }
}

function parsed(cell: string): Json {
  try {
    return JSON.parse(cell) as Json;
  } catch {
    return cell;
  }
}

const wordsOf = (cell: string, field: Field | undefined): Json =>
  field?.type === 'object' ? cell : cell.split(';').map(word => convert(word.trim(), field));
