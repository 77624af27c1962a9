import { MAX_FAULTS } from '#platform';

const FULL_LISTS_MAX = 20_000;
const SHORT_LIST = 10;

/**
 * How many faults the next event of a request may list: as many as a problem holds, until the request has used up
 * what answers can reasonably carry; then a few each. Keeps a thousand hostile events from filling the memory.
 */
export class FaultBudget {
  private spent = 0;

  get next(): number {
    return this.spent < FULL_LISTS_MAX ? MAX_FAULTS : SHORT_LIST;
  }

  spend(faults: number): void {
    this.spent += faults;
  }
}
