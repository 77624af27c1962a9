import { gradedViolation } from './define-violation.js';
import { noon } from './scene.js';

/** A sample of its goods differs from their assay by 20 points; the near miss by 2. 5 are tolerated. */
export default gradedViolation('TRD-07', { tolerated: 5, broken: 20, near: 2 }, (scene, deviation) => {
  const trader = scene.firm(['trader']);
  scene.give(trader, 'OX-PrNd', 4, 110);
  scene.on(129, 'run', () => {
    const [lot] = trader.shelf.get('OX-PrNd')!;
    const praseodymium = 25 + deviation / 2;
    const number = `QY-${scene.tag}`;
    const assay = { Pr: praseodymium, Nd: 100 - praseodymium };
    scene.world.paper('samples', {
      number,
      enterprise: trader.uscc,
      site: trader.site,
      takenAt: noon(129),
      point: 'product',
      lot: lot!.code,
      assay,
    });
    scene.tell(trader);
  });
});
