import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { asOfParameter, listSchema, pageOf, pageParameters, parseAsOf, type Page } from '#platform';
import { Ctx, Params, Query, Route } from '../http/route.js';
import { LOTS_QUERIES, type LotsQueriesPort } from './lots-queries-port.js';
import { HoldingSchema, LotSchema, TransferSchema } from './lots.schemas.js';
import { lotParameter, oneOf, since, until, uscc, withInstants } from './parameters.js';

const AsOfQuerySchema = Type.Object({ asOf: Type.Optional(asOfParameter) }, { additionalProperties: false });

const HoldingsQuerySchema = Type.Object(
  {
    enterprise: Type.Optional(uscc('Who holds them')),
    lot: Type.Optional(lotParameter('Lot they are of')),
    asOf: Type.Optional(asOfParameter),
    ...pageParameters,
  },
  { additionalProperties: false },
);

const TransfersQuerySchema = Type.Object(
  {
    from: Type.Optional(uscc('Sender')),
    to: Type.Optional(uscc('Addressee')),
    state: Type.Optional(oneOf(['in-transit', 'accepted', 'rejected'], 'How far it is')),
    document: Type.Optional(Type.String({ format: 'code', description: 'Number of a document that it cites' })),
    since,
    until,
    ...pageParameters,
  },
  { additionalProperties: false },
);

const asOfOf = ({ asOf }: { readonly asOf?: string }) => (asOf === undefined ? undefined : parseAsOf(asOf));

@Controller()
export class LotsController {
  constructor(@Inject(LOTS_QUERIES) private readonly queries: LotsQueriesPort) {}

  @Route({
    method: 'GET',
    path: '/v1/lots/:code',
    needs: 'lots:read',
    tag: 'Lots',
    summary: 'A lot with its chemistry and who holds what is left of it',
    params: Type.Object({ code: lotParameter('Lot') }),
    query: AsOfQuerySchema,
    responses: { 200: { description: 'The lot', schema: LotSchema } },
  })
  async lot(
    @Ctx() context: Context,
    @Params() { code }: { code: string },
    @Query() query: Static<typeof AsOfQuerySchema>,
  ): Promise<unknown> {
    return this.queries.lot(context, code, asOfOf(query));
  }

  @Route({
    method: 'GET',
    path: '/v1/holdings',
    needs: 'lots:read',
    tag: 'Lots',
    summary: 'Holdings with mass left, newest first',
    query: HoldingsQuerySchema,
    responses: { 200: { description: 'A page of the list', schema: listSchema(HoldingSchema) } },
  })
  async holdings(
    @Ctx() context: Context,
    @Query() { limit, cursor, asOf, ...filter }: Static<typeof HoldingsQuerySchema>,
  ): Promise<Page<unknown>> {
    const at = asOf === undefined ? undefined : parseAsOf(asOf);
    return this.queries.holdings(context, at ? { ...filter, asOf: at } : filter, pageOf({ limit, cursor }));
  }

  @Route({
    method: 'GET',
    path: '/v1/transfers',
    needs: 'lots:read',
    tag: 'Lots',
    summary: "Dispatches with their state: the buyer's inbox",
    query: TransfersQuerySchema,
    responses: { 200: { description: 'A page of the list', schema: listSchema(TransferSchema) } },
  })
  async transfers(
    @Ctx() context: Context,
    @Query() { limit, cursor, ...filter }: Static<typeof TransfersQuerySchema>,
  ): Promise<Page<unknown>> {
    return this.queries.transfers(context, withInstants(filter), pageOf({ limit, cursor }));
  }
}
