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
    const after = cursor === undefined ? null : readCursor(cursor);
    const rows = await this.database.read<OperationRow>(
      context,
      `SELECT ${OPERATION_COLUMNS} FROM operation
       WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR kind = $2)
         AND ($3::uuid IS NULL OR no < (SELECT no FROM operation WHERE id = $3))
       ORDER BY no DESC LIMIT $4`,
      [filter.state ?? null, filter.kind ?? null, after, limit + 1],
    );
    const items = rows.slice(0, limit).map(toOperation);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, ...(last ? { nextCursor: encodeCursor(last.id) } : {}) };
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

const readCursor = cursorParser(Type.String({ format: 'uuid' }));
