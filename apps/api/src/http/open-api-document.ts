import { Type, type TObject, type TSchema } from '@sinclair/typebox';
import { type Components, toOpenApi } from '#platform';
import { ProblemSchema } from './problem.schema.js';
import type { RouteOptions, RouteResponse } from './route.js';

/** The OpenAPI 3.1 document of the routes: the same schemas that check requests. */
export function openApiDocument(routes: readonly RouteOptions[], version: string): object {
  const schemas: Components = {};
  const problem = toOpenApi(ProblemSchema, schemas);
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemas, problem) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'OreTrail', version, description: 'Traceability of rare earths, from ore to export' },
    paths,
    components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

function operation(route: RouteOptions, schemas: Components, problem: object): object {
  return {
    operationId: `${route.method} ${route.path}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replace(/-$/, ''),
    tags: [route.tag],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    security: route.needs === 'public' ? [] : [{ key: [] }],
    parameters: [...parameters('path', route.params, schemas), ...parameters('query', route.query, schemas)],
    ...(route.body ? { requestBody: { required: true, content: bodyContent(route, route.body, schemas) } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(route.responses).map(([status, each]) => [status, response(each, schemas)])),
      default: { description: 'A problem', content: { 'application/problem+json': { schema: problem } } },
    },
  };
} // prettier-ignore

function parameters(place: 'path' | 'query', schema: TObject | undefined, schemas: Components): object[] {
  const required = new Set<string>(schema?.required ?? []);
  return Object.entries(schema?.properties ?? {}).map(([name, member]: [string, TSchema]) => ({
    name,
    in: place,
    required: required.has(name),
    description: member.description,
    schema: toOpenApi(member, schemas),
  }));
}

function bodyContent(route: RouteOptions, body: TSchema, schemas: Components): object {
  return {
    'application/json': { schema: toOpenApi(body, schemas) },
    ...(route.ndjson ? { 'application/x-ndjson': { schema: toOpenApi(route.ndjson, schemas) } } : {}),
  };
}

function response({ description, schema, type, ndjson }: RouteResponse, schemas: Components): object {
  if (!schema && !type) return { description };
  const content = { schema: toOpenApi(schema ?? Type.String(), schemas) };
  const lines = ndjson ? { 'application/x-ndjson': { schema: toOpenApi(ndjson, schemas) } } : {};
  return { description, content: { [type ?? 'application/json']: content, ...lines } };
}
