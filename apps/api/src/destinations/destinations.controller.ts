import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { DestinationsAnswerSchema, RecallService, type DestinationsAnswer } from '#provenance';
import { Ctx, Params, Query, Route } from '../http/route.js';
import { lotParameter } from '../lots/parameters.js';
import { AsOfQuerySchema, asOfOf } from '../provenance/provenance-query.js';

const description =
  'Every holding with mass left and every export that holds some of it: the transpose of origins. Of a lot, what comes from it by mass, element by element.';

@Controller()
export class DestinationsController {
  constructor(@Inject(RecallService) private readonly recall: RecallService) {}

  @Route({
    method: 'GET',
    path: '/v1/lots/:code/destinations',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'Where a lot went: stock, shipments and losses',
    description,
    params: Type.Object({ code: lotParameter('Lot') }),
    query: AsOfQuerySchema,
    unhurried: true,
    responses: { 200: { description: 'Where it went', schema: DestinationsAnswerSchema } },
  })
  async lot(
    @Ctx() context: Context,
    @Params() { code }: { code: string },
    @Query() query: Static<typeof AsOfQuerySchema>,
  ): Promise<DestinationsAnswer> {
    return this.recall.lot(context, code, asOfOf(query));
  }

  @Route({
    method: 'GET',
    path: '/v1/sources/:id/destinations',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'Where everything of a source went: stock, shipments and losses',
    description,
    params: Type.Object({
      id: Type.String({
        description: 'Id of the source, percent-encoded',
        examples: ['mining-licence:C3600002011035110012345:2026'],
      }),
    }),
    query: AsOfQuerySchema,
    unhurried: true,
    responses: { 200: { description: 'Where it went', schema: DestinationsAnswerSchema } },
  })
  async source(
    @Ctx() context: Context,
    @Params() { id }: { id: string },
    @Query() query: Static<typeof AsOfQuerySchema>,
  ): Promise<DestinationsAnswer> {
    return this.recall.source(context, id, asOfOf(query));
  }
}
