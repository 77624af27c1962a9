import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { asOfParameter, pageOf, pageParameters } from '#platform';
import {
  CrossProvinceLinksSchema,
  LINK_STAGES,
  LinksService,
  type CrossProvinceLinks,
  type LinkStage,
} from '#provenance';
import { Ctx, Query, Route } from '../http/route.js';
import { oneOf, since, until, withInstants } from '../lots/parameters.js';
import { withAsOf } from '../provenance/provenance-query.js';

const region = (description: string) =>
  Type.Optional(
    Type.String({ format: 'region', description: `${description}; only the province counts`, examples: ['360000'] }),
  );

const LinksQuerySchema = Type.Object(
  {
    from: region('Region the goods left'),
    to: region('Region they went to'),
    stage: Type.Optional(oneOf(Object.keys(LINK_STAGES) as LinkStage[], 'Only what is at this stage of the chain')),
    flagged: Type.Optional(
      Type.Boolean({ description: 'Only links that carried mass of an illegal source, or only those that did not' }),
    ),
    since,
    until,
    asOf: Type.Optional(asOfParameter),
    ...pageParameters,
  },
  { additionalProperties: false },
);

@Controller()
export class LinksController {
  constructor(@Inject(LinksService) private readonly links: LinksService) {}

  @Route({
    method: 'GET',
    path: '/v1/links/cross-province',
    needs: 'provenance:read',
    tag: 'Provenance',
    summary: 'What went from province to province, with the transfers behind it',
    description:
      'Gross mass of distinct accepted dispatches. The province of an end is that of `shipFrom` or `shipTo`, else of the site of the event, else of the enterprise that day.',
    query: LinksQuerySchema,
    // A further page may be of the past too.
    unhurried: ({ query: { asOf, cursor } }) => asOf !== undefined || cursor !== undefined,
    responses: { 200: { description: 'A page of the list', schema: CrossProvinceLinksSchema } },
  })
  async crossProvince(
    @Ctx() context: Context,
    @Query() { limit, cursor, ...filter }: Static<typeof LinksQuerySchema>,
  ): Promise<CrossProvinceLinks> {
    return this.links.crossProvince(context, withAsOf(withInstants(filter)), pageOf({ limit, cursor }));
  }
}
