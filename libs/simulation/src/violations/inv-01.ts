import { defineViolation } from './define-violation.js';
import { unshelve } from '../firm.js';

/** Invoices lanthanum oxide as hardware; the near miss as its plain name. */
export default defineViolation('INV-01', (scene, isBroken) => {
  const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
  scene.give(seller, 'OX-La', 4, 110);
  scene.on(131, 'sell', () => {
    scene.sells(seller, buyer, unshelve(seller, 'OX-La'), {
      day: 132,
      ...{
        invoice: (item: Record<string, unknown>) =>
          scene.line(item, { item: isBroken ? '*金属制品*五金件' : '氧化镧' }),
      },
      sent: ({ dispatches }) => scene.tell(seller, { events: dispatches }),
    });
  });
});
