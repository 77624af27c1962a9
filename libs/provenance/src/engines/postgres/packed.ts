import { ELEMENT_COUNT } from '#kernel';

/** Condition that a versioned row is believed at the position in parameter `$n`. */
export const believed = (alias: string, parameter: string): string =>
  `${alias}.seq_from <= ${parameter} AND ${alias}.seq_to > ${parameter}`;

/** SQL of a column as one text of many numbers: rows cost the driver ten times as much as the numbers in them. */
export const packed = (expression: string, filter?: string): string =>
  `array_agg(${expression})${filter ? ` FILTER (WHERE ${filter})` : ''}::text`;

/** Numbers of a column that {@link packed} has aggregated. */
export const unpack = (text: string | null): number[] =>
  text === null ? [] : (JSON.parse(`[${text.slice(1, -1)}]`) as number[]);

/** An array parameter as text: the driver quotes each element of an array, which costs more than all the rest. */
export const numbers = (values: readonly number[]): string => `{${values.join(',')}}`;

/** SQL of a column of texts that hold no comma, as one text. */
export const joined = (expression: string): string => `string_agg(${expression}, ',')`;

/** Numbers of a column of numbers that {@link joined} has aggregated. */
export const splitNumbers = (text: string | null): number[] =>
  text === null ? [] : (JSON.parse(`[${text}]`) as number[]);

export const split = (text: string | null): string[] => (text === null ? [] : text.split(','));

/** SQL of distributions as one run of bytes. */
export const packedDistributions = (expression: string): string => `string_agg(array_send(${expression}), '')`;

const ARRAY_HEADER_BYTES = 20;
const ELEMENT_BYTES = 12;
const LENGTH_BYTES = 4;

/** Reads {@link packedDistributions}: sixteen doubles per row, each array in PostgreSQL's binary form. */
export function unpackDistributions(bytes: Buffer | null): Float64Array {
  if (!bytes) return new Float64Array(0);
  const stride = ARRAY_HEADER_BYTES + ELEMENT_COUNT * ELEMENT_BYTES;
  const rows = bytes.length / stride;
  const shares = new Float64Array(rows * ELEMENT_COUNT);
  for (let row = 0; row < rows; row++) {
    let at = row * stride + ARRAY_HEADER_BYTES + LENGTH_BYTES;
    for (let e = 0; e < ELEMENT_COUNT; e++, at += ELEMENT_BYTES)
      shares[row * ELEMENT_COUNT + e] = bytes.readDoubleBE(at);
  }
  return shares;
}
