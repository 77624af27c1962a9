import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** Reports 15 % less than it made; the near miss 1 %. */
export default defineViolation('REP-05', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  const share = isBroken ? 0.85 : 0.99;
  scene.amend(plant, 'monthly-reports', item => ({ ...item, producedReoT: Number(item.producedReoT) * share }));
  const also = isBroken ? { 'SEP-13': plant } : {};
  scene.separates(plant, 155, 60, ({ event }) => scene.tell(plant, { period: monthLabel(6), events: [event], also }));
});
