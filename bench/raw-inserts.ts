import { Database, type Statement } from '#platform';
import { BENCH } from './installation.js';

/** Tables that recording an event writes to. */
const TABLES = ['ledger_entry', 'event', 'lot', 'holding', 'draw', 'pool', 'root', 'transfer', 'document'];

interface Column {
  readonly name: string;
  readonly type: string;
}

interface TableData {
  readonly table: string;
  readonly columns: readonly Column[];
  /** Values as text, column by column. */
  readonly values: readonly (readonly (string | null)[])[];
}

/**
 * Inserts all rows of an installation again, as they stand, into empty tables of the same shape and indexes: arrays into
 * one statement a table, all tables of a transaction in one round trip. The least that writing these rows can cost.
 */
export async function rawInserts(adminUrl: string, transactions: number): Promise<{ rows: number; perSecond: number }> {
  const database = new Database({ url: adminUrl, poolSize: 1 });
  try {
    await database.read(BENCH, 'CREATE SCHEMA raw');
    const data: TableData[] = [];
    for (const table of TABLES) data.push(await readTable(database, table));
    const start = performance.now();
    for (let n = 0; n < transactions; n++) await insertPart(database, data, n, transactions);
    const seconds = (performance.now() - start) / 1000;
    const rows = data.reduce((sum, each) => sum + (each.values[0]?.length ?? 0), 0);
    return { rows, perSecond: rows / seconds };
  } finally {
    await database.close();
  }
}

async function readTable(database: Database, table: string): Promise<TableData> {
  await database.read(BENCH, `CREATE TABLE raw.${table} (LIKE oretrail.${table} INCLUDING ALL)`);
  const columns = await database.read<Column>(
    BENCH,
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = 'oretrail.${table}'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  const lists = columns.map(column => `array_agg(${column.name}::text)`).join(', ');
  const [row] = await database.read<{ lists: (string | null)[][] | null }>(
    BENCH,
    `SELECT json_build_array(${lists}) AS lists FROM oretrail.${table}`,
  );
  return { table, columns, values: (row?.lists ?? []).map(list => list ?? []) };
}

async function insertPart(database: Database, data: readonly TableData[], n: number, of: number): Promise<void> {
  const statements = data.flatMap(each => insertStatement(each, n, of));
  await database.write(BENCH, tx => tx.pipeline(statements));
}

function insertStatement({ table, columns, values }: TableData, n: number, of: number): Statement[] {
  const count = values[0]?.length ?? 0;
  const [from, to] = [Math.floor((count * n) / of), Math.floor((count * (n + 1)) / of)];
  if (from === to) return [];
  const casts = columns.map(({ name, type }) => `${name}::${type}`).join(', ');
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const names = columns.map(column => column.name).join(', ');
  return [
    {
      text: `INSERT INTO raw.${table} SELECT ${casts} FROM unnest(${arrays}) AS t (${names})`,
      values: values.map(list => list.slice(from, to)),
    },
  ];
}
