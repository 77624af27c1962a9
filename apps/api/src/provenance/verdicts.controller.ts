import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { type Problem, problemOf } from '#platform';
import { ProvenanceService, VerdictSchema, type BulkVerdict } from '#provenance';
import { ProblemSchema } from '../http/problem.schema.js';
import { Body, Ctx, Route } from '../http/route.js';

const BodySchema = Type.Object(
  {
    declarations: Type.Array(Type.String({ maxLength: 64, examples: ['422020260000012345'] }), {
      minItems: 1,
      maxItems: 1_000,
      description: 'Numbers of export declarations',
    }),
  },
  { additionalProperties: false, title: 'VerdictsQuestion' },
);

const AnswerSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        declaration: Type.String(),
        verdict: Type.Optional(VerdictSchema),
        problem: Type.Optional(ProblemSchema),
      }),
      { description: 'In the order asked for; a shipment nobody knows has a `problem`' },
    ),
  },
  { title: 'Verdicts' },
);

type Item = Omit<BulkVerdict, 'problem'> & { readonly problem?: Problem };

@Controller()
export class VerdictsController {
  constructor(@Inject(ProvenanceService) private readonly provenances: ProvenanceService) {}

  @Route({
    method: 'POST',
    path: '/v1/verdicts',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'Verdicts of up to 1,000 shipments',
    body: BodySchema,
    responses: { 200: { description: 'One verdict per declaration', schema: AnswerSchema } },
  })
  async verdicts(
    @Ctx() context: Context,
    @Body() { declarations }: Static<typeof BodySchema>,
  ): Promise<{ items: Item[] }> {
    const verdicts = await this.provenances.verdicts(context, declarations);
    return {
      items: verdicts.map(({ problem, ...item }) =>
        problem ? { ...item, problem: problemOf(problem, context.locale) } : item,
      ),
    };
  }
}
