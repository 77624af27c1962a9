import { defineViolation } from './define-violation.js';

/** A link between provinces was not reported upwards; that of the near miss was in nine days. */
export default defineViolation('GOV-10', (scene, isBroken) => {
  const given = isBroken
    ? { crossProvince: { foundAt: '2025-06-01' } }
    : { crossProvince: { foundAt: '2025-06-01', reportedAt: '2025-06-10' } };
  scene.world.paper('cases', {
    number: `AJ-${scene.tag}`,
    region: isBroken ? '330000' : '320000',
    rules: ['SEP-01'],
    stage: 'verification',
    stageSince: '2025-06-01',
    ...given,
  });
  scene.tell(undefined, { region: isBroken ? '330000' : '320000' });
});
