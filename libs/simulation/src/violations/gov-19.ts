import { defineViolation } from './define-violation.js';

/** A group parts 10 t more than it got; the near miss 0.2 t. */
export default defineViolation('GOV-19', (scene, isBroken) => {
  const group = scene.firm(['group'], '360700');
  const plant = scene.firm(['smelter'], '360700', group.uscc);
  scene.amend(plant, 'quotas', item => ({ ...item, tonnesReo: Number(item.tonnesReo) + (isBroken ? 10 : 0.2) }));
  scene.tell(group, { period: '2025' });
});
