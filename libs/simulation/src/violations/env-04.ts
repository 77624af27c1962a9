import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Exceeds a limit twice in a month; the near miss twice in half a year. */
export default defineViolation('ENV-04', (scene, isBroken) => {
  const plant = scene.smelter();
  for (const day of [20, isBroken ? 40 : 130]) scene.reading(plant, day, 1.2);
  const paid = { taxableAmount: 1_000, due: 1_000, paid: 1_000 };
  for (const quarter of [1, 2])
    scene.world.paper('tax-returns', {
      taxpayer: plant.uscc,
      tax: 'environment',
      period: `2025-Q${quarter}`,
      ...paid,
      filedAt: dateOf(quarter * 91 + 5),
    });
  scene.tell(plant);
});
