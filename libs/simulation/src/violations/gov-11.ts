import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';
import { noon } from './scene.js';

/** A tip was not answered; that of the near miss in 50 days. */
export default defineViolation('GOV-11', (scene, isBroken) => {
  const region = isBroken ? '140100' : '610100';
  const answered = isBroken ? {} : { feedbackAt: dateOf(200) };
  scene.world.paper('leads', {
    number: `XS-${scene.tag}`,
    kind: 'tip',
    receivedAt: noon(150),
    region,
    text: '举报',
    ...answered,
  });
  scene.tell(undefined, { region });
});
