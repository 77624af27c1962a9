import { defineViolation } from './define-violation.js';
import { run } from '../making.js';
import { unshelve } from '../firm.js';

/** Breaks concentrate down and declares no residue; the near miss a little. */
export default defineViolation('ENV-08', (scene, isBroken) => {
  const plant = scene.smelter(true);
  scene.give(plant, 'CON-MIX', 20, 140);
  scene.on(161, 'run', () => {
    const losses = isBroken ? [] : [{ kind: 'radioactive-residue' as const, share: 0.001, reoPercent: 1 }];
    const { event } = run(
      scene.world,
      plant,
      'SMELT_DECOMP',
      unshelve(plant, 'CON-MIX'),
      [{ product: 'MRC', share: 0.97, reoPercent: 43.5, isAssayed: true }],
      { losses },
    );
    scene.tell(plant, { events: [event] });
  });
});
