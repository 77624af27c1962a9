import type { FastifyRequest } from 'fastify';
import type { Identity } from '#access';
import type { Context } from '#kernel';
import { chooseLocale, isCleanText } from '#platform';

/** What the edge keeps on a request while it is under way. */
export interface EdgeRequest extends FastifyRequest {
  /** Who asks; absent on public routes without a known key. */
  identity: Identity | undefined;
  /** Query parameters and body, read by the route's schemas. */
  shaped: Shaped | undefined;
  /** Aborted, with the refusal, where there will be no answer. */
  answered: AbortSignal | undefined;
}

export interface Shaped {
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const PURPOSE_CHARACTERS_MAX = 500;

/** Who asks, for use cases. Only behind the guard: a route that is public has no context. */
export function contextOf(request: EdgeRequest): Context {
  const { identity, headers } = request;
  if (!identity) throw new Error(`${request.method} ${request.url} is public and has no context`);
  const purpose = purposeOf(headers['oretrail-purpose']);
  return {
    actor: identity.actor,
    role: identity.role,
    channel: 'api',
    scope: identity.scope,
    ...(purpose ? { purpose } : {}),
    requestId: request.id,
    locale: chooseLocale(headers['accept-language']),
    ...(request.answered ? { answered: request.answered } : {}),
  };
}

/** Header values arrive as Latin-1; text that is UTF-8 underneath is meant as such. */
function purposeOf(header: string | string[] | undefined): string | undefined {
  const raw = Array.isArray(header) ? header.join(', ') : (header ?? '');
  const decoded = Buffer.from(raw, 'latin1').toString('utf8');
  const text = (decoded.includes('\uFFFD') ? raw : decoded).trim().slice(0, PURPOSE_CHARACTERS_MAX);
  return isCleanText(text) ? text : undefined;
}

/** Path of a request without its query, and the query without `?`. */
export function splitUrl(url: string): { readonly path: string; readonly search: string } {
  const cut = url.indexOf('?');
  return cut < 0 ? { path: url, search: '' } : { path: url.slice(0, cut), search: url.slice(cut + 1) };
}
