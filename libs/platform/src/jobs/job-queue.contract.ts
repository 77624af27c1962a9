import { afterAll, beforeAll, describe } from '@jest/globals';
import { outlivesFailures } from './failing.contract.js';
import { type JobQueueHarness, QueueBench } from './queue-bench.contract.js';
import { queuesOperations } from './queueing.contract.js';
import { runsOperations } from './running.contract.js';

/** What every adapter of {@link JobQueue} promises, asked of a real one. */
export function jobQueueContract(name: string, setUp: () => Promise<JobQueueHarness>): void {
  describe(`the job queue contract: ${name}`, () => {
    const bench = new QueueBench();
    beforeAll(() => bench.start(setUp));
    afterAll(() => bench.stop());

    runsOperations(bench);
    queuesOperations(bench);
    outlivesFailures(bench);
  });
}
