import { setTimeout as delay } from 'node:timers/promises';

/** A wait that a wake-up ends early. A wake-up that comes while nobody waits ends the next wait at once. */
export class Pause {
  private woken = false;
  private end: (() => void) | undefined;

  wake(): void {
    this.woken = true;
    this.end?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.woken) await new Promise<void>(resolve => this.untilWoken(ms, resolve));
    this.woken = false;
    this.end = undefined;
  }

  private untilWoken(ms: number, resolve: () => void): void {
    const timer = setTimeout(resolve, ms);
    this.end = () => {
      clearTimeout(timer);
      resolve();
    };
  }
}

/** Resolves after `ms`, or as soon as the signal is aborted. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => undefined);

/** Longest wait between two attempts: what was away is used again within seconds of its return. */
const BACK_OFF_MAX_MS = 5_000;

/** How long to wait after so many failures in a row: twice as long each time. */
export const backOffMs = (failures: number, firstMs = 200): number =>
  Math.min(BACK_OFF_MAX_MS, firstMs * 2 ** Math.max(0, failures - 1));
