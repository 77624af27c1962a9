import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { DOCUMENT_KINDS } from '#lots';
import { ProvenanceAnswerSchema, ProvenanceService, type ProvenanceAnswer } from '#provenance';
import { Ctx, Params, Query, Route } from '../http/route.js';
import { oneOf } from '../lots/parameters.js';
import { WalkQuerySchema, withAsOf, takesItsTime } from './provenance-query.js';

const ParamsSchema = Type.Object({
  kind: oneOf(DOCUMENT_KINDS, 'Kind of the document'),
  number: Type.String({ description: 'Number of the document', examples: ['26442000000012345678'] }),
});

@Controller()
export class DocumentsController {
  constructor(@Inject(ProvenanceService) private readonly provenances: ProvenanceService) {}

  @Route({
    method: 'GET',
    path: '/v1/documents/:kind/:number/provenance',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'Where the lots came from that were made or moved under a document',
    params: ParamsSchema,
    query: WalkQuerySchema,
    unhurried: takesItsTime,
    responses: { 200: { description: 'The full answer', schema: ProvenanceAnswerSchema } },
  })
  async provenance(
    @Ctx() context: Context,
    @Params() { kind, number }: Static<typeof ParamsSchema>,
    @Query() query: Static<typeof WalkQuerySchema>,
  ): Promise<ProvenanceAnswer> {
    const reference = { kind: 'document', documentKind: kind, number } as const;
    return this.provenances.provenance(context, reference, withAsOf(query));
  }
}
