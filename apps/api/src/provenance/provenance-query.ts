import { Type } from '@sinclair/typebox';
import type { AsOf } from '#ledger';
import { asOfParameter, parseAsOf } from '#platform';
import type { Shaped } from '../http/edge-request.js';
import { oneOf } from '../lots/parameters.js';

const closed = { additionalProperties: false };

/** Query of the fast answers. */
export const AsOfQuerySchema = Type.Object({ asOf: Type.Optional(asOfParameter) }, closed);

const walking = {
  asOf: Type.Optional(asOfParameter),
  view: Type.Optional(oneOf(['lots', 'enterprises'], 'What the graph is made of; default `lots`')),
  maxNodes: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 20_000,
      description: 'Most nodes of the graph, nearest first; default 2,000, 0 for totals only',
      examples: [2_000],
    }),
  ),
  exact: Type.Optional(
    Type.Boolean({ description: 'Walk the ledger and name every source, however small', examples: [true] }),
  ),
};

/** Query of the full answers. */
export const WalkQuerySchema = Type.Object(walking, closed);

export const asOfOf = ({ asOf }: { readonly asOf?: string }): AsOf | undefined =>
  asOf === undefined ? undefined : parseAsOf(asOf);

/** A query with its position or instant read. */
export function withAsOf<Query extends object>({ asOf, ...query }: Query & { readonly asOf?: string }) {
  return { ...query, ...(asOf === undefined ? {} : { asOf: parseAsOf(asOf) }) };
}

/** Questions that compose everything upstream anew may take longer than the deadline of ordinary requests. */
export const takesItsTime = ({ query: { asOf, exact } }: Shaped): boolean => asOf !== undefined || exact === true;
