import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { asOfParameter } from '#platform';
import { SearchAnswerSchema, SearchService, type SearchAnswer } from '#provenance';
import { Ctx, Query, Route } from '../http/route.js';
import { asOfOf } from '../provenance/provenance-query.js';

const SearchQuerySchema = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'Beginning of a number or code, or any part of a name; case and width of letters do not matter',
      examples: ['示例稀土'],
    }),
    asOf: Type.Optional(asOfParameter),
  },
  { additionalProperties: false },
);

@Controller()
export class SearchController {
  constructor(@Inject(SearchService) private readonly searches: SearchService) {}

  @Route({
    method: 'GET',
    path: '/v1/search',
    needs: 'provenance:read',
    tag: 'Search',
    summary: 'Lots, shipments, documents, enterprises, permits and findings by number, code or name',
    query: SearchQuerySchema,
    responses: { 200: { description: 'At most 20 of each', schema: SearchAnswerSchema } },
  })
  async search(
    @Ctx() context: Context,
    @Query() { q, ...query }: Static<typeof SearchQuerySchema>,
  ): Promise<SearchAnswer> {
    return this.searches.search(context, q, asOfOf(query));
  }
}
