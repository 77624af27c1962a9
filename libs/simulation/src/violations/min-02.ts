import { defineViolation } from './define-violation.js';
import { centreOf } from '../making.js';

/** Digs 80 m outside the licensed area; the near miss 12 m. */
export default defineViolation('MIN-02', (scene, isBroken) => {
  const mine = scene.ionMine();
  const [lon, lat] = centreOf(mine);
  const metres = isBroken ? 80 : 12;
  const location = { lat: Math.round((lat + 0.05 + metres / 111_320) * 1e6) / 1e6, lon };
  scene.digs(mine, 101, 3, { location }, ({ event }) => scene.tell(mine, { events: [event] }));
});
