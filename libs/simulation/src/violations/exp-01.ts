import { defineViolation } from './define-violation.js';
import { unshelve } from '../firm.js';
import { exportGoods } from '../customs.js';
import type { Lot } from '../firm.js';

/**
 * Exports oxides made of ore from an expired licence; the near miss of imported concentrate alone.
 * A third of another export has no origin; in its near miss one part in a hundred.
 */
export default defineViolation(
  'EXP-01',
  (scene, isBroken) => {
    const [mine, plant, exporter] = [scene.ionMine(), scene.importingSmelter(), scene.firm(['exporter'])];
    if (isBroken) scene.revoke(mine, 59);
    const also = {
      'MIN-01': mine,
      'TRD-01': mine,
      'SEP-03': plant,
      'SEP-04': plant,
      'TRD-02': [plant, exporter],
      'EXP-01': [mine, plant],
    };
    const arrived = (lots: readonly Lot[]): void => {
      scene.on(scene.world.calendar.day + 4, 'export', () => {
        const { event } = exportGoods(scene.world, exporter, lots, 'JP');
        scene.tell(exporter, { events: [event], also: isBroken ? also : {} });
      });
    };
    scene.digs(mine, 60, 4, {}, ({ lots }) => scene.sells(mine, plant, lots, { day: 61 }));
    scene.separates(plant, 70, 8, ({ lots }) => {
      const sent = lots.filter(({ product }) => product === 'OX-La').slice(0, 1);
      scene.sells(plant, exporter, sent, { arrived });
    });
  },
  (scene, isBroken) => {
    const [exporter, from] = [scene.firm(['exporter']), scene.firm(['other'])];
    scene.give(exporter, 'OX-La', 2.4, 150);
    scene.on(152, 'arrive', () => void scene.appears(exporter, 'OX-La', isBroken ? 1_200_000 : 24_000, from));
    scene.on(165, 'export', () => {
      const { event } = exportGoods(scene.world, exporter, unshelve(exporter, 'OX-La'), 'DE');
      scene.tell(exporter, { events: [event], also: isBroken ? { 'TRD-04': exporter } : {} });
    });
  },
);
