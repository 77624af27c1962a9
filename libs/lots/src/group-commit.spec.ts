import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { GroupCommit, type GroupCommitOptions } from './group-commit.js';

interface Request {
  readonly name: string;
  readonly weight?: number;
  readonly alone?: boolean;
  readonly bad?: boolean;
}

/** Answers each request with its name; notes what ran together. */
function commits(options: Partial<GroupCommitOptions<Request, string>> = {}) {
  const runs: string[][] = [];
  const group = new GroupCommit<Request, string>({
    weight: request => request.weight ?? 1,
    weightMax: 10,
    isAlone: request => request.alone ?? false,
    run: async requests => {
      runs.push(requests.map(request => request.name));
      await turn();
      if (requests.some(request => request.bad)) throw new Error('bad');
      return requests.map(request => request.name);
    },
    ...options,
  });
  return { group, runs };
}

const named = (...names: string[]): Request[] => names.map(name => ({ name }));

describe('requests that share a commit', () => {
  it('run together where they come together, the others together behind them', async () => {
    const { group, runs } = commits();
    const first = named('a', 'b').map(request => group.submit(request));
    await turn();
    const later = named('c', 'd', 'e').map(request => group.submit(request));
    expect(await Promise.all([...first, ...later])).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(runs).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
  });

  it('are no heavier together than they may be, and keep their order', async () => {
    const { group, runs } = commits();
    const weights = [4, 4, 4, 25, 1, 9, 1];
    await Promise.all(weights.map((weight, index) => group.submit({ name: String(index), weight })));
    expect(runs).toEqual([['0', '1'], ['2'], ['3'], ['4', '5'], ['6']]);
  });

  it('leave alone what has to be alone', async () => {
    const { group, runs } = commits();
    const requests: Request[] = [{ name: 'a' }, { name: 'b', alone: true }, { name: 'c' }, { name: 'd' }];
    await Promise.all(requests.map(request => group.submit(request)));
    expect(runs).toEqual([['a'], ['b'], ['c', 'd']]);
  });

  it('do not fail with the one that fails', async () => {
    const { group, runs } = commits();
    const requests: Request[] = [{ name: 'a' }, { name: 'b', bad: true }, { name: 'c' }];
    const settled = await Promise.allSettled(requests.map(request => group.submit(request)));
    expect(settled).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: new Error('bad') },
      { status: 'fulfilled', value: 'c' },
    ]);
    expect(runs).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
    expect(await group.submit({ name: 'd' })).toBe('d');
  });

  it('are served in whatever turn they come, also in the one in which the queue empties', async () => {
    const { group } = commits({ run: requests => Promise.resolve(requests.map(request => request.name)) });
    for (let microtasks = 0; microtasks < 30; microtasks++) {
      const first = group.submit({ name: 'first' });
      for (let passed = 0; passed < microtasks; passed++) await Promise.resolve();
      expect(await Promise.all([first, group.submit({ name: `after ${microtasks}` })])).toHaveLength(2);
      const chained = group.submit({ name: 'a' }).then(() => group.submit({ name: 'b' }));
      expect(await chained).toBe('b');
    }
  });

  it('are all served at the close, and none after it', async () => {
    const { group } = commits();
    const taken = named('a', 'b').map(request => group.submit(request));
    const closed = group.close(() => new Error('closed'));
    await expect(group.submit({ name: 'c' })).rejects.toThrow('closed');
    await closed;
    expect(await Promise.all(taken)).toEqual(['a', 'b']);
  });
});
