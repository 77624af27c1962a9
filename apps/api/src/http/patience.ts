import {
  exhaustMap,
  ignoreElements,
  interval,
  type MonoTypeOperatorFunction,
  takeUntil,
  throwError,
  timeout,
} from 'rxjs';
import { Unavailable } from '#kernel';
import type { Pulse } from '#platform';

/** After this long a request gets 503, so that a database that hangs does not hang its callers. */
const DEADLINE_MS = 4_500;

/** While a request takes its time, the database is asked so often whether it answers at all; that takes 1.5 s at most. */
const LOOK_EVERY_MS = 3_000;

/** Gives up with 503 where there is no answer in time. */
export const deadline = <T>(): MonoTypeOperatorFunction<T> =>
  timeout({ first: DEADLINE_MS, with: () => throwError(() => new Unavailable('The answer took too long.')) });

/** Waits for the answer as long as it takes; gives up with 503 once the database does not answer anything. */
export const whileDatabaseAnswers = <T>(database: Pick<Pulse, 'answers'>): MonoTypeOperatorFunction<T> =>
  takeUntil(
    interval(LOOK_EVERY_MS).pipe(
      exhaustMap(() => assertAnswers(database)),
      ignoreElements(),
    ),
  );

async function assertAnswers(database: Pick<Pulse, 'answers'>): Promise<void> {
  if (!(await database.answers())) throw new Unavailable('The database does not answer.');
}
