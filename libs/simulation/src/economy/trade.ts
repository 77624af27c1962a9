import { firstDay } from '../calendar.js';
import { exportGoods, importGoods } from '../customs.js';
import { shelve, unshelve, type Firm, type Lot } from '../firm.js';
import type { Scale } from '../scale.js';
import { sell } from '../trading.js';
import type { World } from '../world.js';
import { smeltersOf } from './cast.js';

const DESTINATIONS = ['JP', 'KR', 'DE', 'VN', 'US', 'NL'] as const;

/** Traders pass on what comes in; others keep it for their own use. */
export function passOn(world: World, firm: Firm, lot: Lot): void {
  if (firm.kinds[0] !== 'trader' || firm.isApart) return shelve(firm, lot);
  const buyer = world.partner(firm, world.dice.chance(0.6) ? 'exporter' : 'other');
  sell(world, firm, buyer, [lot], { day: world.calendar.day + world.dice.between(3, 15), markUp: 1.02 });
}

export function planTrade(world: World, scale: Scale, month: number): void {
  const first = firstDay(month);
  for (const firm of world.all('importer')) {
    world.calendar.at(first + 2 + (firm.place % 9), 'mine', () => bring(world, firm, scale));
  }
  for (const firm of world.all('exporter')) {
    world.calendar.at(first + 24 + (firm.place % 3), 'export', () => shipAll(world, firm));
  }
}

function bring(world: World, firm: Firm, scale: Scale): void {
  const reoG = (scale.importT / 12 / world.all('importer').length) * 1e6 * world.dice.about(0.1);
  const { lots } = importGoods(world, firm, reoG);
  const plants = smeltersOf(world, 'ENR-IMP');
  for (const lot of lots) unshelve(firm, lot.product, 1);
  for (const lot of lots) sell(world, firm, plants[(firm.place + world.dice.between(0, 2)) % plants.length]!, [lot]);
}

/** Everything in stock leaves, two lots a declaration. */
function shipAll(world: World, firm: Firm): void {
  for (const product of [...firm.shelf.keys()].sort()) {
    const lots = unshelve(firm, product);
    const at = firm.place + product.length;
    while (lots.length > 0) {
      const destination = DESTINATIONS[(at + world.dice.between(0, 1)) % DESTINATIONS.length]!;
      exportGoods(world, firm, lots.splice(0, 2), destination);
    }
  }
}
