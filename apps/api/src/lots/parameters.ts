import { Type, type TString, type TUnsafe } from '@sinclair/typebox';
import { parseInstant } from '#kernel';

export const oneOf = <const Word extends string>(words: readonly Word[], description: string): TUnsafe<Word> =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], description });

export const uscc = (description: string): TString =>
  Type.String({ format: 'uscc', description: `${description}; unified social credit code` });

export const lotParameter = (description: string): TString =>
  Type.String({ format: 'lot-ref', description: `${description}; \`USCC:code\` where the code is ambiguous` });

export const since = Type.Optional(
  Type.String({ format: 'instant', description: 'From this instant on', examples: ['2026-01-01T00:00:00+08:00'] }),
);
export const until = Type.Optional(
  Type.String({ format: 'instant', description: 'Before this instant', examples: ['2027-01-01T00:00:00+08:00'] }),
);

/** The same filter with instants read; they are of right form already. */
export function withInstants<Filter extends { readonly since?: string; readonly until?: string }>({
  since,
  until,
  ...filter
}: Filter): Omit<Filter, 'since' | 'until'> & { since?: Date; until?: Date } {
  const from = since === undefined ? undefined : parseInstant(since);
  const to = until === undefined ? undefined : parseInstant(until);
  return { ...filter, ...(from ? { since: from } : {}), ...(to ? { until: to } : {}) };
}
