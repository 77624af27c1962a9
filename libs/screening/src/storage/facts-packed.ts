import { ELEMENT_COUNT } from '#kernel';

/**
 * Many rows as few long texts: a row costs the driver ten times as much as the numbers in it. All columns of one statement
 * come in the same order.
 */
export const packed = (expression: string): string => `array_agg(${expression})::text`;

/** Numbers of a column that {@link packed} has aggregated. */
export const unpack = (text: string | null): number[] =>
  text === null ? [] : (JSON.parse(`[${text.slice(1, -1)}]`) as number[]);

/** Unit separator: codes and names are printable, so none holds it. */
const SEPARATOR = '\u001F';

/** SQL of a column of texts as one text; NULL becomes empty. */
export const joined = (expression: string): string => `string_agg(COALESCE(${expression}, ''), chr(31))`;

export const split = (text: string | null): string[] => (text === null ? [] : text.split(SEPARATOR));

/** An array parameter as text: the driver quotes each element of an array, which costs more than all the rest. */
export const numbers = (values: Iterable<number>): string => `{${[...values].join(',')}}`;

/** SQL of an instant as milliseconds since 1970. */
export const millis = (expression: string): string => `round(date_part('epoch', ${expression}) * 1000)::bigint`;

/** SQL of distributions as one run of bytes. */
export const packedDistributions = (expression: string): string => `string_agg(array_send(${expression}), '')`;

const ARRAY_HEADER_BYTES = 20;
const ELEMENT_BYTES = 12;
const LENGTH_BYTES = 4;
const ROW_BYTES = ARRAY_HEADER_BYTES + ELEMENT_COUNT * ELEMENT_BYTES;

/** One row of {@link packedDistributions}: sixteen doubles in PostgreSQL's binary form. */
export function distributionAt(bytes: Buffer, row: number): number[] {
  const shares = [];
  const start = row * ROW_BYTES + ARRAY_HEADER_BYTES + LENGTH_BYTES;
  for (let e = 0; e < ELEMENT_COUNT; e++) shares.push(bytes.readDoubleBE(start + e * ELEMENT_BYTES));
  return shares;
}
