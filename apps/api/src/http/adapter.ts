import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticator, Identity } from '#access';
import { type Logger, type Metrics, problemOf, type Pulse } from '#platform';
import { registerBodyParsers } from './body.js';
import { splitUrl, type EdgeRequest } from './edge-request.js';
import { HttpRefusal, Unauthorized } from './errors.js';
import type { TagSource } from './etag.interceptor.js';
import { ProblemFilter } from './problem.filter.js';

export interface EdgeParts {
  readonly authenticator: Authenticator;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Tells whether a request that takes its time still has a database to wait for. */
  readonly pulse: Pick<Pulse, 'answers'>;
  /** Where answers follow from the ledger, what they are tagged by. */
  readonly tags?: TagSource;
}

/** Longest path parameter: a lot code of 64 characters behind a USCC, with room to spare. */
const MAX_PARAM_LENGTH = 512;

/** Headers of every answer, whatever becomes of the request. */
const COMMON_HEADERS = { 'oretrail-setup-mode': 'true', 'cache-control': 'no-store' } as const;

/** Fastify as the contract wants it: our body parsers, our problems for its own errors, callers told at the door. */
export function createAdapter(parts: EdgeParts): FastifyAdapter {
  const filter = new ProblemFilter(parts.logger);
  const adapter = new FastifyAdapter({
    skipMiddie: true,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    requestIdHeader: false,
    genReqId: requestId,
    return503OnClosing: false,
    http: { requireHostHeader: false }, // or Node refuses by itself, without a problem
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...COMMON_HEADERS, 'x-request-id': request.id });
      const identity = parts.authenticator.identify(request.headers.authorization);
      const refusal = new HttpRefusal(error.statusCode ?? 400, error.message);
      filter.answer(isHeard(identity, request) ? refusal : new Unauthorized(), request, reply);
    },
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  registerBodyParsers(fastify);
  registerHooks(fastify, parts);
  ignoreExpectations(fastify);
  return adapter;
}

/** The id a client gives, where it is harmless in logs and headers; a new one otherwise. */
function requestId(request: { headers: IncomingMessage['headers'] }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

function registerHooks(fastify: FastifyInstance, { authenticator, metrics }: EdgeParts): void {
  fastify.decorateRequest('identity', undefined);
  fastify.decorateRequest('shaped', undefined);
  fastify.decorateRequest('answered', undefined);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...COMMON_HEADERS, 'x-request-id': request.id });
    const identity = authenticator.identify(request.headers.authorization);
    (request as EdgeRequest).identity = identity;
    if (lacksHost(request)) done(new HttpRefusal(400, 'The request has no Host header.'));
    else done(isHeard(identity, request) ? undefined : new Unauthorized());
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
}

/** HTTP 1.1 asks every client for one. */
const lacksHost = ({ raw, headers }: FastifyRequest): boolean =>
  headers.host === undefined && raw.httpVersion === '1.1';

/** What a client expects beyond `100-continue` may be ignored (RFC 9110); left alone, Node refuses without a problem. */
function ignoreExpectations({ server }: FastifyInstance): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** Nothing is read or said without a key outside public paths, not even that an address is none. */
const isHeard = (identity: Identity | undefined, { url }: FastifyRequest): boolean =>
  identity !== undefined || isPublic(splitUrl(url).path);

const isPublic = (path: string): boolean => /^\/(?:health|docs)(?:\/|$)/.test(path);

const CLIENT_ERROR_STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What does not even parse as HTTP gets its problem on the bare socket. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = CLIENT_ERROR_STATUS[error.code ?? ''] ?? 400;
  const body = JSON.stringify(problemOf(new HttpRefusal(status, 'The request is not HTTP as this service reads it.'), 'en'));
  const headers = Object.entries({
    ...COMMON_HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('')}\r\n${body}`);
} // prettier-ignore
