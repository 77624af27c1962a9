import { defineViolation } from './define-violation.js';

/** Capacity approved in 2019 that replaces none; the near miss in 2018, before it was forbidden. */
export default defineViolation('SEP-12', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  scene.permit(plant, 'project-approval', { from: isBroken ? '2019-06-01' : '2018-12-09' });
  scene.separates(plant, 119, 12);
  scene.tell(plant);
});
