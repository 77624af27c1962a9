import { types as nodeTypes } from 'node:util';
import type { Context, Scope } from '#kernel';
import { DomainError, Unavailable } from '#kernel';
import pg from 'pg';
import { arrayLiteral } from './array-literal.js';

/** One statement with its values; `name` keeps it prepared on the connection (for hot statements with fixed text). */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

/** A transaction: statements in order on one connection. */
export interface Transaction {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Sends all statements in one round trip; they run in order, each seeing the ones before it. */
  pipeline(statements: readonly Statement[]): Promise<unknown[][]>;
}

export interface DatabaseOptions {
  /** Connects as the role `oretrail_app`, never as owner or superuser. */
  readonly url: string;
  readonly poolSize?: number;
  /** After this long without a connection or an answer the caller gets {@link Unavailable}. */
  readonly timeoutMs?: number;
}

/** `{0.25,0,0.75}`: lists of ours hold numbers and nothing else. */
const numbersIn = (text: string): number[] => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number));

/** By the ids of PostgreSQL's types. Every bigint column of ours is a safe integer by contract. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = { 20: Number, 1022: numbersIn };

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    (format === 'binary' ? undefined : PARSERS[oid]) ?? pg.types.getTypeParser(oid, format),
};

/** A server that does not answer for so long is given up; no statement of ours takes longer. */
const QUERY_TIMEOUT_MS = 60_000;

type PooledClient = pg.PoolClient & { scope?: string };

/**
 * The one door to PostgreSQL. Every statement runs under the row-security scope of its {@link Context}; without a
 * scope a connection sees nothing. Connection loss and overload become {@link Unavailable}; a refused promise of
 * `write` means nothing was committed, unless the connection broke during the commit itself.
 */
export class Database {
  private readonly pool: pg.Pool;

  constructor(options: DatabaseOptions) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: options.timeoutMs ?? 4_000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
      application_name: 'oretrail',
      options: '-c search_path=oretrail -c jit=off',
      pipeline: true,
      query_timeout: QUERY_TIMEOUT_MS,
      types,
    });
    this.pool.on('error', () => undefined); // an idle connection broke; the next checkout opens another
    this.pool.on('connect', client => client.on('error', () => undefined)); // also while nobody else listens yet
  }

  /** One statement outside a transaction. */
  async read<Row>(context: Context, text: string, values: readonly unknown[] = [], name?: string): Promise<Row[]> {
    return this.withClient(context, client => run<Row>(client, { text, values, ...(name ? { name } : {}) }));
  }

  /** Several statements that see one and the same state, however much is written meanwhile. */
  async snapshot<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transact(context, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** A transaction that may write; committed when `work` returns, rolled back when it throws. */
  async write<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transact(context, 'BEGIN', work);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async transact<T>(context: Context, begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.withClient(context, async client => {
      const started = client.query(begin); // travels with the first statement of the work
      started.catch(() => undefined);
      try {
        const result = await work(transactionOf(client));
        await started;
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  private async withClient<T>(context: Context, work: (client: PooledClient) => Promise<T>): Promise<T> {
    let client: PooledClient | undefined;
    let broken: Error | undefined;
    const onError = (error: Error): void => void (broken = error);
    try {
      client = await this.pool.connect();
      client.on('error', onError);
      applyScope(client, context.scope);
      return await work(client);
    } catch (error) {
      if (!isOutage(error)) throw error;
      broken ??= error as Error;
      throw new Unavailable(`The database is not available: ${(error as Error).message}`);
    } finally {
      client?.off('error', onError);
      client?.release(broken);
    }
  }
}

/** Row security reads this setting; see the policies of the first migration. */
const scopeText = (scope: Scope): string => (scope.kind === 'all' ? '*' : scope.usccs.join(','));

function applyScope(client: PooledClient, scope: Scope): void {
  const wanted = scopeText(scope);
  if (client.scope === wanted) return;
  delete client.scope;
  const applied = client.query({ text: `SELECT set_config('oretrail.scope', $1, false)`, values: [wanted] });
  applied.then(() => (client.scope = wanted)).catch(() => undefined); // a failure fails the statement behind it too
}

async function run<Row>(client: pg.PoolClient, statement: Statement): Promise<Row[]> {
  const { text, values = [], name } = statement;
  const parameters = values.map(value => (Array.isArray(value) ? arrayLiteral(value) : value));
  const result = await client.query({ text, values: parameters, ...(name ? { name } : {}) });
  return result.rows as Row[];
}

function transactionOf(client: pg.PoolClient): Transaction {
  return {
    query: <Row>(text: string, values?: readonly unknown[]) =>
      run<Row>(client, { text, ...(values ? { values } : {}) }),
    pipeline: statements => settleInOrder(statements.map(statement => run<unknown>(client, statement))),
  };
}

/** Waits for all, then throws the first error in order (the later ones only say "transaction is aborted"). */
async function settleInOrder<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  return results.map(result => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

const OUTAGE_STATES = /^(08|57P0|53|58|XX|25P03)/;
const OUTAGE_MESSAGES =
  /connection terminated|timeout exceeded|ECONNREFUSED|ECONNRESET|EPIPE|not queryable|closed the connection|query read timeout|ENOENT/i;

/** True where PostgreSQL itself is away, starting, stopping or out of resources, rather than the statement wrong. */
export function isOutage(error: unknown): boolean {
  if (!nodeTypes.isNativeError(error) || error instanceof DomainError) return false;
  const code = (error as { code?: unknown }).code;
  return (
    (typeof code === 'string' && OUTAGE_STATES.test(code)) || OUTAGE_MESSAGES.test(`${String(code)} ${error.message}`)
  );
}
