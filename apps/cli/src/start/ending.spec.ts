import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Closers } from './closers.js';
import { Ending } from './ending.js';

describe('closing', () => {
  it('goes backwards, over failures, and waits for nobody for ever', async () => {
    const order: string[] = [];
    const failures: unknown[] = [];
    const closers = new Closers(error => failures.push(error));
    closers.add(() => void order.push('first'), 100);
    closers.add(() => Promise.reject(new Error('stuck')), 100);
    closers.add(async () => {
      order.push('slow');
      await delay(5_000, undefined, { ref: false });
    }, 20);
    closers.add(() => void order.push('last'), 100);
    const startedAt = Date.now();
    await closers.closeAll();
    expect(order).toEqual(['last', 'slow', 'first']);
    expect(failures).toHaveLength(1);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
  });

  it('closes what was opened too late', async () => {
    const order: string[] = [];
    const closers = new Closers(() => undefined);
    await closers.closeAll();
    closers.add(() => void order.push('late'), 100);
    await closers.closeAll();
    expect(order).toEqual(['late']);
  });
});

describe('the ending', () => {
  it('has one reason, the first', async () => {
    const ending = new Ending();
    expect(ending.isReached).toBe(false);
    ending.end({ exitCode: 1 });
    ending.end({ exitCode: 0 });
    expect(await ending.reached).toEqual({ exitCode: 1 });
    expect(ending.isReached).toBe(true);
  });
});
