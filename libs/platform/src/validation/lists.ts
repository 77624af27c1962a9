import { Type, type TSchema } from '@sinclair/typebox';

/** Query parameters of every list that pages. */
export const pageParameters = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 500, description: 'Most items of the answer; default 50', examples: [50] }),
  ),
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 2_000, description: '`nextCursor` of the page before' }),
  ),
};

/** "As known at" as a query parameter; read it with `parseAsOf`. */
export const asOfParameter = Type.String({
  format: 'as-of',
  description: 'As known at a ledger position, or at an instant',
  examples: ['184223'],
});

export const DEFAULT_LIMIT = 50;

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** Which page is asked for. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

export const pageOf = (query: {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}): PageRequest => ({
  limit: query.limit ?? DEFAULT_LIMIT,
  ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
});

/** Schema of a list answer. */
export const listSchema = (item: TSchema) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Optional(Type.String()) });
