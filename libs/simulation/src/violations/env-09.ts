import { defineViolation } from './define-violation.js';

/** Readings rise three times, to 95 % of the limit; in the near miss to 70 %. */
export default defineViolation('ENV-09', (scene, isBroken) => {
  const plant = scene.smelter();
  const top = isBroken ? 0.95 : 0.7;
  for (const [n, share] of [0.8, 0.9, 1].entries()) scene.reading(plant, 163 + 7 * n, top * share, 'DW002');
  scene.tell(plant);
});
