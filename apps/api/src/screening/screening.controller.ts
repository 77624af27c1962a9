import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { type Context, parseInstant } from '#kernel';
import { listSchema } from '#platform';
import { RULES, ScreeningRuns, type ScreeningRun } from '#screening';
import { Body, Ctx, Params, Route } from '../http/route.js';
import {
  type RunRequestBody,
  RuleSchema,
  ruleView,
  RunIdSchema,
  RunRequestSchema,
  RunSchema,
} from './screening.schemas.js';

const IdParams = Type.Object({ id: Type.String({ format: 'uuid', description: 'Id of the run' }) });

/** Runs of screening on demand, and the catalogue of rules. */
@Controller()
export class ScreeningController {
  constructor(@Inject(ScreeningRuns) private readonly runs: ScreeningRuns) {}

  @Route({
    method: 'POST',
    path: '/v1/screening/runs',
    needs: 'screening:run',
    tag: 'Screening',
    summary: 'Screen a period, or everything up to a clock, again',
    body: RunRequestSchema,
    status: 202,
    responses: { 202: { description: 'The run is queued', schema: RunIdSchema } },
  })
  async start(@Ctx() context: Context, @Body() { clock, ...request }: RunRequestBody): Promise<{ id: string }> {
    const instant = clock === undefined ? undefined : parseInstant(clock);
    return { id: await this.runs.start(context, { ...request, ...(instant ? { clock: instant } : {}) }) };
  }

  @Route({
    method: 'GET',
    path: '/v1/screening/runs/:id',
    needs: 'findings:read',
    tag: 'Screening',
    summary: 'How far a run is',
    params: IdParams,
    responses: { 200: { description: 'The run', schema: RunSchema } },
  })
  async get(@Ctx() context: Context, @Params() { id }: Static<typeof IdParams>): Promise<ScreeningRun> {
    return this.runs.get(context, id);
  }

  @Route({
    method: 'GET',
    path: '/v1/screening/rules',
    needs: 'catalogue:read',
    tag: 'Screening',
    summary: 'The rules with their legal basis and parameters',
    responses: { 200: { description: 'All of them', schema: listSchema(RuleSchema) } },
  })
  rules(): { items: object[] } {
    return { items: RULES.map(ruleView) };
  }
}
