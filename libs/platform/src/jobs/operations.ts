import { Type } from '@sinclair/typebox';
import { NotFound, isUuid, type Context } from '#kernel';
import type { Database } from '../database/database.js';
import { cursorParser, encodeCursor } from '../validation/cursor.js';
import type { Page, PageRequest } from '../validation/lists.js';
import { OPERATION_COLUMNS, toOperation, type Operation, type OperationRow, type OperationState } from './operation.js';

export interface OperationFilter {
  readonly state?: OperationState;
  readonly kind?: string;
}

/** What callers may ask about operations and do with them, whichever queue runs them. */
export class Operations {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(context: Context, filter: OperationFilter, { limit, cursor }: PageRequest): Promise<Page<Operation>> {
    const before = cursor === undefined ? null : readCursor(cursor);
    const rows = await this.database.read<OperationRow & { no: number }>(
      context,
      `SELECT no, ${OPERATION_COLUMNS} FROM operation
       WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR kind = $2) AND ($3::bigint IS NULL OR no < $3)
       ORDER BY no DESC LIMIT $4`,
      [filter.state ?? null, filter.kind ?? null, before, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ no: _, ...row }) => toOperation(row)),
      ...(last ? { nextCursor: encodeCursor(last.no) } : {}),
    };
  }

  async get(context: Context, id: string): Promise<Operation> {
    const [row] = isUuid(id) ? await this.database.read<OperationRow>(context, BY_ID, [id]) : [];
    if (!row) throw new NotFound('operation', id);
    return toOperation(row);
  }

  /** Ends a queued operation at once and a running one after the slice in hand; one that has ended stays as it is. */
  async cancel(context: Context, id: string): Promise<Operation> {
    if (isUuid(id)) await this.database.read(context, CANCEL, [id]);
    return this.get(context, id);
  }
}

const BY_ID = `SELECT ${OPERATION_COLUMNS} FROM operation WHERE id = $1`;

const CANCEL = `
  UPDATE operation
  SET cancel_requested = true,
      state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,
      finished_at = CASE state WHEN 'queued' THEN clock_timestamp() END
  WHERE id = $1 AND state IN ('queued', 'running')`;

const readCursor = cursorParser(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }));
