import { defineViolation } from './define-violation.js';

/** A trader takes in 250 kg REO that nobody sent; the near miss 45 kg. */
export default defineViolation('TRD-04', (scene, isBroken) => {
  const [trader, from] = [scene.firm(['trader']), scene.firm(['other'])];
  scene.on(126, 'arrive', () =>
    scene.tell(trader, { events: [scene.appears(trader, 'OX-Ce', isBroken ? 250_000 : 45_000, from)] }),
  );
});
