import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';
import { unshelve } from '../firm.js';

/** Sells to a blacklisted enterprise; the near miss on the day of the listing. */
export default defineViolation('GOV-05', (scene, isBroken) => {
  const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
  scene.world.paper('sanctions', {
    number: `HM-${scene.tag}`,
    enterprise: buyer.uscc,
    kind: 'blacklist',
    from: dateOf(isBroken ? 120 : 132),
    basis: '失信名单',
  });
  scene.give(seller, 'OX-La', 4, 110);
  scene.on(131, 'sell', () => {
    scene.sells(seller, buyer, unshelve(seller, 'OX-La'), {
      day: 132,
      sent: ({ dispatches }) => scene.tell(seller, { events: dispatches }),
    });
  });
});
