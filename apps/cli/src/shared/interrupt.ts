import type { Deps } from '../command.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

/** Tidies up before a signal ends the process; a second signal ends it at once. Returns how to stop listening. */
export function beforeEnd({ exit }: Pick<Deps, 'exit'>, tidy: () => Promise<void> | void): () => void {
  let tidying = false;
  const onSignal = (): void => {
    if (tidying) exit(INTERRUPTED);
    tidying = true;
    void Promise.resolve(tidy()).finally(() => exit(INTERRUPTED));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
