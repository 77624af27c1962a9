import { defineViolation } from './define-violation.js';
import type { Lot } from '../firm.js';

/** Sells on concentrate it bought; the near miss to a plant of its group. */
export default defineViolation('SEP-10', (scene, isBroken) => {
  const [mine, plant] = [scene.ionMine(), scene.smelter()];
  const buyer = isBroken ? scene.firm(['smelter'], '360700', scene.groups()[0]!.uscc) : scene.smelter();
  const also = isBroken ? { 'SEP-03': buyer } : {};
  const arrived = (lots: readonly Lot[]): void =>
    scene.sells(plant, buyer, lots, { sent: ({ dispatches }) => scene.tell(plant, { events: dispatches, also }) });
  scene.digs(mine, 117, 4, {}, ({ lots }) => scene.sells(mine, plant, lots, { arrived }));
});
