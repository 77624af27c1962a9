import { Unavailable } from '#kernel';

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions<Request, Result> {
  readonly weight: (request: Request) => number;
  /** Requests share a run up to this weight. */
  readonly weightMax: number;
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
  private readonly queue: Waiting<Request, Result>[] = [];
  private running: Promise<void> | undefined;
  private closed: (() => Error) | undefined;

  constructor(private readonly options: GroupCommitOptions<Request, Result>) {}

  submit(request: Request): Promise<Result> {
    if (this.closed) return Promise.reject(this.closed());
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.running ??= this.drain();
    });
  }

  /** Refuses new requests with `reason` and waits for those already taken. */
  async close(reason: () => Error): Promise<void> {
    this.closed = reason;
    await this.running;
  }

  private async drain(): Promise<void> {
    await Promise.resolve(); // let requests of the same tick come together
    while (this.queue.length > 0) await this.runTogether(this.takeBatch());
    this.running = undefined; // in the same turn as the last look at the queue: nobody is left waiting
  }

  private takeBatch(): Waiting<Request, Result>[] {
    const { weight, weightMax, isAlone } = this.options;
    const batch = [this.queue.shift()!];
    if (isAlone(batch[0]!.request)) return batch;
    let total = weight(batch[0]!.request);
    for (;;) {
      const next = this.queue[0];
      if (!next || isAlone(next.request) || total + weight(next.request) > weightMax) return batch;
      total += weight(next.request);
      batch.push(this.queue.shift()!);
    }
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
