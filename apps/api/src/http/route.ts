import {
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  applyDecorators,
  createParamDecorator,
} from '@nestjs/common';
import type { TObject, TSchema } from '@sinclair/typebox';
import type { Need } from '#access';
import { contextOf, type EdgeRequest, type Shaped } from './edge-request.js';

export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE';

export interface RouteResponse {
  readonly description: string;
  readonly schema?: TSchema;
  /** Content type; `application/json` where there is a schema. */
  readonly type?: string;
  /** One line of the answer to a request of NDJSON. */
  readonly ndjson?: TSchema;
}

/** Everything there is to know of a route: what Nest, the guard, the validation and the OpenAPI document need. */
export interface RouteOptions {
  readonly method: HttpMethod;
  /** With `:name` for parameters: `/v1/events/:id`. */
  readonly path: string;
  readonly needs: Need;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  /** Query parameters; without it none are taken. */
  readonly query?: TObject;
  /** Path parameters. A value that does not fit is answered 404: nothing can be there. */
  readonly params?: TObject;
  /** JSON body. */
  readonly body?: TSchema;
  /** The body is given to the handler unchecked: it checks piece by piece. */
  readonly checksBody?: 'handler';
  /** One line of NDJSON, where the route takes `application/x-ndjson` as well; the handler then gets a stream. */
  readonly ndjson?: TSchema;
  /** Status of a plain return value; default 200. */
  readonly status?: number;
  readonly responses: Readonly<Record<number, RouteResponse>>;
  /** Leave out the deadline of 4.5 s: always, or where the request asks for long work. */
  readonly unhurried?: boolean | ((request: Shaped) => boolean);
}

export const ROUTE = 'oretrail:route';

const METHODS: Readonly<Record<HttpMethod, RequestMethod>> = {
  GET: RequestMethod.GET,
  PUT: RequestMethod.PUT,
  POST: RequestMethod.POST,
  DELETE: RequestMethod.DELETE,
};

/** Declares a controller's method as a route. */
export const Route = (options: RouteOptions): MethodDecorator =>
  applyDecorators(
    RequestMapping({ method: METHODS[options.method], path: options.path }),
    HttpCode(options.status ?? 200),
    SetMetadata(ROUTE, options),
  );

export const routeOf = (handler: object): RouteOptions | undefined =>
  Reflect.getMetadata(ROUTE, handler) as RouteOptions | undefined;

const requestOf = (host: ExecutionContext): EdgeRequest => host.switchToHttp().getRequest<EdgeRequest>();

/** The caller's {@link Context}. */
export const Ctx = createParamDecorator((_: unknown, host) => contextOf(requestOf(host)));

/** Query parameters, as the route's schema types them. */
export const Query = createParamDecorator((_: unknown, host) => requestOf(host).shaped?.query);

/** Path parameters by name. */
export const Params = createParamDecorator((_: unknown, host) => requestOf(host).params);

/** The body: a value of the route's schema, or a stream of NDJSON where the route takes one. */
export const Body = createParamDecorator((_: unknown, host) => requestOf(host).shaped?.body);
