import { defineViolation } from './define-violation.js';

/** Its approval is of a prefecture; the near miss of the province. */
export default defineViolation('REC-05', (scene, isBroken) => {
  const recycler = scene.firm(['recycler'], '330200');
  scene.permit(recycler, 'project-approval', { issuerRegion: isBroken ? '330200' : '330000' });
  scene.tell(recycler);
});
