import { defineViolation } from './define-violation.js';
import { own, declared } from '../making.js';
import { importGoods } from '../customs.js';

/**
 * Imports 4 % more on one declaration, in two parts; the near miss 0.2 %.
 * Another uses a declaration that is not its own; its near miss its own to the day.
 */
export default defineViolation(
  'SEP-07',
  (scene, isBroken) => {
    const importer = scene.firm(['importer'], '530100');
    scene.on(114, 'mine', () => {
      const first = importGoods(scene.world, importer, 4.6e6);
      const massKg =
        Math.round(first.lots.reduce((sum, { massG }) => sum + massG, 0) * (isBroken ? 0.04 : 0.002)) / 1000;
      const lots = [{ ...first.lots[0]!, code: `${first.lots[0]!.code}-R`, massG: Math.round(massKg * 1000) }];
      own(importer, lots, false);
      const yields = lots.map(lot => declared(scene.world, lot));
      const event = scene.world.record(importer, {
        type: 'import',
        declaration: first.declaration,
        originCountry: 'MM',
        yields,
      });
      scene.tell(importer, { events: [event] });
    });
  },
  (scene, isBroken) => {
    const [importer, other] = [scene.firm(['importer'], '530100'), scene.firm(['importer'], '530100')];
    scene.on(141, 'mine', () => {
      const party = isBroken ? other.uscc : importer.uscc;
      const { event } = importGoods(scene.world, importer, 4e6, { declaration: item => ({ ...item, party }) });
      scene.tell(importer, { events: [event], also: isBroken ? { 'IMP-03': [importer, other] } : {} });
    });
  },
);
