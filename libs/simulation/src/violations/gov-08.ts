import { defineViolation } from './define-violation.js';

/** Nobody decided on a referral; that of the near miss was decided and made in two days. */
export default defineViolation('GOV-08', (scene, isBroken) => {
  const firm = scene.smelter();
  const given = isBroken
    ? { referral: { reportedAt: '2025-08-02' } }
    : {
        referral: {
          reportedAt: '2025-08-02',
          decidedAt: '2025-08-04',
          decision: 'transfer',
          transferredAt: '2025-08-04',
        },
      };
  scene.world.paper('cases', {
    number: `AJ-${scene.tag}`,
    enterprise: firm.uscc,
    region: '360700',
    rules: ['SEP-01'],
    stage: 'explanation',
    stageSince: '2025-08-01',
    ...given,
  });
  scene.tell(firm);
});
