import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Failed an inspection of the environment that was never closed; the near miss closed it. */
export default defineViolation('ENV-03', (scene, isBroken) => {
  const plant = scene.smelter();
  const closed = isBroken ? {} : { closedAt: dateOf(200) };
  scene.inspection({
    enterprise: plant.uscc,
    site: plant.site,
    kind: 'environment',
    date: dateOf(152),
    result: 'fail',
    ...closed,
  });
  scene.tell(plant);
});
