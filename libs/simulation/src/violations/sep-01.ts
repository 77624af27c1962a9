import { defineViolation } from './define-violation.js';

/** Separates without a quota; the near miss has one. */
export default defineViolation('SEP-01', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  if (isBroken) plant.room = 0;
  scene.separates(plant, 60, 12, ({ event }) => scene.tell(plant, { period: '2025', events: [event] }));
});
