import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { type Context, parseInstant } from '#kernel';
import { listSchema } from '#platform';
import { type ParametersChange, RuleParameters, RULES, ScreeningRuns, type ScreeningRun } from '#screening';
import { Body, Ctx, Params, Route } from '../http/route.js';
import {
  ParametersChangeSchema,
  ParametersSetSchema,
  type RunRequestBody,
  RuleSchema,
  ruleView,
  RunIdSchema,
  RunRequestSchema,
  RunSchema,
} from './screening.schemas.js';

const IdParams = Type.Object({ id: Type.String({ format: 'uuid', description: 'Id of the run' }) });

const CodeParams = Type.Object({
  code: Type.String({ maxLength: 32, description: 'Code of a rule', examples: ['MIN-01'] }),
});

/** Runs of screening on demand, and the catalogue of rules with its parameters. */
@Controller()
export class ScreeningController {
  constructor(
    @Inject(ScreeningRuns) private readonly runs: ScreeningRuns,
    @Inject(RuleParameters) private readonly parameters: RuleParameters,
  ) {}

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
  async rules(@Ctx() context: Context): Promise<{ items: object[] }> {
    const set = await this.parameters.current(context);
    return { items: RULES.map(rule => ruleView(rule, set.get(rule.code))) };
  }

  @Route({
    method: 'PUT',
    path: '/v1/screening/rules/:code/parameters',
    needs: 'screening:configure',
    tag: 'Screening',
    summary: 'Set the parameters of a rule and judge everything by it again',
    params: CodeParams,
    body: ParametersChangeSchema,
    responses: { 200: { description: 'They are set', schema: ParametersSetSchema } },
  })
  async configure(
    @Ctx() context: Context,
    @Params() { code }: Static<typeof CodeParams>,
    @Body() change: ParametersChange,
  ): Promise<object> {
    const { rule, values, seq, run } = await this.parameters.set(context, code, change);
    return { rule: ruleView(rule, values), seq, run };
  }
}
