import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** The report of May is missing; that of the near miss comes on the 12th. */
export default defineViolation('REP-01', (scene, isBroken) => {
  const plant = scene.smelter();
  scene.amend(plant, 'monthly-reports', item =>
    item.month !== monthLabel(5) ? item : isBroken ? undefined : { ...item, submittedAt: '2025-06-12T10:00:00+08:00' },
  );
  scene.tell(plant, { period: monthLabel(5) });
});
