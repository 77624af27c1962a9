import { defineViolation } from './define-violation.js';
import { unshelve } from '../firm.js';

/** Invoices oxides on an ordinary invoice; the near miss in kilograms. */
export default defineViolation('INV-06', (scene, isBroken) => {
  const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
  scene.give(seller, 'OX-La', 4, 110);
  scene.on(131, 'sell', () => {
    scene.sells(seller, buyer, unshelve(seller, 'OX-La'), {
      day: 132,
      ...{
        invoice: (item: Record<string, unknown>) =>
          isBroken ? { ...item, type: 'digital-ordinary' } : scene.line(item, { unit: '公斤' }),
      },
      sent: ({ dispatches }) => scene.tell(seller, { events: dispatches }),
    });
  });
});
