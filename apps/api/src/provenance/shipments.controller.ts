import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import {
  OriginsAnswerSchema, ProvenanceAnswerSchema, ProvenanceService, VerdictAnswerSchema, type OriginsAnswer,
  type ProvenanceAnswer, type VerdictOfSubject,
} from '#provenance'; // prettier-ignore
import { Ctx, Params, Query, Route } from '../http/route.js';
import { AsOfQuerySchema, WalkQuerySchema, asOfOf, withAsOf, takesItsTime } from './provenance-query.js';

const ParamsSchema = Type.Object({
  declaration: Type.String({
    description: 'Number of the export declaration',
    examples: ['422020260000012345'],
  }),
});

@Controller()
export class ShipmentsController {
  constructor(@Inject(ProvenanceService) private readonly provenances: ProvenanceService) {}

  @Route({
    method: 'GET',
    path: '/v1/shipments/:declaration/provenance',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'Where every gram of a shipment came from, with bounds, chain and graph',
    params: ParamsSchema,
    query: WalkQuerySchema,
    unhurried: takesItsTime,
    responses: { 200: { description: 'The full answer', schema: ProvenanceAnswerSchema } },
  })
  async provenance(
    @Ctx() context: Context,
    @Params() { declaration }: Static<typeof ParamsSchema>,
    @Query() query: Static<typeof WalkQuerySchema>,
  ): Promise<ProvenanceAnswer> {
    return this.provenances.provenance(context, { kind: 'shipment', declaration }, withAsOf(query));
  }

  @Route({
    method: 'GET',
    path: '/v1/shipments/:declaration/origins',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'The sources of a shipment and its verdict: the fast answer',
    params: ParamsSchema,
    query: AsOfQuerySchema,
    unhurried: takesItsTime,
    responses: { 200: { description: 'Sources, largest first', schema: OriginsAnswerSchema } },
  })
  async origins(
    @Ctx() context: Context,
    @Params() { declaration }: Static<typeof ParamsSchema>,
    @Query() query: Static<typeof AsOfQuerySchema>,
  ): Promise<OriginsAnswer> {
    return this.provenances.origins(context, { kind: 'shipment', declaration }, asOfOf(query));
  }

  @Route({
    method: 'GET',
    path: '/v1/shipments/:declaration/verdict',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'CLEAN, FLAGGED or UNKNOWN, with reasons and what is missing',
    params: ParamsSchema,
    query: AsOfQuerySchema,
    unhurried: takesItsTime,
    responses: { 200: { description: 'The verdict', schema: VerdictAnswerSchema } },
  })
  async verdict(
    @Ctx() context: Context,
    @Params() { declaration }: Static<typeof ParamsSchema>,
    @Query() query: Static<typeof AsOfQuerySchema>,
  ): Promise<VerdictOfSubject> {
    return this.provenances.verdict(context, declaration, asOfOf(query));
  }
}
