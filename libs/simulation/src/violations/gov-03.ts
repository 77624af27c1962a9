import { defineViolation } from './define-violation.js';

/** Rectification is overdue; the near miss was given more time. */
export default defineViolation('GOV-03', (scene, isBroken) => {
  const firm = scene.smelter();
  const given = isBroken ? {} : { delayReason: '设备到货延期', newDueAt: '2027-01-01' };
  scene.world.paper('cases', {
    number: `AJ-${scene.tag}`,
    enterprise: firm.uscc,
    region: '360700',
    rules: ['SEP-01'],
    stage: 'rectification',
    stageSince: '2025-07-01',
    dueAt: '2025-09-01',
    ...given,
  });
  scene.tell(firm);
});
