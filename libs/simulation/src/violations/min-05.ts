import { defineViolation } from './define-violation.js';
import { centreOf } from '../making.js';

/** Digs under the licence of another; the near miss is named in it as contractor. */
export default defineViolation('MIN-05', (scene, isBroken) => {
  const [holder, digger] = [scene.ionMine(), scene.ionMine()];
  if (!isBroken) scene.permit(holder, 'mining-licence', { contractors: [digger.uscc] });
  holder.underQuota.set('mining-ion', 6e6);
  const [lon, lat] = centreOf(holder);
  scene.digs(digger, 103, 4, { licence: holder.deposit!.licence, location: { lat, lon } }, ({ event }) =>
    scene.tell(digger, { events: [event] }),
  );
});
