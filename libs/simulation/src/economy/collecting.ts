import { instant } from '../calendar.js';
import { measured, normalised, pooled, variant } from '../chemistry.js';
import { numbered } from '../codes.js';
import { reoOf, type Firm, type Lot } from '../firm.js';
import { declared, makeLots, own } from '../making.js';
import type { Scale } from '../scale.js';
import type { World } from '../world.js';
import { SCRAP } from './deposits.js';

/** End-of-life magnets, weighed in from a collector. */
export function collect(world: World, firm: Firm, scale: Scale): void {
  const supplier = world.partner(firm, 'other');
  const reoG = (scale.scrapT / 12 / world.all('recycler').length) * 1e6 * world.dice.about(0.2);
  const mixture = variant(SCRAP, world.dice, 0.03);
  const lots = makeLots(world, firm, 'SCR-NdFeB-E', reoG, 33.5, mixture);
  if (lots.length === 0) return;
  own(firm, lots, false);
  world.record(firm, {
    type: 'scrap-intake',
    supplier: { name: supplier.name, uscc: supplier.uscc },
    yields: lots.map(lot => declared(world, lot)),
  });
}

/** Inspectors take feed liquor now and then; it holds what the plant was fed. */
export function sample(world: World, firm: Firm, feed: readonly Lot[]): void {
  if (!world.dice.chance(0.5)) return;
  const pool = pooled(feed.map(lot => ({ reoG: reoOf(lot), mixture: lot.mixture })));
  const number = numbered('QY', world.year, world.next('sample'));
  const place = {
    number,
    enterprise: firm.uscc,
    site: firm.site,
    takenAt: instant(world.calendar.day, 43_200_000),
  };
  const assay = measured(normalised(pool), world.dice, 0.01);
  world.paper('samples', { ...place, point: 'feed-liquor', assay, laboratory: '示例检测中心' }, firm);
}
