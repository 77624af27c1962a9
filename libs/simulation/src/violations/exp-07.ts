import { defineViolation } from './define-violation.js';
import { unshelve } from '../firm.js';
import { exportGoods } from '../customs.js';

/** Declares lanthanum oxide as something else; the near miss under another rare-earth code. */
export default defineViolation('EXP-07', (scene, isBroken) => {
  const exporter = scene.firm(['exporter']);
  scene.give(exporter, 'OX-La', 2.4, 140);
  scene.on(160, 'export', () => {
    const { event } = exportGoods(scene.world, exporter, unshelve(exporter, 'OX-La'), 'JP', {
      declaration: item => scene.tariff(item, isBroken ? '2825909000' : '2846901300'),
    });
    scene.tell(exporter, { events: [event], also: { 'IMP-02': exporter } });
  });
});
