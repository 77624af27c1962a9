import { defineViolation } from './define-violation.js';

/** A plant that ran in three months shows no sale in the whole year; the near miss shows one. */
export default defineViolation('REP-09', (scene, isBroken) => {
  const [plant, buyer] = [scene.importingSmelter(), scene.firm(['other'])];
  for (const day of [60, 150, 240]) {
    scene.separates(plant, day, 12, ({ lots }) => {
      if (!isBroken && day === 240)
        scene.sells(
          plant,
          buyer,
          lots.filter(({ product }) => product === 'OX-La'),
        );
    });
  }
  scene.tell(plant, { period: '2025' });
});
