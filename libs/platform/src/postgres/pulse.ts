import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A server at work answers this within milliseconds, whatever else it has to do. */
const ANSWER_WITHIN_MS = 1_500;
/** Longer than anybody waits for it: tidies up what was never answered. */
const CONNECT_WITHIN_MS = 5_000;

type Outcome = 'answered' | 'refused' | 'silent';

/**
 * Tells a database that takes its time from one that is absent or hangs, on a connection of its own that no work can
 * occupy.
 */
export class Pulse {
  private connection: Promise<pg.Client> | undefined;
  private asking: Promise<boolean> | undefined;

  /** `url` is any role's; it only ever asks for 1. */
  constructor(private readonly url: string) {}

  /**
   * Whether the server says anything within 1.5 s: a refusal, for want of connections or while it starts, is an answer
   * too. Whoever asks meanwhile gets the same answer. Never rejects.
   */
  answers(): Promise<boolean> {
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  async close(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    await connection?.then(client => client.end()).catch(() => undefined);
  }

  private async ask(): Promise<boolean> {
    const connection = (this.connection ??= this.connect());
    const answer = connection.then(client => client.query('SELECT 1')).then(() => 'answered' as const, outcomeOf);
    const outcome = await Promise.race([answer, silence()]);
    if (outcome !== 'answered') void this.close();
    return outcome !== 'silent';
  }

  private connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
      application_name: 'oretrail pulse',
    });
    const connection = client.connect().then(() => client);
    client.on('error', () => undefined);
    client.once('end', () => {
      if (this.connection === connection) this.connection = undefined;
    });
    return connection;
  }
}

const outcomeOf = (error: unknown): Outcome => (error instanceof pg.DatabaseError ? 'refused' : 'silent');

/** The turn at the end lets in what arrived while this process itself was too busy to look. */
async function silence(): Promise<Outcome> {
  await pause(ANSWER_WITHIN_MS, undefined, { ref: false });
  await turn();
  return 'silent';
}
