import { defineViolation } from './define-violation.js';
import { noon } from './scene.js';
import { unshelve } from '../firm.js';
import type { Sold } from '../trading.js';

/**
 * Cites an invoice for 4 % less; the near miss for 0.4 % less.
 * Another cites an invoice that was void; that of its near miss was replaced ten days later.
 */
export default defineViolation(
  'INV-05',
  (scene, isBroken) => {
    const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
    scene.give(seller, 'OX-La', 4, 110);
    scene.on(131, 'sell', () => {
      scene.sells(seller, buyer, unshelve(seller, 'OX-La'), {
        day: 132,
        ...{ invoice: (item: Record<string, unknown>) => scene.quantity(item, isBroken ? 0.96 : 0.996) },
        sent: ({ dispatches }) => scene.tell(seller, { events: dispatches }),
      });
    });
  },
  (scene, isBroken) => {
    const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
    scene.give(seller, 'OX-Ce', 4, 110);
    scene.on(135, 'sell', () => {
      const invoice = (item: Record<string, unknown>) => {
        const number = `${String(item.number).slice(0, 5)}9${String(item.number).slice(6)}`;
        if (!isBroken) scene.world.paper('invoices', { ...item, number, issuedAt: noon(146) });
        return { ...item, state: 'void' };
      };
      const sent = ({ dispatches }: Sold): void =>
        scene.tell(seller, { events: dispatches, also: isBroken ? {} : { 'REP-05': seller } });
      scene.sells(seller, buyer, unshelve(seller, 'OX-Ce'), { day: 136, invoice, sent });
    });
  },
);
