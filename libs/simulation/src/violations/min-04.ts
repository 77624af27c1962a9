import { defineViolation } from './define-violation.js';

/** Takes 2.5 t REO out under a licence to explore; the near miss 0.4 t of samples. */
export default defineViolation('MIN-04', (scene, isBroken) => {
  const mine = scene.ionMine();
  const number = scene.explorationNumber();
  scene.amend(mine, 'permits', item =>
    item.kind === 'mining-licence' ? { ...item, kind: 'exploration-licence', number } : item,
  );
  scene.digs(mine, 102, isBroken ? 2.5 : 0.4, { licence: number }, ({ event }) =>
    scene.tell(mine, { events: [event], also: { 'GOV-19': scene.groups() } }),
  );
});
