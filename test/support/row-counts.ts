import type { Database } from '#platform';
import { TESTER } from '#testing';

/** What background work writes by itself. */
const DERIVED = '^(finding|chain_finding|screening|operation$|ledger_follower$)';

/** Counts the rows of every table that requests write and reads the ledger's head: the same before and after a request that changed nothing. */
export class RowCounts {
  private constructor(
    private readonly database: Database,
    private readonly statement: string,
  ) {}

  /** `database` sees every row. */
  static async of(database: Database): Promise<RowCounts> {
    const tables = await database.read<{ name: string }>(
      TESTER,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'oretrail'::regnamespace AND relkind IN ('r', 'p') AND relname !~ $1 ORDER BY 1`,
      [DERIVED],
    );
    const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*) AS count FROM oretrail."${name}"`);
    return new RowCounts(
      database,
      [`SELECT 'head' AS name, seq AS count FROM ledger_head`, ...counts].join(' UNION ALL '),
    );
  }

  async read(): Promise<Record<string, number>> {
    const rows = await this.database.read<{ name: string; count: number }>(TESTER, this.statement, [], 'row-counts');
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  }
}
