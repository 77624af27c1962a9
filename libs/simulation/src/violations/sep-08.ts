import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** Sells 5 t of what it made without invoice; the near miss invoices 0.6 % too little. */
export default defineViolation('SEP-08', (scene, isBroken) => {
  const [plant, buyer] = [scene.importingSmelter(), scene.firm(['other'])];
  scene.separates(plant, 34, 60, ({ lots }) => {
    const yttrium = lots.filter(({ product }) => product === 'OX-Y');
    const short = (item: Record<string, unknown>) => scene.quantity(item, 0.994);
    const terms = isBroken ? { isInvoiced: false } : { invoice: short };
    const also = isBroken ? { 'INV-02': plant, 'SEP-13': plant } : {};
    scene.sells(plant, buyer, yttrium, {
      day: 37,
      ...terms,
      sent: ({ dispatches }) => scene.tell(plant, { period: monthLabel(2), events: dispatches, also }),
    });
  });
});
