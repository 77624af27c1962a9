import createClient, { type Client } from 'openapi-fetch';
import type { Locale } from '#kernel';
import { Failure } from '../shared/failures.js';
import type { ServerAccess } from '../shared/server.js';
import { messagesFor } from '../shared/text.js';
import type { paths } from './openapi.js';

/** The service's public API, with the shapes that its OpenAPI document gives. */
export type ApiClient = Client<paths, MediaType>;

/** What the client asks for; streams of NDJSON are read elsewhere. */
type MediaType = 'application/json' | 'application/problem+json';

export interface ClientOptions extends ServerAccess {
  readonly lang: Locale;
  readonly fetch?: typeof fetch;
}

const TIMEOUT_MS = 60_000;

/** A client that shows the key, speaks the language, and gives up after a minute. */
export function createApiClient({ url, key, lang, fetch: send = fetch }: ClientOptions): ApiClient {
  return createClient<paths, MediaType>({
    baseUrl: url,
    headers: { authorization: `Bearer ${key}`, 'accept-language': lang, accept: 'application/json' },
    fetch: request => send(new Request(request, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })),
  });
}

/** Why there is no answer to show; `detail` is the server's own words or the cause. */
export class ServerFailure extends Error {
  constructor(
    readonly kind: 'unreachable' | 'unauthorized' | 'notFound' | 'refused' | 'noAnswer',
    readonly detail: string,
    readonly status = 0,
  ) {
    super(`${kind}: ${detail}`);
  }
}

interface Reply<Answer> {
  readonly data?: Answer;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer of a call that went well. @throws ServerFailure */
export async function answerOf<Answer>(call: Promise<Reply<Answer>>): Promise<Answer> {
  const { data, error, response } = await call.catch((cause: unknown): never => {
    if (cause instanceof SyntaxError) throw new ServerFailure('noAnswer', cause.message);
    throw new ServerFailure('unreachable', causeOf(cause));
  });
  if (response.ok && isRecord(data)) return data;
  if (response.ok) throw new ServerFailure('noAnswer', '');
  throw failureOf(response.status, error ?? data, response.statusText);
}

/** What an answer that is no success means. */
export function failureOf(status: number, problem: unknown, statusText: string): ServerFailure {
  if (!isRecord(problem)) return new ServerFailure(status === 401 ? 'unauthorized' : 'noAnswer', statusText, status);
  const detail = typeof problem['detail'] === 'string' ? problem['detail'] : statusText;
  const kinds = { 401: 'unauthorized', 404: 'notFound' } as const;
  return new ServerFailure(kinds[status as 401 | 404] ?? 'refused', detail, status);
}

/** The failure in words, with what to do about it. */
export function describeFailure(failure: ServerFailure, subject: string, url: string, lang: Locale): Failure {
  const text = messagesFor(lang).shared;
  switch (failure.kind) {
    case 'unreachable':
      return new Failure(text.unreachable(url, failure.detail));
    case 'unauthorized':
      return new Failure(text.unauthorized(url));
    case 'notFound':
      return new Failure(text.notFound(subject));
    case 'refused':
      return new Failure(text.refused(failure.status, failure.detail));
    case 'noAnswer':
      return new Failure(text.noAnswer(url));
    default:
      return failure.kind satisfies never;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The system's word for why a request could not be sent. */
export function causeOf(error: unknown): string {
  const { code, cause, message } = error as { code?: unknown; cause?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return cause ? causeOf(cause) : String(message ?? error);
}
