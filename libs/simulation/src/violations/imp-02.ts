import { gradedViolation } from './define-violation.js';
import { importGoods } from '../customs.js';

/** Imports 2 % more than it declared; the near miss 0.2 %. 0.5 % are tolerated. */
export default gradedViolation('IMP-02', { tolerated: 0.005, broken: 0.02, near: 0.002 }, (scene, deviation) => {
  const importer = scene.firm(['importer'], '530100');
  scene.on(146, 'mine', () => {
    const { event } = importGoods(scene.world, importer, 23e6, {
      declaration: item => scene.declaredMass(item, 1 - deviation),
    });
    scene.tell(importer, { events: [event] });
  });
});
