import type { CaptureItem } from '#lots';

/** Most lines that are recorded at once. */
export const MAX_SLICE_LINES = 1_000;
/** Bytes after which a slice is full, whatever the number of its lines. */
export const MAX_SLICE_BYTES = 4 * 1024 * 1024;

/**
 * Collects items while a slice of earlier ones is being recorded: at most one slice under way and one waiting. What
 * has come is recorded as soon as the one before is done, so that a client that waits for answers before it sends more
 * gets them.
 */
export class SlicePump<Item = CaptureItem> {
  private waiting: Item[] = [];
  private bytes = 0;
  private running: Promise<void> | undefined;
  private failure: unknown;

  constructor(private readonly record: (slice: readonly Item[]) => Promise<void>) {}

  /** Takes an item; waits while the slice it would belong to is full. Throws what recording threw. */
  async add(item: Item, bytes: number): Promise<void> {
    while (this.waiting.length > 0 && (this.waiting.length >= MAX_SLICE_LINES || this.bytes + bytes > MAX_SLICE_BYTES)) {
      this.kick();
      await this.running;
      this.throwFailure();
    }
    this.waiting.push(item);
    this.bytes += bytes;
  }

  /** Begins to record what waits, unless a slice is under way: then it follows by itself. */
  kick(): void {
    if (this.running || this.waiting.length === 0 || this.failure !== undefined) return;
    const slice = this.waiting;
    this.waiting = [];
    this.bytes = 0;
    this.running = this.recordSlice(slice);
  }

  /** Records all that is left. Throws what recording threw. */
  async finish(): Promise<void> {
    for (this.kick(); this.running; this.kick()) await this.running;
    this.throwFailure();
  }

  private async recordSlice(slice: readonly Item[]): Promise<void> {
    try {
      await this.record(slice);
    } catch (error) {
      this.failure = error;
    } finally {
      this.running = undefined;
      this.kick();
    }
  }

  private throwFailure(): void {
    if (this.failure !== undefined) throw this.failure;
  }
} // prettier-ignore
