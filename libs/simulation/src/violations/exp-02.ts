import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { unshelve } from '../firm.js';
import { exportGoods } from '../customs.js';

/** Exports six times as much in one month; the near miss half as much again. */
export default defineViolation('EXP-02', (scene, isBroken) => {
  const exporter = scene.firm(['exporter']);
  const peak = 7 + (scene.n % 5);
  scene.give(exporter, 'CA-La', isBroken ? 45 : 34, 2);
  for (let month = 1; month <= peak; month++) {
    const lots = month < peak ? 2 : isBroken ? 12 : 3;
    scene.on(30 * month - 5, 'export', () => {
      const { event } = exportGoods(scene.world, exporter, unshelve(exporter, 'CA-La', lots), 'JP');
      if (month === peak) scene.tell(exporter, { period: monthLabel(peak), events: [event] });
    });
  }
});
