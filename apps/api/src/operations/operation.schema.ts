import { Type, type TLiteral } from '@sinclair/typebox';
import { formatInstant } from '#kernel';
import { OPERATION_STATES, type Operation, type OperationState } from '#platform';

export const StateSchema = Type.Union(
  OPERATION_STATES.map(state => Type.Literal(state)) as TLiteral<OperationState>[],
  {
    description: 'A queued or running operation goes on; the others have ended',
  },
);

const Instant = (description: string) => Type.Optional(Type.String({ format: 'instant', description }));

export const OperationSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: Type.String({ description: 'What is done', examples: ['recompute-pools'] }),
    key: Type.Optional(Type.String({ description: 'Names the work: while it is queued it is not queued again' })),
    state: StateSchema,
    progress: Type.Number({ minimum: 0, maximum: 1 }),
    done: Type.Optional(Type.Integer({ description: 'Things done, where they can be counted' })),
    total: Type.Optional(Type.Integer({ description: 'Things to do, where they can be counted' })),
    cancelRequested: Type.Boolean({ description: 'A running operation ends after the slice in hand' }),
    error: Type.Optional(Type.String({ description: 'Why it failed, or why it is tried again' })),
    input: Type.Optional(Type.Unknown({ description: 'What was asked' })),
    actor: Type.String({ description: 'Who asked for it' }),
    createdAt: Type.String({ format: 'instant' }),
    startedAt: Instant('First run'),
    finishedAt: Instant('When it ended'),
  },
  { title: 'Operation' },
);

export function operationView(operation: Operation): object {
  const { id, kind, key, state, progress, doneCount, totalCount, cancelRequested, error, input, actor } = operation;
  const { createdAt, startedAt, finishedAt } = operation;
  return {
    ...{ id, kind, key, state, progress, done: doneCount, total: totalCount, cancelRequested, error, input, actor },
    createdAt: formatInstant(createdAt),
    startedAt: startedAt && formatInstant(startedAt),
    finishedAt: finishedAt && formatInstant(finishedAt),
  };
}
