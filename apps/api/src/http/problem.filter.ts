import { types } from 'node:util';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, Unavailable } from '#kernel';
import { type Logger, chooseLocale, problemOf } from '#platform';
import { splitUrl } from './edge-request.js';
import { HttpRefusal, NoRoute, UnsupportedMediaType } from './errors.js';

/** Turns whatever was thrown into problem details, in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Writes the problem, unless an answer is under way already. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = toDomainError(thrown, request);
    if (error.status >= 500 && !(error instanceof Unavailable)) {
      this.logger.error(
        { err: thrown, requestId: request.id, method: request.method, url: request.url },
        'request failed',
      );
    }
    if (reply.sent || reply.raw.headersSent) return;
    const problem = problemOf(error, chooseLocale(request.headers['accept-language']));
    if (error instanceof Unavailable) void reply.header('retry-after', String(error.retryAfterSeconds));
    if (error.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}

function toDomainError(thrown: unknown, request: FastifyRequest): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const status = statusOf(thrown);
  if (status === 415) return new UnsupportedMediaType(request.headers['content-type'] ?? '(none)');
  if (status === 404) return new NoRoute(request.method, splitUrl(request.url).path);
  if (status !== undefined && status < 500) return new HttpRefusal(status, (thrown as Error).message);
  return new HttpRefusal(500, `The request failed; its id is ${request.id}.`);
}

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (isAbort(thrown)) return 400;
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 ? status : undefined;
}

/** The client went away while it was sending. */
const isAbort = (thrown: unknown): boolean =>
  types.isNativeError(thrown) &&
  ((thrown as NodeJS.ErrnoException).code === 'ECONNRESET' || thrown.message === 'aborted');
