import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { Unavailable } from '#kernel';
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
    waitingMax: 30,
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

describe('requests whose callers have been answered meanwhile', () => {
  const reason = new Error('answered');

  /** A first request that hangs, so that the others wait. */
  async function behindOneThatHangs() {
    let goOn = (): void => undefined;
    const promise = new Promise<void>(resolve => (goOn = resolve));
    const { group, runs } = commits({
      run: async requests => {
        runs.push(requests.map(request => request.name));
        await promise;
        return requests.map(request => request.name);
      },
    });
    const first = new AbortController();
    const hanging = group.submit({ name: 'hanging' }, first.signal);
    await turn();
    return { group, runs, hanging, first, goOn };
  }

  it('never begin', async () => {
    const { group, runs, hanging, goOn } = await behindOneThatHangs();
    const gone = new AbortController();
    const dropped = named('a', 'b').map(request => group.submit(request, gone.signal));
    const kept = [group.submit({ name: 'c' }, new AbortController().signal), group.submit({ name: 'd' })];
    gone.abort(reason);
    for (const each of dropped) await expect(each).rejects.toBe(reason);
    await expect(group.submit({ name: 'late' }, gone.signal)).rejects.toBe(reason);
    goOn();
    expect(await Promise.all([hanging, ...kept])).toEqual(['hanging', 'c', 'd']);
    expect(runs).toEqual([['hanging'], ['c', 'd']]);
  });

  it('end what they have begun', async () => {
    const { hanging, first, goOn } = await behindOneThatHangs();
    first.abort(reason);
    goOn();
    expect(await hanging).toBe('hanging');
  });

  it('leave nobody waiting where they were the last', async () => {
    const { group } = commits();
    const gone = new AbortController();
    const dropped = group.submit({ name: 'a' }, gone.signal);
    gone.abort(reason);
    await expect(dropped).rejects.toBe(reason);
    expect(await group.submit({ name: 'b' })).toBe('b');
    await group.close(() => new Error('closed'));
  });

  it('give their place to others; too many that wait are refused, unless they wait as long as it takes', async () => {
    const { group, hanging, goOn } = await behindOneThatHangs();
    const gone = new AbortController();
    const patient = group.submit({ name: 'patient', weight: 100 });
    const heavy = group.submit({ name: 'heavy', weight: 20 }, gone.signal);
    const more = group.submit({ name: 'more', weight: 20 }, new AbortController().signal);
    const refused = () => group.submit({ name: 'refused' }, new AbortController().signal);
    await expect(refused()).rejects.toThrow(Unavailable);
    const alsoPatient = group.submit({ name: 'also patient' });
    gone.abort(reason);
    await expect(heavy).rejects.toBe(reason);
    const accepted = group.submit({ name: 'accepted', weight: 10 }, new AbortController().signal);
    await expect(refused()).rejects.toThrow(Unavailable);
    goOn();
    const names = ['hanging', 'patient', 'more', 'also patient', 'accepted'];
    expect(await Promise.all([hanging, patient, more, alsoPatient, accepted])).toEqual(names);
    expect(await group.submit({ name: 'room again' }, new AbortController().signal)).toBe('room again');
  });

  it('are not listened to once they have begun', async () => {
    const { group } = commits();
    const { signal } = new AbortController();
    for (let count = 0; count < 20; count++) await group.submit({ name: String(count) }, signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
