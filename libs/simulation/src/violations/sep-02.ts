import { defineViolation } from './define-violation.js';

/** Makes a fifth more than its quota; the near miss 85 % of it. */
export default defineViolation('SEP-02', (scene, isBroken) => {
  const plant = scene.importingSmelter();
  plant.room = isBroken ? 1 / 1.2 : 1 / 0.85;
  const buyer = scene.firm(['other']);
  for (const day of [60, 150, 240])
    scene.separates(plant, day, 12, ({ lots }) =>
      scene.sells(
        plant,
        buyer,
        lots.filter(({ product }) => product === 'OX-La'),
      ),
    );
  scene.on(300, 'mine', () => scene.tell(plant, { period: '2025' }));
});
