import { gradedViolation } from './define-violation.js';

/** A count finds 8 % less than the books; the near miss 1 %. 3 % are tolerated. */
export default gradedViolation('REC-07', { tolerated: 0.03, broken: 0.08, near: 0.01 }, (scene, deviation) => {
  const recycler = scene.firm(['recycler'], '330200');
  scene.give(recycler, 'SCR-NdFeB-E', 1.2, 110);
  scene.counts(recycler, 'SCR-NdFeB-E', 124, 1 - deviation, event => scene.tell(recycler, { events: [event] }));
});
