import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Type, type TObject } from '@sinclair/typebox';
import type { FastifyReply } from 'fastify';
import { type Observable, map, tap } from 'rxjs';
import { NotFound } from '#kernel';
import { compile, isCleanText, parser, type Pulse, queryParser } from '#platform';
import { Answer } from './answer.js';
import { openBody } from './body.js';
import { splitUrl, type EdgeRequest, type Shaped } from './edge-request.js';
import { deadline, whileDatabaseAnswers } from './patience.js';
import { type RouteOptions, routeOf } from './route.js';

type Shaper = (request: EdgeRequest) => Shaped;

/**
 * Reads query, path and body of a request by its route's schemas before the handler runs, gives up after the deadline or,
 * for a request that takes its time, when the database hangs, and sends an {@link Answer} with its own status and headers.
 */
@Injectable()
export class ShapeInterceptor implements NestInterceptor {
  private readonly shapers = new WeakMap<object, Shaper>();

  constructor(private readonly database: Pick<Pulse, 'answers'>) {}

  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = host.switchToHttp();
    const handler = host.getHandler();
    const route = routeOf(handler);
    if (!route) return next.handle();
    const request = http.getRequest<EdgeRequest>();
    request.shaped = this.shaperOf(handler, route)(request);
    const answered = new AbortController();
    request.answered = answered.signal;
    return next.handle().pipe(
      map(value => unwrap(value, http.getResponse<FastifyReply>())),
      isUnhurried(route, request.shaped) ? whileDatabaseAnswers(this.database) : deadline(),
      tap({ error: (refusal: unknown) => answered.abort(refusal) }),
    );
  }

  private shaperOf(handler: object, route: RouteOptions): Shaper {
    const known = this.shapers.get(handler);
    if (known) return known;
    const made = shaper(route);
    this.shapers.set(handler, made);
    return made;
  }
}

function shaper(route: RouteOptions): Shaper {
  const readQuery = queryParser(route.query ?? Type.Object({}, { additionalProperties: false }));
  const checkParams = paramsCheck(route.params);
  const readBody = bodyReader(route);
  return request => {
    checkParams(request.params as Readonly<Record<string, string>>);
    return { query: readQuery(splitUrl(request.url).search), body: readBody(request.body) };
  };
}

/** A name that no row can hold names nothing, whatever the route says of it. */
function paramsCheck(schema: TObject | undefined): (params: Readonly<Record<string, string>>) => void {
  if (!schema) return () => undefined;
  const validate = compile(schema);
  return params => {
    const unclean = Object.keys(params).find(name => !isCleanText(params[name]!));
    const name = unclean ?? validate(params)[0]?.pointer.slice(1);
    if (name !== undefined) throw new NotFound('resource', params[name]?.slice(0, 100) ?? '');
  };
}

function bodyReader(route: RouteOptions): (raw: unknown) => unknown {
  if (!route.body) return () => undefined;
  const check = route.checksBody === 'handler' ? (value: unknown) => value : parser(route.body);
  const takesStream = route.ndjson !== undefined;
  return raw => {
    const body = openBody(raw, takesStream);
    return takesStream && isStream(body) ? body : check(body);
  };
}

const isStream = (body: unknown): boolean => typeof (body as { pipe?: unknown } | null)?.pipe === 'function';

function isUnhurried({ unhurried }: RouteOptions, request: Shaped): boolean {
  return typeof unhurried === 'function' ? unhurried(request) : unhurried === true;
}

function unwrap(value: unknown, reply: FastifyReply): unknown {
  if (!(value instanceof Answer)) return value;
  void reply.status(value.status).headers(value.headers);
  return value.body;
}
