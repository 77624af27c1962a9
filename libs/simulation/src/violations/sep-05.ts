import { defineViolation } from './define-violation.js';

/** Takes in 250 kg REO that nobody sent; the near miss 45 kg. */
export default defineViolation('SEP-05', (scene, isBroken) => {
  const [plant, from] = [scene.smelter(), scene.firm(['other'])];
  scene.on(112, 'arrive', () =>
    scene.tell(plant, { events: [scene.appears(plant, 'OX-La', isBroken ? 250_000 : 45_000, from)] }),
  );
});
