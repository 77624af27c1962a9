import { defineViolation } from './define-violation.js';

/** Is on no published list; the near miss is, with another status. */
export default defineViolation('SEP-11', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  scene.amend(plant, 'published-lists', item => (isBroken ? undefined : { ...item, status: '停产整改后恢复' }));
  scene.separates(plant, 118, 12, () => scene.tell(plant, { period: '2025' }));
});
