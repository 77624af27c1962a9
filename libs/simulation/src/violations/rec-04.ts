import { defineViolation } from './define-violation.js';

/** Recycles under an approval for calcining; the near miss for both. */
export default defineViolation('REC-04', (scene, isBroken) => {
  const recycler = scene.firm(['recycler'], '330200');
  scene.permit(recycler, 'project-approval', { processes: isBroken ? ['CALCINE'] : ['CALCINE', 'RECYCLING'] });
  scene.give(recycler, 'SCR-NdFeB-E', 5, 110);
  scene.recycles(recycler, 123, event => scene.tell(recycler, { events: [event] }));
});
