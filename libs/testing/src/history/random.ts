import * as fc from 'fast-check';
import type { History, MaterialEvent } from '../contract.js';
import { Dice } from './dice.js';
import { replace, voidOrRevive } from './mending.js';
import { answer, appear, bringIn, count, mine, open, send, shipOut, takeScrap, type Move } from './moves.js';
import { Player } from './player.js';
import { run } from './runs.js';
import { world } from './world.js';

/** One step of a random history: what is tried, and the seed of how. A step that is not possible changes nothing. */
export interface Step {
  readonly kind: keyof typeof WEIGHTS;
  readonly seed: number;
}

/** How often each kind of step is tried. */
const WEIGHTS = {
  mine: 4, bringIn: 2, takeScrap: 2, open: 1, appear: 1, run: 10, send: 8, answer: 8, shipOut: 5, count: 2,
  replace: 5, voidOrRevive: 4,
}; // prettier-ignore

const MOVES: Readonly<Partial<Record<Step['kind'], Move>>> = {
  mine, bringIn, takeScrap, open, appear, run, send, answer, shipOut, count,
}; // prettier-ignore

export interface PlayOptions {
  /** Tells histories apart that are to be recorded in the same ledger: ids, lot codes, declarations. 0 to 9,999. */
  readonly salt?: number;
  /** False leaves corrections out. */
  readonly corrections?: boolean;
}

/** Plays steps to a history of events that are valid in this order. */
export function play(steps: readonly Step[], { salt = 0, corrections = true }: PlayOptions = {}): History {
  const player = new Player(salt);
  for (const { kind, seed } of steps) {
    const dice = new Dice(seed);
    if (kind === 'replace' || kind === 'voidOrRevive') {
      if (corrections) (kind === 'replace' ? replace : voidOrRevive)(player, dice);
      continue;
    }
    const event: MaterialEvent | undefined = MOVES[kind]!(player, dice);
    if (event) player.record(event);
  }
  return { registry: world(salt), events: player.events };
}

/** Random histories for fast-check; shrinking leaves steps out. */
export const histories = (options: PlayOptions & { readonly maxSteps?: number } = {}): fc.Arbitrary<History> => {
  const kinds = Object.entries(WEIGHTS).map(([kind, weight]) => ({
    arbitrary: fc.constant(kind as Step['kind']),
    weight,
  }));
  const step = fc.record({ kind: fc.oneof(...kinds), seed: fc.nat() });
  return fc
    .array(step, { minLength: 1, maxLength: options.maxSteps ?? 60, size: 'max' })
    .map(steps => play(steps, options));
};

/** A random history of a number of steps, always the same for the same seed. */
export function seededHistory(seed: number, steps: number, options: PlayOptions = {}): History {
  const dice = new Dice(seed);
  const kinds = Object.entries(WEIGHTS).flatMap(([kind, weight]) =>
    Array.from({ length: weight }, () => kind as Step['kind']),
  );
  return play(
    Array.from({ length: steps }, () => ({ kind: dice.pick(kinds), seed: dice.between(0, 0x7fffffff) })),
    options,
  );
}
