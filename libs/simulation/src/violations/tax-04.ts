import { defineViolation } from './define-violation.js';

/** Exceeds a limit and files no environment tax; the near miss files and pays. */
export default defineViolation('TAX-04', (scene, isBroken) => {
  const plant = scene.smelter();
  scene.reading(plant, 140, 1.3);
  const paid = { taxableAmount: 1_000, due: 1_000, paid: 1_000, filedAt: '2025-07-10' };
  if (!isBroken)
    scene.world.paper('tax-returns', { taxpayer: plant.uscc, tax: 'environment', period: '2025-Q2', ...paid });
  scene.tell(plant, { period: '2025-Q2' });
});
