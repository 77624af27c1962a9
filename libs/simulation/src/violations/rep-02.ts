import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** A group reports 2 % more than its plant; the near miss 0.03 %. */
export default defineViolation('REP-02', (scene, isBroken) => {
  const group = scene.firm(['group'], '360700');
  const plant = scene.firm(['smelter', 'importer'], '360700', group.uscc);
  scene.amend(plant, 'monthly-reports', item => {
    const producedReoT = Number(item.producedReoT) * (isBroken ? 1.02 : 1.0003);
    scene.world.paper('monthly-reports', { ...item, enterprise: group.uscc, producedReoT });
    return item;
  });
  scene.separates(plant, 159, 40, ({ event }) => scene.tell(group, { period: monthLabel(6), events: [event] }));
});
