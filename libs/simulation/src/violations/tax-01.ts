import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { unshelve } from '../firm.js';

/** Pays 95 % of the VAT due; the near miss 99 %. */
export default defineViolation('TAX-01', (scene, isBroken) => {
  const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
  scene.amend(seller, 'tax-returns', item => ({ ...item, paid: Number(item.due) * (isBroken ? 0.95 : 0.99) }));
  scene.give(seller, 'OX-La', 4, 110);
  scene.on(131, 'sell', () => scene.sells(seller, buyer, unshelve(seller, 'OX-La'), { day: 132 }));
  scene.tell(seller, { period: monthLabel(5) });
});
