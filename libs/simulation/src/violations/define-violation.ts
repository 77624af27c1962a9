import type { World } from '../world.js';
import { Scene } from './scene.js';

/** A rule and how it is broken. */
export interface Violation {
  readonly rule: string;
  readonly plant: (world: World) => void;
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
      for (const isBroken of [true, false]) stage(new Scene(rule, world, isBroken), isBroken);
    }
  },
});
