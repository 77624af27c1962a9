import { Readable } from 'node:stream';
import { Controller, Inject, type Type as NestType } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { parseInstant, type Context } from '#kernel';
import { pageOf, parseAsOf, parser, type Page } from '#platform';
import { COLLECTIONS, RegistryService, type Collection } from '#registry';
import { checkpoint } from '../events/capture-answers.js';
import type { Answer } from '../http/answer.js';
import { Body, Ctx, Params, Query, Route } from '../http/route.js';
import { historyAnswer, itemAnswer, pageAnswer } from './registry-answers.js';
import { RegistryImports } from './registry-imports.js';
import {
  GetQuerySchema, historySchema, itemListSchema, itemsSchema, ItemsEnvelopeSchema, KeyParamsSchema, listQuerySchema,
  PutAnswerSchema, PutLineSchema,
} from './registry.schemas.js'; // prettier-ignore

/** A request with more items may take longer than requests otherwise may. */
const HURRIED_ITEMS = 1_000;

const readEnvelope = parser(ItemsEnvelopeSchema);

function isLong(body: unknown): boolean {
  const items = (body as { items?: unknown } | null)?.items;
  return body instanceof Readable || (Array.isArray(items) && items.length > HURRIED_ITEMS);
}

interface ListQuery extends Readonly<Record<string, string | number | undefined>> {
  readonly limit?: number;
  readonly cursor?: string;
  readonly asOf?: string;
  readonly validAt?: string;
}

/** A controller for each collection, so that each has its own schemas in the API's document. */
export const REGISTRY_CONTROLLERS: readonly NestType[] = COLLECTIONS.map(collection => controllerOf(collection));

function controllerOf(collection: Collection<unknown>): NestType {
  const { name, schema, description } = collection;
  const path = `/v1/registry/${name}`;

  @Controller()
  class CollectionController {
    constructor(
      @Inject(RegistryService) private readonly registry: RegistryService,
      @Inject(RegistryImports) private readonly imports: RegistryImports,
    ) {}

    @Route({
      method: 'PUT',
      path,
      needs: 'registry:record',
      tag: 'Registry',
      summary: `State ${name}`,
      description: `${description}. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.`,
      body: itemsSchema(collection),
      checksBody: 'handler',
      ndjson: schema,
      unhurried: ({ body }) => isLong(body),
      responses: { 200: { description: 'What became of each item', schema: PutAnswerSchema, ndjson: PutLineSchema } },
    })
    async put(@Ctx() context: Context, @Body() body: unknown): Promise<Answer | object> {
      if (body instanceof Readable) return this.imports.run(context, name, body);
      const { results, head } = await this.registry.put(context, name, readEnvelope(body).items);
      return { results: results.map(result => itemAnswer(result, context.locale)), ...checkpoint(head.seq) };
    }

    @Route({
      method: 'GET',
      path,
      needs: 'registry:read',
      tag: 'Registry',
      summary: `List ${name}: what holds at an instant, newest statement first`,
      query: listQuerySchema(collection),
      responses: { 200: { description: 'A page of the list', schema: itemListSchema(collection) } },
    })
    async list(@Ctx() context: Context, @Query() query: ListQuery): Promise<Page<object>> {
      return pageAnswer(await this.registry.list(context, name, listRequest(query)));
    }

    @Route({
      method: 'GET',
      path: `${path}/:key`,
      needs: 'registry:read',
      tag: 'Registry',
      summary: `One of ${name} with its history`,
      description: `Key: ${collection.key.map(field => `\`${field}\``).join(' `:` ')}.`,
      params: KeyParamsSchema,
      query: GetQuerySchema,
      responses: { 200: { description: 'What holds, and every version', schema: historySchema(collection) } },
    })
    async get(
      @Ctx() context: Context,
      @Params() { key }: Static<typeof KeyParamsSchema>,
      @Query() { asOf }: Static<typeof GetQuerySchema>,
    ): Promise<object> {
      return historyAnswer(
        await this.registry.get(context, name, key, asOf === undefined ? undefined : parseAsOf(asOf)),
      );
    }
  }

  return CollectionController;
}

function listRequest({ limit, cursor, asOf, validAt, ...filters }: ListQuery) {
  const position = asOf === undefined ? undefined : parseAsOf(asOf);
  const instant = validAt === undefined ? undefined : parseInstant(validAt);
  return {
    filters: filters as Readonly<Record<string, string | number>>,
    page: pageOf({ ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) }),
    ...(position ? { asOf: position } : {}),
    ...(instant ? { validAt: instant } : {}),
  };
}
