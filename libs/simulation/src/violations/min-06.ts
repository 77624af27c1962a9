import { defineViolation } from './define-violation.js';
import { dateOf } from '../calendar.js';

/** Inspectors see exploration without a licence; the near miss holds one. */
export default defineViolation('MIN-06', (scene, isBroken) => {
  const explorer = scene.firm(['other']);
  const kind = 'exploration-licence';
  const licence = {
    kind,
    number: scene.explorationNumber(),
    holder: explorer.uscc,
    issuer: '自然资源部门',
    from: '2024-01-01',
    to: '2026-12-31',
    status: 'valid',
    minerals: ['rare-earth'],
  };
  if (!isBroken) scene.world.paper('permits', licence);
  scene.inspection({ enterprise: explorer.uscc, kind: 'special', date: dateOf(104), activities: ['exploration'] });
  scene.tell(explorer);
});
