import { defineViolation } from './define-violation.js';
import { run } from '../making.js';
import { unshelve, shelve } from '../firm.js';
import { importGoods } from '../customs.js';
import type { Lot } from '../firm.js';

/** Buys and recycles concentrate; the near miss old magnets. */
export default defineViolation('REC-01', (scene, isBroken) => {
  const [recycler, seller] = [
    scene.firm(['recycler'], '330200'),
    scene.firm(isBroken ? ['importer'] : ['magnet'], '330200'),
  ];
  const also = isBroken ? { 'REC-02': recycler } : {};
  const arrived = (lots: readonly Lot[]): void => {
    for (const lot of lots) shelve(recycler, lot);
    scene.on(scene.world.calendar.day + 2, 'run', () => {
      const outputs = ['OX-PrNd', 'OX-Dy'].map(product => ({ product, share: 0.95, reoPercent: 99.3 }));
      if (isBroken)
        outputs.push(
          { product: 'OX-Y', share: 0.95, reoPercent: 99.3 },
          { product: 'OX-La', share: 0.95, reoPercent: 99.3 },
          { product: 'OX-SEG', share: 0.95, reoPercent: 90 },
        );
      const feed = [...recycler.shelf.keys()].flatMap(product => unshelve(recycler, product));
      scene.tell(recycler, { events: [run(scene.world, recycler, 'RECYCLING', feed, outputs).event], also });
    });
  };
  const offer = (lots: readonly Lot[]): void => scene.sells(seller, recycler, lots, { day: 122, arrived });
  if (isBroken) scene.on(120, 'mine', () => offer(scene.taken(seller, importGoods(scene.world, seller, 4e6).lots)));
  else {
    scene.give(seller, 'MAG-NdFeB', 1.5, 119);
    scene.on(120, 'mine', () => offer(unshelve(seller, 'MAG-NdFeB')));
  }
});
