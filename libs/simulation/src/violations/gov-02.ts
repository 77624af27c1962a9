import { defineViolation } from './define-violation.js';

/** A stage of a case is overdue; that of the near miss is not. */
export default defineViolation('GOV-02', (scene, isBroken) => {
  const firm = scene.smelter();
  const given = isBroken ? { dueAt: '2025-09-01' } : { dueAt: '2027-01-01' };
  scene.world.paper('cases', {
    number: `AJ-${scene.tag}`,
    enterprise: firm.uscc,
    region: '360700',
    rules: ['SEP-01'],
    stage: 'verification',
    stageSince: '2025-07-01',
    ...given,
  });
  scene.tell(firm);
});
