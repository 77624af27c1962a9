import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { unshelve } from '../firm.js';
import { exportGoods } from '../customs.js';
import type { Firm } from '../firm.js';

/** Exports at half of what others get; the near miss at 90 %. */
export default defineViolation('EXP-03', (scene, isBroken) => {
  const [exporter, ...others] = [1, 2, 3, 4].map(() => scene.firm(['exporter'])) as [Firm, Firm, Firm, Firm];
  for (const firm of [exporter, ...others]) scene.give(firm, 'OX-Ce', 5, 280);
  for (const firm of others)
    scene.on(320, 'export', () =>
      [1, 2].forEach(() => exportGoods(scene.world, firm, unshelve(firm, 'OX-Ce', 1), 'KR')),
    );
  scene.on(327, 'export', () => {
    const { event } = exportGoods(scene.world, exporter, unshelve(exporter, 'OX-Ce'), 'JP', {
      priceFactor: isBroken ? 0.5 : 0.9,
    });
    scene.tell(exporter, { period: monthLabel(11), events: [event] });
  });
});
