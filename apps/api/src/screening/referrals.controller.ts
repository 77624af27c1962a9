import { Controller, Inject } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { REFERRED_MAX, Referrals } from '#screening';
import { Ctx, Params, Route } from '../http/route.js';
import { ReferralSchema, referralView } from './referrals.schemas.js';
import { FindingIdParams } from './screening.schemas.js';

/** What authorities of other provinces are to be told of a finding. */
@Controller()
export class ReferralsController {
  constructor(@Inject(Referrals) private readonly referrals: Referrals) {}

  @Route({
    method: 'GET',
    path: '/v1/findings/:id/referrals',
    needs: 'findings:read',
    tag: 'Screening',
    summary: 'What each province is to be told of illegal goods that were traded across provinces',
    description: `Of a finding of TRD-03: everything that stands by this rule against the same source, at most the ${REFERRED_MAX.toLocaleString('en')} latest transfers. Findings of other rules have no referrals and are refused.`,
    params: FindingIdParams,
    responses: { 200: { description: 'A package for each province', schema: ReferralSchema } },
  })
  async get(@Ctx() context: Context, @Params() { id }: Static<typeof FindingIdParams>): Promise<object> {
    return referralView(await this.referrals.of(context, id));
  }
}
