import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refused, type DomainError } from '#kernel';
import { parseStrictJson } from '#platform';
import { TooLarge, UnsupportedMediaType } from './errors.js';

/** Most bytes of a JSON body. */
export const MAX_JSON_BYTES = 16 * 1024 * 1024;

/**
 * A body as it came: bytes of JSON, a stream of NDJSON, or why it is not read. Refusals wait here until route and key
 * are known, and so that Fastify does not cut the connection while the client is still sending.
 */
type RawBody = Buffer | Readable | DomainError | undefined;

/** Lets JSON in up to 16 MiB, NDJSON as a stream, and nothing else. */
export function registerBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', (request: FastifyRequest, payload: IncomingMessage) =>
    readBytes(request, payload),
  );
  fastify.addContentTypeParser('application/x-ndjson', async (request: FastifyRequest, payload: IncomingMessage) =>
    Promise.resolve(encodingRefusal(request.headers) ?? payload),
  );
  fastify.addContentTypeParser('*', async (request: FastifyRequest) =>
    Promise.resolve(new UnsupportedMediaType(request.headers['content-type'] ?? '(none)')),
  );
}

async function readBytes(request: FastifyRequest, payload: IncomingMessage): Promise<RawBody> {
  const refusal = encodingRefusal(request.headers);
  if (refusal) return refusal;
  if (Number(request.headers['content-length']) > MAX_JSON_BYTES) return discard(payload);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_JSON_BYTES) return discard(payload);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

/** Lets the rest of a body run into nothing, so that the client can finish sending and read the answer. */
function discard(payload: Readable): DomainError {
  payload.resume();
  return new TooLarge('16 MiB');
}

function encodingRefusal(headers: IncomingHttpHeaders): UnsupportedMediaType | undefined {
  const encoding = headers['content-encoding'];
  return encoding === undefined || encoding === 'identity' ? undefined : new UnsupportedMediaType(encoding);
}

/** The JSON value of a body, or the stream of NDJSON where the route takes one; throws why it cannot be read. */
export function openBody(raw: unknown, takesStream: boolean): unknown {
  const body = raw as RawBody;
  if (body instanceof Error) throw body;
  if (body instanceof Readable) {
    if (takesStream) return body;
    throw new UnsupportedMediaType('application/x-ndjson');
  }
  if (body === undefined) throw new Refused([{ code: 'malformed-json', pointer: '', expected: 'JSON' }]);
  return parseStrictJson(body);
}
