import { defineViolation } from './define-violation.js';

/** A count finds 8 % less than the books; the near miss 1 %. */
export default defineViolation('REC-07', (scene, isBroken) => {
  const recycler = scene.firm(['recycler'], '330200');
  scene.give(recycler, 'SCR-NdFeB-E', 1.2, 110);
  scene.counts(recycler, 'SCR-NdFeB-E', 124, isBroken ? 0.92 : 0.99, event =>
    scene.tell(recycler, { events: [event] }),
  );
});
