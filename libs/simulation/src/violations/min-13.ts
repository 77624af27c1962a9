import { defineViolation } from './define-violation.js';
import { noon } from './scene.js';

/** Makes minerals without any quota; the near miss has one, issued late in the year. */
export default defineViolation('MIN-13', (scene, isBroken) => {
  const mine = scene.ionMine();
  if (isBroken) mine.room = 0;
  else scene.amend(mine, 'quotas', item => ({ ...item, issuedAt: noon(300) }));
  scene.digs(mine, 110, 4, {}, ({ event }) => scene.tell(mine, { period: '2025', events: [event] }));
});
