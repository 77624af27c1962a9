import { defineViolation } from './define-violation.js';
import { unshelve } from '../firm.js';
import { exportGoods } from '../customs.js';
import type { Firm } from '../firm.js';

/** Its prices are half of what others get in two months; of the near miss in one. */
export default defineViolation('EXP-08', (scene, isBroken) => {
  const [exporter, ...others] = [1, 2, 3, 4].map(() => scene.firm(['exporter'])) as [Firm, Firm, Firm, Firm];
  for (const firm of [exporter, ...others]) scene.give(firm, 'OX-Ce', 10, 250);
  for (const [n, day] of [290, 320].entries()) {
    for (const firm of others)
      scene.on(day, 'export', () =>
        [1, 2].forEach(() => exportGoods(scene.world, firm, unshelve(firm, 'OX-Ce', 1), 'KR')),
      );
    scene.on(
      day + 2,
      'export',
      () =>
        void exportGoods(scene.world, exporter, unshelve(exporter, 'OX-Ce', 1), 'JP', {
          priceFactor: n === 0 || isBroken ? 0.5 : 1,
        }),
    );
  }
  scene.tell(exporter, { also: { 'EXP-03': exporter } });
});
