import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { type Context, Refused, isCalendarDay, parseInstant, startOfDay } from '#kernel';
import { SourceDecisions, type RecordedDecision } from '#lots';
import { Body, Ctx, Params, Route } from '../http/route.js';

const dayOrInstant = (description: string) =>
  Type.Optional(Type.String({ format: 'day-or-instant', description, examples: ['2026-03-01'] }));

const DecisionBodySchema = Type.Object(
  {
    status: Type.Unsafe<'legal' | 'illegal'>({
      type: 'string',
      enum: ['legal', 'illegal'],
      description: 'What the source is from now on, whatever its papers say',
      examples: ['illegal'],
    }),
    note: Type.String({ minLength: 1, maxLength: 2_000, description: 'Why', examples: ['Field check of 12 March'] }),
    from: dayOrInstant('First day, or instant, of the root events it holds for; left out: all earlier ones too'),
    to: dayOrInstant('Day, or instant, before which it holds; left out: without end'),
  },
  { additionalProperties: false, title: 'SourceDecision' },
);

const DecisionAnswerSchema = Type.Object(
  {
    source: Type.String({ description: 'Id of the source', examples: ['mining-licence:C3600002011035110012345:2026'] }),
    status: Type.String({ description: 'What was decided', examples: ['illegal'] }),
    seq: Type.Integer({ description: 'Ledger position of the decision', examples: [184224] }),
    recordedAt: Type.String({ description: 'When it was recorded', examples: ['2026-11-20T10:00:00+08:00'] }),
  },
  { title: 'RecordedDecision' },
);

@Controller()
export class SourcesController {
  constructor(@Inject(SourceDecisions) private readonly decisions: SourceDecisions) {}

  @Route({
    method: 'POST',
    path: '/v1/sources/:id/decisions',
    needs: 'sources:decide',
    tag: 'Sources',
    summary: 'Decide that a source is legal or illegal; every affected verdict follows',
    params: Type.Object({
      id: Type.String({
        description: 'Id of the source, percent-encoded',
        examples: ['opening-stock:91360728MA35BAYA0X'],
      }),
    }),
    body: DecisionBodySchema,
    status: 201,
    responses: { 201: { description: 'The decision is recorded', schema: DecisionAnswerSchema } },
  })
  async decide(
    @Ctx() context: Context,
    @Params() { id }: { id: string },
    @Body() { from, to, ...decision }: Static<typeof DecisionBodySchema>,
  ): Promise<RecordedDecision> {
    return this.decisions.decide(context, id, { ...decision, ...period({ from, to }) });
  }
}

function period(ends: { readonly from: string | undefined; readonly to: string | undefined }): {
  from?: Date;
  to?: Date;
} {
  const from = readEnd(ends.from);
  const to = readEnd(ends.to);
  if (from && to && to <= from)
    throw new Refused([{ code: 'out-of-range', pointer: '/to', value: ends.to, expected: 'later than from' }]);
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function readEnd(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  return isCalendarDay(text) ? startOfDay(text) : parseInstant(text);
}
