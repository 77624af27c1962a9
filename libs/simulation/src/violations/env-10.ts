import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Did not put a safety fault right in time; the near miss has time left. */
export default defineViolation('ENV-10', (scene, isBroken) => {
  const plant = scene.smelter();
  scene.inspection({
    enterprise: plant.uscc,
    site: plant.site,
    kind: 'safety',
    date: dateOf(330),
    result: 'fail',
    dueAt: isBroken ? dateOf(360) : '2026-12-31',
  });
  scene.tell(plant, { also: { 'ENV-03': plant } });
});
