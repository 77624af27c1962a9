import { Type } from '@sinclair/typebox';
import { formatInstant } from '#kernel';
import { OPERATION_STATES, type Operation, type OperationState } from '#platform';

export const StateSchema = Type.Unsafe<OperationState>({
  type: 'string',
  enum: [...OPERATION_STATES],
  description: 'A queued or running operation goes on; the others have ended',
  examples: ['running'],
});

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

export const operationView = (operation: Operation): object => ({
  id: operation.id,
  kind: operation.kind,
  key: operation.key,
  state: operation.state,
  progress: operation.progress,
  done: operation.doneCount,
  total: operation.totalCount,
  cancelRequested: operation.cancelRequested,
  error: operation.error,
  input: operation.input,
  actor: operation.actor,
  createdAt: formatInstant(operation.createdAt),
  startedAt: operation.startedAt && formatInstant(operation.startedAt),
  finishedAt: operation.finishedAt && formatInstant(operation.finishedAt),
});
