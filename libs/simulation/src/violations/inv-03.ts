import { defineViolation } from './define-violation.js';
import { noon } from './scene.js';
import { unshelve } from '../firm.js';
import type { Firm, Lot } from '../firm.js';

/**
 * Invoices what never moved; the near miss goes out twelve days later.
 * Three traders sell each other the same lot in a ring; in the near miss it ends with the third.
 */
export default defineViolation(
  'INV-03',
  (scene, isBroken) => {
    const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
    scene.give(seller, 'OX-La', 4, 110);
    if (isBroken) {
      scene.on(133, 'sell', () => {
        scene.invoice(seller, buyer, { item: '*稀土产品*氧化镧', massKg: 4_000, price: 4_200 });
        scene.tell(seller, { also: { 'REP-05': seller, 'REP-07': seller } });
      });
    } else {
      const issuedAt = noon(133);
      scene.on(144, 'sell', () => {
        const terms = { day: 145, isCited: false, invoice: (item: Record<string, unknown>) => ({ ...item, issuedAt }) };
        scene.sells(seller, buyer, unshelve(seller, 'OX-La'), {
          ...terms,
          sent: ({ dispatches }) => scene.tell(seller, { events: dispatches }),
        });
      });
    }
  },
  (scene, isBroken) => {
    const [first, second, third] = [1, 2, 3].map(() => scene.firm(['trader'])) as [Firm, Firm, Firm];
    scene.give(first, 'OX-Y', 2, 100);
    const also = isBroken ? { 'INV-03': [second, third] } : {};
    const last = (lots: readonly Lot[]): void => {
      if (isBroken) scene.sells(third, first, lots);
      scene.tell(first, { also });
    };
    const next = (lots: readonly Lot[]): void => scene.sells(second, third, lots, { arrived: last });
    scene.on(110, 'sell', () => scene.sells(first, second, unshelve(first, 'OX-Y', 1), { arrived: next }));
  },
);
