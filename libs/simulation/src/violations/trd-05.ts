import { gradedViolation } from './define-violation.js';

/** A count of a trader finds 6 % less; the near miss 0.2 %. 50 kg of the 9 t are tolerated. */
export default gradedViolation('TRD-05', { tolerated: 0.0056, broken: 0.06, near: 0.002 }, (scene, deviation) => {
  const trader = scene.firm(['trader']);
  scene.give(trader, 'OX-La', 9, 110);
  scene.counts(trader, 'OX-La', 127, 1 - deviation, event => scene.tell(trader, { events: [event] }));
});
