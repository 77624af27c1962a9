import type { Locale } from '#kernel';
import type { ReplayStep, ReplayTarget } from '#lots';
import { Failure } from '../shared/failures.js';
import { count } from '../shared/figures.js';
import { messagesFor } from '../shared/text.js';

/** How far a ledger was recorded again: a position of it, and the one that this entry has now. */
export interface Reached {
  readonly seq: number;
  readonly head: number;
}

/** Where a whole ledger goes. */
export interface LedgerTarget extends ReplayTarget {
  /** Position of the newest entry there. */
  head(): Promise<number>;
  /** The position that an entry has there, once it is recorded. */
  positionOf(seq: number): number;
  /** Begins behind what an earlier run has recorded. */
  goOn(begun: Reached): void;
}

/** Goes on where an earlier run was broken off, though its last step may have been recorded without its knowing. */
export class GoingOn implements ReplayTarget {
  private constructor(
    private readonly target: LedgerTarget,
    readonly begun: Reached,
    /** Entries of the next step that are there already. */
    private unacknowledged: number,
    private readonly lang: Locale,
  ) {}

  /** @throws Failure where something else is recorded there */
  static async from(target: LedgerTarget, saved: Reached | undefined, lang: Locale): Promise<GoingOn> {
    const head = await target.head();
    if (!saved && head > 0) throw new Failure(messagesFor(lang).importing.notEmpty(count(head)));
    const begun = saved ?? { seq: 0, head: 0 };
    if (head < begun.head) throw new Failure(messagesFor(lang).importing.otherwise);
    target.goOn(begun);
    return new GoingOn(target, begun, head - begun.head, lang);
  }

  async record(step: ReplayStep): Promise<void> {
    if (this.unacknowledged === 0) return this.target.record(step);
    if (step.lines.length !== this.unacknowledged) throw new Failure(messagesFor(this.lang).importing.otherwise);
    this.unacknowledged = 0;
  }
}
