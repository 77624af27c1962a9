import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import {
  OriginsAnswerSchema, ProvenanceAnswerSchema, ProvenanceService, type OriginsAnswer, type ProvenanceAnswer,
  type SubjectReference,
} from '#provenance'; // prettier-ignore
import { Ctx, Params, Query, Route } from '../http/route.js';
import { lotParameter, uscc } from '../lots/parameters.js';
import { AsOfQuerySchema, WalkQuerySchema, asOfOf, withAsOf, takesItsTime } from './provenance-query.js';

const ParamsSchema = Type.Object({ code: lotParameter('Lot') });

const holder = Type.Optional(uscc('Ask about what this holder has left, instead of the whole lot'));
const closed = { additionalProperties: false };
const OriginsQuerySchema = Type.Object({ ...AsOfQuerySchema.properties, enterprise: holder }, closed);
const ProvenanceQuerySchema = Type.Object({ ...WalkQuerySchema.properties, enterprise: holder }, closed);

@Controller()
export class LotsProvenanceController {
  constructor(@Inject(ProvenanceService) private readonly provenances: ProvenanceService) {}

  @Route({
    method: 'GET',
    path: '/v1/lots/:code/provenance',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'Where every gram of a lot came from, with bounds, chain and graph',
    params: ParamsSchema,
    query: ProvenanceQuerySchema,
    unhurried: takesItsTime,
    responses: { 200: { description: 'The full answer', schema: ProvenanceAnswerSchema } },
  })
  async provenance(
    @Ctx() context: Context,
    @Params() { code }: Static<typeof ParamsSchema>,
    @Query() { enterprise, ...query }: Static<typeof ProvenanceQuerySchema>,
  ): Promise<ProvenanceAnswer> {
    return this.provenances.provenance(context, lotReference(code, enterprise), withAsOf(query));
  }

  @Route({
    method: 'GET',
    path: '/v1/lots/:code/origins',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'The sources of a lot: the fast answer',
    params: ParamsSchema,
    query: OriginsQuerySchema,
    unhurried: takesItsTime,
    responses: { 200: { description: 'Sources, largest first', schema: OriginsAnswerSchema } },
  })
  async origins(
    @Ctx() context: Context,
    @Params() { code }: Static<typeof ParamsSchema>,
    @Query() { enterprise, ...query }: Static<typeof OriginsQuerySchema>,
  ): Promise<OriginsAnswer> {
    return this.provenances.origins(context, lotReference(code, enterprise), asOfOf(query));
  }
}

const lotReference = (code: string, enterprise: string | undefined): SubjectReference => ({
  kind: 'lot',
  code,
  ...(enterprise === undefined ? {} : { enterprise }),
});
