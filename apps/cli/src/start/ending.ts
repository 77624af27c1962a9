/** Why the service ends. */
export interface EndReason {
  readonly exitCode: number;
  readonly error?: unknown;
}

/** npm passes a Ctrl-C on that the terminal has already sent: the same wish, not a second one. */
const SAME_WISH_MS = 1_000;

/** The one moment at which the service is to end; the first reason counts. */
export class Ending {
  readonly reached: Promise<EndReason>;
  private settle!: (reason: EndReason) => void;
  private reason: EndReason | undefined;

  constructor() {
    this.reached = new Promise(settle => (this.settle = settle));
  }

  get isReached(): boolean {
    return this.reason !== undefined;
  }

  end(reason: EndReason): void {
    this.reason ??= reason;
    this.settle(this.reason);
  }
}

/**
 * Ends on Ctrl-C, `kill` and a closed terminal in order; a second signal calls `force`. Returns how to stop listening.
 */
export function endOnSignals(ending: Ending, force: () => void): () => void {
  let firstAt: number | undefined;
  const onSignal = (): void => {
    if (firstAt !== undefined && Date.now() - firstAt > SAME_WISH_MS) force();
    firstAt ??= Date.now();
    ending.end({ exitCode: 0 });
  };
  const onError = (error: unknown): void => ending.end({ exitCode: 1, error });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
    process.off('uncaughtException', onError);
    process.off('unhandledRejection', onError);
  };
}
