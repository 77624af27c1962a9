import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { asOfParameter } from '#platform';
import { PathsAnswerSchema, PathsService, type PathsAnswer } from '#provenance';
import { Ctx, Query, Route } from '../http/route.js';
import { lotParameter } from '../lots/parameters.js';
import { withAsOf } from '../provenance/provenance-query.js';

const PathsQuerySchema = Type.Object(
  {
    from: lotParameter('Enterprise by its unified social credit code, or lot'),
    to: lotParameter('Enterprise by its unified social credit code, lot, or export declaration'),
    max: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'Most ways of the answer; default 10', examples: [10] }),
    ),
    asOf: Type.Optional(asOfParameter),
  },
  { additionalProperties: false },
);

@Controller()
export class PathsController {
  constructor(@Inject(PathsService) private readonly search: PathsService) {}

  @Route({
    method: 'GET',
    path: '/v1/paths',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'The shortest ways of material from one party or lot to another, or into a shipment',
    description: 'No step of a way is earlier than the one before it. Parties that no way connects have an empty list.',
    query: PathsQuerySchema,
    unhurried: true,
    responses: { 200: { description: 'Ways, the shortest first', schema: PathsAnswerSchema } },
  })
  async paths(@Ctx() context: Context, @Query() query: Static<typeof PathsQuerySchema>): Promise<PathsAnswer> {
    return this.search.paths(context, withAsOf(query));
  }
}
