import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { listSchema, type Page, pageOf, pageParameters } from '#platform';
import { type FindingDecision, FindingsService } from '#screening';
import { Body, Ctx, Params, Query, Route } from '../http/route.js';
import { since, uscc, withInstants } from '../lots/parameters.js';
import {
  DecidedFindingSchema, detailView, FindingDecisionSchema, FindingDetailSchema, FindingIdParams, FindingSchema, findingState, findingView,
  severity,
} from './screening.schemas.js'; // prettier-ignore

const ListQuerySchema = Type.Object(
  {
    rule: Type.Optional(Type.String({ minLength: 1, maxLength: 32, description: 'Only of this rule' })),
    severity: Type.Optional(severity),
    enterprise: Type.Optional(uscc('Only on this enterprise')),
    region: Type.Optional(Type.String({ format: 'region', description: 'Only in this region and below', examples: ['360000'] })),
    state: Type.Optional(findingState),
    period: Type.Optional(Type.String({ pattern: '^\\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$', description: 'Only of this period', examples: ['2026-Q3'] })),
    since,
    ...pageParameters,
  },
  { additionalProperties: false },
); // prettier-ignore

/** What screening found, and what people decided about it. */
@Controller()
export class FindingsController {
  constructor(@Inject(FindingsService) private readonly findings: FindingsService) {}

  @Route({
    method: 'GET',
    path: '/v1/findings',
    needs: 'findings:read',
    tag: 'Screening',
    summary: 'Findings, newest first',
    query: ListQuerySchema,
    responses: { 200: { description: 'A page of the list', schema: listSchema(FindingSchema) } },
  })
  async list(
    @Ctx() context: Context,
    @Query() { limit, cursor, ...filter }: Static<typeof ListQuerySchema>,
  ): Promise<Page<object>> {
    const page = await this.findings.list(context, withInstants(filter), pageOf({ limit, cursor }));
    return { ...page, items: page.items.map(findingView) };
  }

  @Route({
    method: 'GET',
    path: '/v1/findings/:id',
    needs: 'findings:read',
    tag: 'Screening',
    summary: 'A finding with its evidence and history',
    params: FindingIdParams,
    responses: { 200: { description: 'The finding', schema: FindingDetailSchema } },
  })
  async get(@Ctx() context: Context, @Params() { id }: Static<typeof FindingIdParams>): Promise<object> {
    return detailView(await this.findings.get(context, id));
  }

  @Route({
    method: 'POST',
    path: '/v1/findings/:id/decisions',
    needs: 'findings:decide',
    tag: 'Screening',
    summary: 'Take a finding up, confirm or dismiss it; every verdict it weighs on follows',
    params: FindingIdParams,
    body: FindingDecisionSchema,
    status: 201,
    responses: { 201: { description: 'The decision is recorded', schema: DecidedFindingSchema } },
  })
  async decide(
    @Ctx() context: Context,
    @Params() { id }: Static<typeof FindingIdParams>,
    @Body() decision: FindingDecision,
  ): Promise<object> {
    const { seq, shipments, ...finding } = await this.findings.decide(context, id, decision);
    return { ...detailView(finding), seq, shipments };
  }
}
