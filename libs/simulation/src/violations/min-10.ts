import { defineViolation } from './define-violation.js';
import { centreOf } from '../making.js';

/** Recovers 80 m outside the approved area; the near miss 12 m. */
export default defineViolation('MIN-10', (scene, isBroken) => {
  const works = scene.recovery();
  scene.approve(works, 20_000);
  const [lon, lat] = centreOf(works);
  const location = { lat: Math.round((lat + 0.05 + (isBroken ? 80 : 12) / 111_320) * 1e6) / 1e6, lon };
  scene.digs(works, 108, 4, { location }, ({ event }) => scene.tell(works, { events: [event] }));
});
