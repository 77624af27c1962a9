import { defineViolation } from './define-violation.js';
import { noon, ionProfile } from './scene.js';
import { measured, profile } from '../chemistry.js';

/** The liquor in its tanks holds a quarter of ion clay; the near miss 1 %. */
export default defineViolation('REC-03', (scene, isBroken) => {
  const recycler = scene.firm(['recycler'], '330200');
  scene.give(recycler, 'SCR-NdFeB-E', 9, 110);
  const foreign = isBroken ? 0.25 : 0.01;
  const clay = ionProfile();
  const mixture = profile('SCRAP_NDFEB_HDD').map((share, e) => share * (1 - foreign) + clay[e]! * foreign);
  const assay = measured(mixture, scene.world.dice, 0.005);
  const number = `QY-${scene.tag}`;
  scene.world.paper('samples', {
    number,
    enterprise: recycler.uscc,
    site: recycler.site,
    takenAt: noon(122),
    point: 'feed-liquor',
    assay,
  });
  scene.tell(recycler, { also: isBroken ? { 'REC-02': recycler } : {} });
});
