import { defineViolation } from './define-violation.js';
import { exportGoods } from '../customs.js';
import type { Lot } from '../firm.js';

/** An export lies behind a sale without invoice; in the near miss every sale has one. */
export default defineViolation('TAX-03', (scene, isBroken) => {
  const [plant, exporter] = [scene.importingSmelter(), scene.firm(['exporter'])];
  const arrived = (lots: readonly Lot[]): void => {
    scene.on(scene.world.calendar.day + 3, 'export', () => {
      const { event } = exportGoods(scene.world, exporter, lots, 'KR');
      scene.tell(plant, {
        events: [event],
        also: isBroken ? { 'INV-02': plant, 'SEP-13': plant, 'SEP-08': plant } : {},
      });
    });
  };
  scene.separates(plant, 140, 6, ({ lots }) => {
    const sent = lots.filter(({ product }) => product === 'OX-La').slice(0, 1);
    scene.sells(plant, exporter, sent, { isInvoiced: !isBroken, arrived });
  });
});
