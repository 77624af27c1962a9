import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, of, tap } from 'rxjs';
import type { Context } from '#kernel';
import type { Knowledge } from '#provenance';
import type { Screening } from '#screening';
import { contextOf, splitUrl, type EdgeRequest } from './edge-request.js';

/** Answers that follow from the ledger alone, whatever the time of day. */
const FOLLOWS_LEDGER = /^\/v1\/(?:events|lots|holdings|transfers|shipments|documents|sources|links|paths)(?:\/|$)/;

/** What answers follow from: the ledger's position and what screening found; `undefined` while either is behind. */
export interface TagSource {
  readonly knowledge: Pick<Knowledge, 'settledPosition'>;
  readonly screening: Pick<Screening, 'revision'>;
}

/**
 * Gives answers that follow from the ledger a weak tag of its position and of screening's, read before them, so that a tag never promises
 * more than its answer has seen; and answers 304 where the client has that answer. Without a tag while something is still
 * being worked in: the answer may change though the ledger does not.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(private readonly source: TagSource) {}

  async intercept(host: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = host.switchToHttp();
    const request = http.getRequest<EdgeRequest>();
    if (request.method !== 'GET' || !FOLLOWS_LEDGER.test(splitUrl(request.url).path)) return next.handle();
    const context = contextOf(request);
    const { knowledge, screening } = this.source;
    const [position, revision] = await Promise.all([knowledge.settledPosition(context), screening.revision()]);
    if (position === undefined || revision === undefined) return next.handle();
    const tag = tagOf(`${position} ${revision}`, request.url, context);
    const reply = http.getResponse<FastifyReply>();
    if (!isKnown(tag, request.headers['if-none-match'])) return next.handle().pipe(tap(() => label(reply, tag)));
    label(reply, tag);
    void reply.status(304);
    return of(undefined);
  }
}

function tagOf(state: string, url: string, { locale, role, scope }: Context): string {
  const digest = createHash('sha256').update(JSON.stringify([state, url, locale, role, scope]));
  return `W/"${digest.digest('base64url').slice(0, 22)}"`;
}

function isKnown(tag: string, header: string | undefined): boolean {
  if (header === undefined) return false;
  const opaque = tag.replace(/^W\//, '');
  return header.split(',').some(each => each.trim().replace(/^W\//, '') === opaque);
}

function label(reply: FastifyReply, etag: string): void {
  void reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'authorization, accept-language' });
}
