import { defineViolation } from './define-violation.js';
import { importGoods } from '../customs.js';

/** Imports 2 % more than it declared; the near miss 0.2 %. */
export default defineViolation('IMP-02', (scene, isBroken) => {
  const importer = scene.firm(['importer'], '530100');
  scene.on(146, 'mine', () => {
    const { event } = importGoods(scene.world, importer, 23e6, {
      declaration: item => scene.declaredMass(item, isBroken ? 0.98 : 0.998),
    });
    scene.tell(importer, { events: [event] });
  });
});
