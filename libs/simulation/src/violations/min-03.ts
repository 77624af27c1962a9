import { defineViolation } from './define-violation.js';

/** Makes a fifth more than its quota allows; the near miss uses 85 % of it. */
export default defineViolation('MIN-03', (scene, isBroken) => {
  const mine = scene.ionMine();
  mine.room = isBroken ? 1 / 1.2 : 1 / 0.85;
  for (const day of [60, 150, 240]) scene.digs(mine, day, 5);
  scene.on(300, 'mine', () => scene.tell(mine, { period: '2025' }));
});
