import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Recycles without an approval; the near miss on the day it begins. */
export default defineViolation('REC-08', (scene, isBroken) => {
  const recycler = scene.firm(['recycler'], '330200');
  scene.permit(recycler, 'project-approval', isBroken ? undefined : { from: dateOf(125) });
  scene.give(recycler, 'SCR-NdFeB-E', 5, 110);
  const also = isBroken ? {} : { 'REC-06': recycler };
  scene.recycles(recycler, 125, event => scene.tell(recycler, { events: [event], also }));
});
