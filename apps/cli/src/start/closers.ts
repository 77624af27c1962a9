import { setTimeout as delay } from 'node:timers/promises';

interface Closer {
  readonly close: () => Promise<void> | void;
  readonly patienceMs: number;
}

/** What has been opened, to be closed in the opposite order, each within its time, whatever fails on the way. */
export class Closers {
  private readonly opened: Closer[] = [];
  private closing: Promise<void> | undefined;

  constructor(private readonly onFailure: (error: unknown) => void) {}

  /** Once everything is closed or closing, what is added late is closed at once. */
  add(close: Closer['close'], patienceMs: number): void {
    this.opened.push({ close, patienceMs });
    if (this.closing) this.closing = this.closing.then(() => this.closeOpened());
  }

  async closeAll(): Promise<void> {
    this.closing ??= this.closeOpened();
    await this.closing;
  }

  private async closeOpened(): Promise<void> {
    for (let next = this.opened.pop(); next; next = this.opened.pop()) await this.closeOne(next);
  }

  private async closeOne({ close, patienceMs }: Closer): Promise<void> {
    const patience = new AbortController();
    const late = delay(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
    try {
      await Promise.race([Promise.resolve(close()), late]);
    } catch (error) {
      this.onFailure(error);
    } finally {
      patience.abort();
    }
  }
}
