import { defineViolation } from './define-violation.js';

/** A key area that nobody looked at since September; the near miss had its visits. */
export default defineViolation('MIN-15', (scene, isBroken) => {
  const mine = scene.ionMine();
  scene.amend(mine, 'sites', item => ({ ...item, keyArea: true }));
  if (isBroken) scene.amend(mine, 'inspections', item => (String(item.date) > '2025-10' ? undefined : item));
  scene.tell(mine);
});
