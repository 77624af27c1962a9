import { Controller, Inject } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { Operations, listSchema, pageOf, pageParameters, type Page } from '#platform';
import { Ctx, Params, Query, Route } from '../http/route.js';
import { OperationSchema, StateSchema, operationView } from './operation.schema.js';

const ListQuery = Type.Object(
  {
    state: Type.Optional(StateSchema),
    kind: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'Only operations of this kind' })),
    ...pageParameters,
  },
  { additionalProperties: false },
);

const IdParams = Type.Object({ id: Type.String({ format: 'uuid', description: 'Id of the operation' }) });

/** Derived work that goes on beside the requests. */
@Controller()
export class OperationsController {
  constructor(@Inject(Operations) private readonly operations: Operations) {}

  @Route({
    method: 'GET',
    path: '/v1/operations',
    needs: 'operations:read',
    tag: 'Operations',
    summary: 'Operations, newest first',
    query: ListQuery,
    responses: { 200: { description: 'A page of the list', schema: listSchema(OperationSchema) } },
  })
  async list(@Ctx() context: Context, @Query() query: Static<typeof ListQuery>): Promise<Page<object>> {
    const page = await this.operations.list(context, query, pageOf(query));
    return { ...page, items: page.items.map(operationView) };
  }

  @Route({
    method: 'GET',
    path: '/v1/operations/:id',
    needs: 'operations:read',
    tag: 'Operations',
    summary: 'How far an operation is',
    params: IdParams,
    responses: { 200: { description: 'The operation', schema: OperationSchema } },
  })
  async get(@Ctx() context: Context, @Params() { id }: Static<typeof IdParams>): Promise<object> {
    return operationView(await this.operations.get(context, id));
  }

  @Route({
    method: 'POST',
    path: '/v1/operations/:id/cancel',
    needs: 'operations:cancel',
    tag: 'Operations',
    summary: 'End an operation: at once where it is queued, else after the slice in hand',
    params: IdParams,
    responses: { 200: { description: 'The operation, which may still be running', schema: OperationSchema } },
  })
  async cancel(@Ctx() context: Context, @Params() { id }: Static<typeof IdParams>): Promise<object> {
    return operationView(await this.operations.cancel(context, id));
  }
}
