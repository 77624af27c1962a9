import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';

/** Nobody reviewed Fujian in June; Jiangxi was reviewed as every month. */
export default defineViolation('GOV-14', (scene, isBroken) => {
  const region = isBroken ? '350000' : '360000';
  if (isBroken) scene.world.unreviewed.add(`${region} 6`);
  scene.tell(undefined, { region, period: monthLabel(5) });
});
