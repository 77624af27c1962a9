import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** No reports for May and June; the near miss lacks May only. */
export default defineViolation('REP-03', (scene, isBroken) => {
  const plant = scene.smelter();
  const missing = isBroken ? [monthLabel(5), monthLabel(6)] : [monthLabel(5)];
  scene.amend(plant, 'monthly-reports', item => (missing.includes(String(item.month)) ? undefined : item));
  scene.tell(plant, { period: monthLabel(6), also: { 'REP-01': plant } });
});
