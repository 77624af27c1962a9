import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { createAdapter, type EdgeParts } from './http/adapter.js';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { NeedGuard } from './http/need.guard.js';
import { NestLogger } from './http/nest-logger.js';
import { openApiDocument } from './http/open-api-document.js';
import { ProblemFilter } from './http/problem.filter.js';
import { routesOf } from './http/routes.js';
import { ShapeInterceptor } from './http/shape.interceptor.js';

/** Version of the contract that this service keeps. */
const API_VERSION = '1';

/**
 * The application with its edge, ready to listen. Throws where a controller has a route that does not declare what it
 * needs.
 */
export async function createApp(module: DynamicModule, parts: EdgeParts): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(parts), {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLogger(parts.logger),
  });
  app.useGlobalFilters(new ProblemFilter(parts.logger));
  app.useGlobalGuards(new NeedGuard());
  app.useGlobalInterceptors(new ShapeInterceptor(parts.pulse)); // first: its deadline covers what the others wait for
  if (parts.tags) app.useGlobalInterceptors(new EtagInterceptor(parts.tags));
  const document = openApiDocument(routesOf(app), API_VERSION);
  SwaggerModule.setup('docs', app, document as OpenAPIObject, { jsonDocumentUrl: 'docs/openapi.json', raw: ['json'] });
  return app;
}
