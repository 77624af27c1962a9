import type { Context } from '#kernel';
import type { Database } from '#platform';

export interface Readiness {
  readonly status: 'ok' | 'unavailable';
  readonly dependencies: Readonly<Record<string, 'up' | 'down'>>;
}

const ANSWER_WITHIN_MS = 2_000;

/** Tells whether what the service depends on answers. */
export class HealthService {
  constructor(
    private readonly database: Pick<Database, 'read'>,
    private readonly context: Context,
  ) {}

  async readiness(): Promise<Readiness> {
    const postgres = await answers(this.database.read(this.context, 'SELECT 1'));
    return { status: postgres ? 'ok' : 'unavailable', dependencies: { postgres: postgres ? 'up' : 'down' } };
  }
}

async function answers(probe: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>(resolve => (timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS)));
  try {
    return await Promise.race([probe.then(() => true), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
