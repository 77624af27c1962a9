import type { World } from '../world.js';
import { Scene } from './scene.js';

/** A rule and how it is broken. */
export interface Violation {
  readonly rule: string;
  readonly plant: (world: World) => void;
  /** Plants a deviation of so many times what is tolerated, where it is a matter of how much. */
  readonly grade?: (world: World, effect: number) => void;
}

/**
 * Ways in which a rule is broken and, told `false`, just not broken: effects at twice a tolerance and more, and at half and less.
 * Written from the reading's words, not from what the rule's code does.
 */
export const defineViolation = (
  rule: string,
  ...stages: readonly ((scene: Scene, isBroken: boolean) => void)[]
): Violation => ({
  rule,
  plant: world => {
    for (const stage of stages) {
      for (const isBroken of [true, false]) stage(new Scene(rule, world, isBroken ? 'violation' : 'near-miss'), isBroken);
    }
  },
}); // prettier-ignore

/** Parts by which something deviates: what the reading tolerates, what breaks the rule, what nearly does. */
interface Deviations {
  readonly tolerated: number;
  readonly broken: number;
  readonly near: number;
}

/** A rule that is broken by deviating too far. */
export const gradedViolation = (
  rule: string,
  { tolerated, broken, near }: Deviations,
  stage: (scene: Scene, deviation: number) => void,
): Violation => ({
  rule,
  plant: world => {
    stage(new Scene(rule, world, 'violation'), broken);
    stage(new Scene(rule, world, 'near-miss'), near);
  },
  grade: (world, effect) => stage(new Scene(rule, world, 'graded', effect), effect * tolerated),
});
