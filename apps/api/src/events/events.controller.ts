import { Readable } from 'node:stream';
import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { EVENT_TYPES, EventSchema } from '#lots';
import { listSchema, pageOf, pageParameters, parser, type Page } from '#platform';
import type { Answer } from '../http/answer.js';
import { Body, Ctx, Params, Query, Route } from '../http/route.js';
import { LOTS_QUERIES, type LotsQueriesPort } from '../lots/lots-queries-port.js';
import { lotParameter, oneOf, since, until, uscc, withInstants } from '../lots/parameters.js';
import {
  CaptureAnswerSchema, CaptureLineSchema, EventEnvelopeSchema, EventItemSchema, EventRequestSchema, EventVersionsSchema,
} from './event-answer.schemas.js'; // prettier-ignore
import { EventImports } from './event-imports.js';
import { EventRequests } from './event-requests.js';

const CaptureQuerySchema = Type.Object(
  { onError: Type.Optional(oneOf(['rollback', 'proceed'], 'All or nothing (JSON), or what is valid (NDJSON)')) },
  { additionalProperties: false },
);

const EventsQuerySchema = Type.Object(
  {
    enterprise: Type.Optional(uscc('Whose events')),
    type: Type.Optional(oneOf(EVENT_TYPES, 'Kind of event')),
    lot: Type.Optional(lotParameter('Lot they make, move or use')),
    since,
    until,
    ...pageParameters,
  },
  { additionalProperties: false },
);

const readEnvelope = parser(EventEnvelopeSchema);

@Controller()
export class EventsController {
  constructor(
    @Inject(EventRequests) private readonly requests: EventRequests,
    @Inject(EventImports) private readonly imports: EventImports,
    @Inject(LOTS_QUERIES) private readonly queries: LotsQueriesPort,
  ) {}

  @Route({
    method: 'POST',
    path: '/v1/events',
    needs: 'events:record',
    tag: 'Events',
    summary: 'Record events',
    description:
      'JSON: 1 to 1,000 events, all or nothing unless `onError=proceed`. NDJSON: one event a line, any number, what is valid is recorded unless `onError=rollback`; answered by one result a line and a summary.',
    query: CaptureQuerySchema,
    body: EventRequestSchema,
    checksBody: 'handler',
    ndjson: EventSchema,
    unhurried: request => request.body instanceof Readable,
    responses: {
      200: { description: 'Nothing new, or NDJSON', schema: CaptureAnswerSchema, ndjson: CaptureLineSchema },
      201: { description: 'Recorded', schema: CaptureAnswerSchema },
    },
  })
  async record(
    @Ctx() context: Context,
    @Query() { onError }: Static<typeof CaptureQuerySchema>,
    @Body() body: unknown,
  ): Promise<Answer> {
    return body instanceof Readable
      ? this.imports.run(context, body, onError ?? 'proceed')
      : this.requests.run(context, readEnvelope(body).events, onError ?? 'rollback');
  }

  @Route({
    method: 'GET',
    path: '/v1/events/:id',
    needs: 'events:read',
    tag: 'Events',
    summary: 'An event with all its versions',
    params: Type.Object({ id: Type.String({ format: 'uuid', description: 'Id of the event' }) }),
    responses: { 200: { description: 'Its versions, oldest first', schema: EventVersionsSchema } },
  })
  async event(@Ctx() context: Context, @Params() { id }: { id: string }): Promise<unknown> {
    return this.queries.event(context, id);
  }

  @Route({
    method: 'GET',
    path: '/v1/events',
    needs: 'events:read',
    tag: 'Events',
    summary: 'Events in their current versions, voided ones too, newest first',
    query: EventsQuerySchema,
    responses: { 200: { description: 'A page of the list', schema: listSchema(EventItemSchema) } },
  })
  async events(
    @Ctx() context: Context,
    @Query() { limit, cursor, ...filter }: Static<typeof EventsQuerySchema>,
  ): Promise<Page<unknown>> {
    return this.queries.events(context, withInstants(filter), pageOf({ limit, cursor }));
  }
}
