export const OPERATION_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export type OperationState = (typeof OPERATION_STATES)[number];

/** A piece of derived work: what was asked, how far it is, how it ended. */
export interface Operation {
  readonly id: string;
  /** USCC of the enterprise whose work it is, or `-` where it is nobody's. */
  readonly tenant: string;
  readonly kind: string;
  /** Two that are queued with the same kind, key and tenant are one. */
  readonly key?: string;
  readonly state: OperationState;
  readonly input: unknown;
  /** What the last finished slice left for the next one; `undefined` before the first. */
  readonly cursor?: unknown;
  /** From 0 to 1. */
  readonly progress: number;
  readonly doneCount?: number;
  readonly totalCount?: number;
  /** A running operation ends after the slice in hand. */
  readonly cancelRequested: boolean;
  /** Why it failed, or why its last slice did where it is still tried. */
  readonly error?: string;
  /** Who asked for it, and in which request. */
  readonly actor: string;
  readonly requestId: string;
  readonly createdAt: Date;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
}

/** Columns of an {@link Operation}; absent values arrive as null, see {@link toOperation}. */
export const OPERATION_COLUMNS = `id, tenant, kind, key, state, input, cursor, progress,
  done_count AS "doneCount", total_count AS "totalCount", cancel_requested AS "cancelRequested", error, actor,
  request_id AS "requestId", created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt"`;

export type OperationRow = { readonly [Name in keyof Operation]-?: Operation[Name] | null };

export const toOperation = (row: OperationRow): Operation =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Operation;
