import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** Pays 95 % of the VAT due; the near miss 99 %. */
export default defineViolation('MIN-12', (scene, isBroken) => {
  const [mine, plant] = [scene.ionMine(), scene.smelter()];
  scene.amend(mine, 'tax-returns', item =>
    item.tax === 'vat' ? { ...item, paid: Number(item.due) * (isBroken ? 0.95 : 0.99) } : item,
  );
  scene.digs(mine, 95, 4, {}, ({ lots }) => scene.sells(mine, plant, lots, { day: 96 }));
  scene.tell(mine, { period: monthLabel(4) });
});
