import { defineViolation } from './define-violation.js';
import { importGoods } from '../customs.js';

/**
 * Invoices a fee for separating another's goods; the near miss a technical service.
 * Another receives feed on tolling terms; its near miss buys it.
 */
export default defineViolation(
  'SEP-06',
  (scene, isBroken) => {
    const [plant, owner] = [scene.smelter(), scene.firm(['trader'])];
    const item = isBroken ? '*稀土产品*稀土冶炼分离产品加工费' : '*研发和技术服务*技术服务费';
    scene.on(113, 'sell', () => {
      scene.invoice(plant, owner, { item, massKg: 12_000, price: 9_000 });
      scene.tell(plant);
    });
  },
  (scene, isBroken) => {
    const [owner, plant] = [scene.firm(['importer'], '530100'), scene.smelter()];
    scene.on(139, 'mine', () => {
      const lots = scene.taken(owner, importGoods(scene.world, owner, 4e6).lots);
      const terms = isBroken ? 'tolling' : 'sale';
      scene.sells(owner, plant, lots, {
        dispatch: { terms },
        sent: ({ dispatches }) => scene.tell(plant, { events: dispatches }),
      });
    });
  },
);
