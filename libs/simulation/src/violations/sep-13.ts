import { defineViolation } from './define-violation.js';

/** Reports a tenth less than it made; the near miss 1 %. */
export default defineViolation('SEP-13', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  const share = isBroken ? 0.9 : 0.99;
  scene.amend(plant, 'monthly-reports', item => ({ ...item, producedReoT: Number(item.producedReoT) * share }));
  const also = isBroken ? { 'REP-05': plant } : {};
  scene.separates(plant, 125, 60, ({ event }) => scene.tell(plant, { period: '2025-Q2', events: [event], also }));
});
