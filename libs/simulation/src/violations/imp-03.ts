import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { importGoods } from '../customs.js';

/** Reports a tenth less than it imported; the near miss 0.4 %. */
export default defineViolation('IMP-03', (scene, isBroken) => {
  const importer = scene.firm(['importer'], '530100');
  scene.amend(importer, 'monthly-reports', item =>
    item.importedT === undefined ? item : { ...item, importedT: Number(item.importedT) * (isBroken ? 0.9 : 0.996) },
  );
  scene.on(147, 'mine', () => void importGoods(scene.world, importer, 55e6));
  scene.tell(importer, { period: monthLabel(5) });
});
