type Json = Record<string, unknown>;

/** Stands for a name or a note that has been erased. */
export const ERASED = '(erased)';

/** Puts placeholders where an entry cannot do without what has been erased. */
export function withPlaceholders(kind: string, body: Json): Json {
  if (kind === 'decision') return { note: ERASED, ...body };
  if (kind !== 'event') return body;
  const { replacement } = body;
  return {
    ...named(named(body, 'supplier'), 'from'),
    ...(isObject(replacement) ? { replacement: withPlaceholders('event', replacement) } : {}),
  };
}

/** Parties are objects; the beginning of a run, which is called `from` too, is text. */
const named = (body: Json, party: string): Json =>
  isObject(body[party]) ? { ...body, [party]: { name: ERASED, ...body[party] } } : body;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
