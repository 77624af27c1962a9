import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { run } from '../making.js';
import { unshelve } from '../firm.js';
import { importGoods } from '../customs.js';

/**
 * A run yields 5 % more than went in; the near miss 0.1 %.
 * Another run yields 6 % more dysprosium than it was fed; its near miss 0.5 %.
 * A third yields 86 % of its feed; its near miss 95 %.
 */
export default defineViolation(
  'SEP-09',
  (scene, isBroken) => {
    const plant = scene.importingSmelter();
    scene.on(115, 'mine', () => importGoods(scene.world, plant, 12e6));
    scene.on(116, 'run', () => {
      const output = { product: 'MRCL', share: isBroken ? 1.05 : 1.001, reoPercent: 46, isAssayed: true };
      const { event } = run(scene.world, plant, 'SEPARATION', unshelve(plant, 'ENR-IMP'), [output]);
      scene.tell(plant, { period: monthLabel(4), events: [event] });
    });
  },
  (scene, isBroken) => {
    const plant = scene.importingSmelter();
    scene.on(135, 'mine', () => importGoods(scene.world, plant, 12e6));
    scene.on(136, 'run', () => {
      const rest = ['OX-La', 'OX-Ce', 'OX-PrNd', 'OX-SEG', 'OX-Tb', 'OX-Ho', 'OX-Er', 'OX-Y'].map(product => ({
        product,
        share: 0.975,
        reoPercent: product === 'OX-SEG' ? 90 : 99.4,
      }));
      const dysprosium = { product: 'OX-Dy', share: isBroken ? 1.06 : 1.005, reoPercent: 99.4 };
      const { event } = run(scene.world, plant, 'SEPARATION', unshelve(plant, 'ENR-IMP'), [...rest, dysprosium]);
      scene.tell(plant, { period: monthLabel(5), events: [event] });
    });
  },
  (scene, isBroken) => {
    const plant = scene.importingSmelter();
    scene.on(137, 'mine', () => importGoods(scene.world, plant, 12e6));
    scene.on(138, 'run', () => {
      const output = { product: 'MRCL', share: isBroken ? 0.86 : 0.95, reoPercent: 46, isAssayed: true };
      const { event } = run(scene.world, plant, 'SEPARATION', unshelve(plant, 'ENR-IMP'), [output]);
      scene.tell(plant, { events: [event] });
    });
  },
);
