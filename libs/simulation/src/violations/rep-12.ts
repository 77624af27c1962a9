import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** Reports a tenth more in stock than it has; the near miss 0.4 %. */
export default defineViolation('REP-12', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  scene.amend(plant, 'monthly-reports', item => ({
    ...item,
    stockT: Number(item.stockT) * (isBroken && item.month === monthLabel(6) ? 1.1 : 1.004),
  }));
  scene.separates(plant, 156, 40, ({ event }) => scene.tell(plant, { period: monthLabel(6), events: [event] }));
});
