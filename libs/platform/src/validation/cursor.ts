import type { Static, TSchema } from '@sinclair/typebox';
import { Refused } from '#kernel';
import { compile } from './compile.js';

/** Where the next page begins, as an opaque text for clients. */
export const encodeCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** A function that reads what {@link encodeCursor} wrote; anything else is refused as a bad parameter `cursor`. */
export function cursorParser<Schema extends TSchema>(schema: Schema): (cursor: string) => Static<Schema> {
  const validate = compile(schema);
  return cursor => {
    const place = decode(cursor);
    if (place === undefined || validate(place).length > 0) throw badCursor;
    return place;
  };
}

const badCursor = new Refused([
  { code: 'bad-format', pointer: '', parameter: 'cursor', expected: 'a `nextCursor` of an earlier answer' },
]);

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
