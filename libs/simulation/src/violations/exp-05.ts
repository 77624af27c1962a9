import { defineViolation } from './define-violation.js';
import { unshelve } from '../firm.js';
import { exportGoods } from '../customs.js';

/** Its export licence is for another country; that of the near miss for 0.2 % less. */
export default defineViolation('EXP-05', (scene, isBroken) => {
  const exporter = scene.firm(['exporter']);
  scene.give(exporter, 'OX-La', 2.4, 140);
  scene.on(160, 'export', () => {
    const { event } = exportGoods(scene.world, exporter, unshelve(exporter, 'OX-La'), 'JP', {
      licence: item => ({
        ...item,
        ...(isBroken ? { destination: 'US' } : { quantityKg: (Number(item.quantityKg) / 1.1) * 0.998 }),
      }),
    });
    scene.tell(exporter, { events: [event] });
  });
});
