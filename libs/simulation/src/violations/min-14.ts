import { defineViolation } from './define-violation.js';
import { noon } from './scene.js';
import { centreOf } from '../making.js';

/** Pits seen from above lie on nobody's ground; in the near miss on that of a licence. */
export default defineViolation('MIN-14', (scene, isBroken) => {
  const mine = scene.ionMine();
  const [lon, lat] = centreOf(mine);
  const point = { lat: isBroken ? 20.5 : lat, lon: isBroken ? 110.5 : lon };
  const region = isBroken ? '460100' : '360700';
  scene.world.paper('leads', {
    number: `XS-${scene.tag}`,
    kind: 'remote-sensing',
    receivedAt: noon(111),
    region,
    point,
  });
  scene.tell(undefined, { region });
});
