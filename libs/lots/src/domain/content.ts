type Json = Record<string, unknown>;

/** Fields that name persons or say what nobody needs for a balance; kept apart so that they can be erased. */
const PERSONAL_FIELDS = ['note', 'extensions', 'consignee'] as const;
const PARTIES = ['supplier', 'from'] as const;

/** An event's content in two parts: what the ledger keeps for ever, and what can be erased. */
export interface Content {
  readonly body: Json;
  readonly personal?: Json;
}

/** Takes the personal fields out of an event (and out of a correction's replacement). */
export function splitContent(event: object): Content {
  const body: Json = { ...event };
  const personal: Json = {};
  for (const field of PERSONAL_FIELDS) moveField(body, personal, field);
  for (const party of PARTIES) moveName(body, personal, party);
  if (isObject(body['replacement'])) {
    const inner = splitContent(body['replacement']);
    body['replacement'] = inner.body;
    if (inner.personal) personal['replacement'] = inner.personal;
  }
  return Object.keys(personal).length > 0 ? { body, personal } : { body };
}

/** An event's content under its id as ids are compared: capitals mean the same. */
export function contentOf(event: { readonly id: string }): Content {
  const id = event.id.toLowerCase();
  return splitContent(id === event.id ? event : { ...event, id });
}

/** Puts the two parts together again; without the personal part, what is left. */
export function joinContent(content: { readonly body: Json; readonly personal?: Json | null }): Json {
  return content.personal ? merge(content.body, content.personal) : content.body;
}

function moveField(body: Json, personal: Json, field: string): void {
  if (body[field] === undefined) return;
  personal[field] = body[field];
  delete body[field];
}

function moveName(body: Json, personal: Json, party: string): void {
  const value = body[party];
  if (!isObject(value)) return;
  const { name, ...rest } = value;
  body[party] = rest;
  personal[party] = { name };
}

function merge(base: Json, more: Json): Json {
  const joined: Json = { ...base };
  for (const [key, value] of Object.entries(more)) {
    const inner = joined[key];
    joined[key] = isObject(inner) && isObject(value) ? merge(inner, value) : value;
  }
  return joined;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
