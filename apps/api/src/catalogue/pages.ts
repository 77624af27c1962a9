import { Type } from '@sinclair/typebox';
import { cursorParser, encodeCursor, type Page, type PageRequest } from '#platform';

const readCursor = cursorParser(Type.Object({ from: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }));

/** One page of a list that does not change while the service runs. */
export function pageFrom<Item>(items: readonly Item[], { limit, cursor }: PageRequest): Page<Item> {
  const from = cursor === undefined ? 0 : readCursor(cursor).from;
  const end = from + limit;
  return {
    items: items.slice(from, end),
    ...(end < items.length ? { nextCursor: encodeCursor({ from: end }) } : {}),
  };
}
