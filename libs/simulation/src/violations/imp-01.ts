import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';
import { importGoods } from '../customs.js';

/** No inspection certificate names its import; that of the near miss comes 25 days later. */
export default defineViolation('IMP-01', (scene, isBroken) => {
  const importer = scene.firm(['importer'], '530100');
  scene.on(145, 'mine', () => {
    const certificate = (item: Record<string, unknown>) => (isBroken ? undefined : { ...item, date: dateOf(170) });
    const { event } = importGoods(scene.world, importer, 23e6, { certificate });
    scene.tell(importer, { events: [event] });
  });
});
