import type { Io } from '../command.js';

const BAR = 24;
const REDRAWN_MS = 100;

/** How far something is, on one line of a terminal that is drawn over; nothing where the output is no terminal. */
export class Progress {
  private drawnAt = 0;
  private drawn = false;

  constructor(
    private readonly stream: Io['stderr'],
    private readonly startedAt = Date.now(),
  ) {}

  /** `share` is between 0 and 1; `undefined` where the end is not known. */
  show(share: number | undefined, label: string): void {
    if (!this.stream.isTTY || Date.now() - this.drawnAt < REDRAWN_MS) return;
    this.drawnAt = Date.now();
    this.drawn = true;
    const line = share === undefined ? label : `${barOf(share)} ${Math.floor(share * 100)} %  ${label}`;
    this.stream.write(`\r\u001b[2K${line.slice(0, (this.stream.columns ?? 80) - 1)}`);
  }

  /** Something a second since the beginning. */
  rate(count: number): number {
    return Math.round(count / Math.max(0.001, (Date.now() - this.startedAt) / 1000));
  }

  /** Takes the line away. */
  end(): void {
    if (this.drawn) this.stream.write('\r\u001b[2K');
    this.drawn = false;
  }
}

function barOf(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}]`;
}
