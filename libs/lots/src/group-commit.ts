import { Unavailable } from '#kernel';

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly weight: number;
  readonly answered: AbortSignal | undefined;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
  readonly drop: () => void;
}

export interface GroupCommitOptions<Request, Result> {
  readonly weight: (request: Request) => number;
  /** Requests share a run up to this weight. */
  readonly weightMax: number;
  /** While requests of this weight wait whose callers may be refused, more of them are. */
  readonly waitingMax: number;
  /** The request must not share a run. */
  readonly isAlone: (request: Request) => boolean;
  /** Records requests in one transaction; one result each, in order. */
  readonly run: (requests: readonly Request[]) => Promise<Result[]>;
}

/**
 * One run at a time; what arrives meanwhile goes together into the next one. Where a shared run throws, its requests
 * run again one by one, so that one bad request does not take others with it; not where the database is away.
 */
export class GroupCommit<Request, Result> {
  /** In the order in which they came. */
  private readonly queue = new Set<Waiting<Request, Result>>();
  /** Weight of those in the queue whose callers may be refused. */
  private refusable = 0;
  private running: Promise<void> | undefined;
  private closed: (() => Error) | undefined;

  constructor(private readonly options: GroupCommitOptions<Request, Result>) {}

  /**
   * With `answered` the caller does not wait for ever: he gets {@link Unavailable} where too much waits already, and
   * once the signal is aborted a request that has not begun never does. Without it the request waits as long as it takes.
   */
  submit(request: Request, answered?: AbortSignal): Promise<Result> {
    if (this.closed) return Promise.reject(this.closed());
    if (answered?.aborted) return Promise.reject(answered.reason as Error);
    if (answered && this.refusable >= this.options.waitingMax) {
      return Promise.reject(new Unavailable('Too much waits to be recorded.'));
    }
    const weight = this.options.weight(request);
    return new Promise((resolve, reject) => {
      const drop = (): void => {
        this.dequeue(waiting);
        reject(answered?.reason);
      };
      const waiting = { request, weight, answered, resolve, reject, drop };
      this.enqueue(waiting);
      this.running ??= this.drain();
    });
  }

  /** Refuses new requests with `reason` and waits for those already taken. */
  async close(reason: () => Error): Promise<void> {
    this.closed = reason;
    await this.running;
  }

  private enqueue(waiting: Waiting<Request, Result>): void {
    this.queue.add(waiting);
    if (!waiting.answered) return;
    this.refusable += waiting.weight;
    waiting.answered.addEventListener('abort', waiting.drop);
  }

  private dequeue(waiting: Waiting<Request, Result>): void {
    this.queue.delete(waiting);
    if (!waiting.answered) return;
    this.refusable -= waiting.weight;
    waiting.answered.removeEventListener('abort', waiting.drop);
  }

  private async drain(): Promise<void> {
    await Promise.resolve(); // let requests of the same tick come together
    while (this.queue.size > 0) await this.runTogether(this.takeBatch());
    this.running = undefined; // in the same turn as the last look at the queue: nobody is left waiting
  }

  private takeBatch(): Waiting<Request, Result>[] {
    const { weightMax, isAlone } = this.options;
    const batch: Waiting<Request, Result>[] = [];
    let total = 0;
    for (const next of this.queue) {
      const [first] = batch;
      total += next.weight;
      if (first && (total > weightMax || isAlone(next.request) || isAlone(first.request))) break;
      batch.push(next);
    }
    batch.forEach(each => this.dequeue(each));
    return batch;
  }

  private async runTogether(batch: readonly Waiting<Request, Result>[]): Promise<void> {
    try {
      const results = await this.options.run(batch.map(each => each.request));
      batch.forEach((each, index) => each.resolve(results[index]!));
    } catch (error) {
      if (batch.length === 1 || error instanceof Unavailable) batch.forEach(each => each.reject(error));
      else for (const each of batch) await this.runTogether([each]);
    }
  }
}
