import { defineViolation } from './define-violation.js';
import { unshelve } from '../firm.js';
import { exportGoods } from '../customs.js';

/** Exports without inspection certificate; the near miss with one for 0.2 % less. */
export default defineViolation('EXP-04', (scene, isBroken) => {
  const exporter = scene.firm(['exporter']);
  scene.give(exporter, 'OX-La', 2.4, 140);
  scene.on(160, 'export', () => {
    const { event } = exportGoods(scene.world, exporter, unshelve(exporter, 'OX-La'), 'JP', {
      certificate: item => (isBroken ? undefined : { ...item, massKg: Math.round(Number(item.massKg) * 998) / 1000 }),
    });
    scene.tell(exporter, { events: [event] });
  });
});
