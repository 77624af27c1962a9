import { gradedViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { importGoods } from '../customs.js';

/** Reports a tenth less than it imported; the near miss 0.4 %. A tonne of the 60 is tolerated. */
export default gradedViolation('IMP-03', { tolerated: 0.0167, broken: 0.1, near: 0.004 }, (scene, deviation) => {
  const importer = scene.firm(['importer'], '530100');
  scene.amend(importer, 'monthly-reports', item =>
    item.importedT === undefined ? item : { ...item, importedT: Number(item.importedT) * (1 - deviation) },
  );
  scene.on(147, 'mine', () => void importGoods(scene.world, importer, 55e6));
  scene.tell(importer, { period: monthLabel(5) });
});
