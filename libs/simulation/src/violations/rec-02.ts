import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { run } from '../making.js';
import { unshelve } from '../firm.js';

/** More comes out of scrap than went in, by 5 %; the near miss by 0.5 %. */
export default defineViolation('REC-02', (scene, isBroken) => {
  const recycler = scene.firm(['recycler'], '330200');
  scene.give(recycler, 'SCR-NdFeB-E', 9, 110);
  scene.on(121, 'run', () => {
    const outputs = ['OX-PrNd', 'OX-Dy'].map(product => ({
      product,
      share: isBroken ? 1.05 : 1.005,
      reoPercent: 99.3,
    }));
    const { event } = run(scene.world, recycler, 'RECYCLING', unshelve(recycler, 'SCR-NdFeB-E'), outputs);
    scene.tell(recycler, { period: monthLabel(5), events: [event] });
  });
});
