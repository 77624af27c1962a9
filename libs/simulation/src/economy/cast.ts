import { variant } from '../chemistry.js';
import type { Firm, Kind } from '../firm.js';
import type { Scale } from '../scale.js';
import type { World } from '../world.js';
import { ION, ROCK } from './deposits.js';

/** Where works lie that need no deposit. */
const PROVINCES = [
  '360700',
  '150200',
  '330200',
  '440100',
  '310000',
  '320500',
  '511100',
  '370200',
  '430100',
  '210200',
  '350200',
  '340100',
  '420100',
  '130100',
  '610100',
  '140100',
  '500000',
  '450100',
  '530100',
  '620100',
  '520100',
  '120000',
  '110000',
  '410100',
  '220100',
  '230100',
  '460100',
  '630100',
  '640100',
  '650100',
  '540100',
] as const;

/** Founds all enterprises of an economy: two groups with their mines and smelters, and those who live of them. */
export function foundAll(world: World, scale: Scale): void {
  const groups = ['150200', '360700'].map(region => world.found(['group'], region));
  const regions = PROVINCES.slice(0, scale.provinces);
  const several = (count: number, kinds: readonly Kind[], region?: string): void => {
    for (let place = 0; place < count; place++) {
      world.found(kinds, region ?? regions[place % regions.length]!, { place });
    }
  };
  for (let place = 0; place < scale.rockMines + scale.ionMines; place++)
    foundMine(world, place, place < scale.rockMines, groups);
  for (let place = 0; place < scale.rockSmelters + scale.ionSmelters; place++)
    foundSmelter(world, place, place < scale.rockSmelters, groups);
  several(scale.recyclers, ['recycler']);
  several(scale.metalPlants, ['metal']);
  several(scale.magnetMakers, ['magnet']);
  several(scale.traders, ['trader']);
  several(scale.exporters, ['exporter']);
  several(scale.importers, ['importer'], '530100');
  several(scale.consumers, ['other']);
}

/** A mine of a group, on a deposit of its own kind. */
export function foundMine(
  world: World,
  place: number,
  isRock: boolean,
  groups: readonly Firm[],
  isApart = false,
): Firm {
  const from = isRock ? ROCK[place % ROCK.length]! : ION[place % ION.length]!;
  const deposit = {
    product: from.product,
    mixture: variant(from.mixture, world.dice, 0.03),
    ...('ore' in from && { ore: from.ore }),
  };
  return world.found(['mine'], from.region, { place, deposit, isApart, group: groups[isRock ? 0 : 1]!.uscc });
}

export function foundSmelter(
  world: World,
  place: number,
  isRock: boolean,
  groups: readonly Firm[],
  isApart = false,
): Firm {
  const region = isRock ? ROCK[place % ROCK.length]!.region : ION[place % ION.length]!.region;
  return world.found(['smelter'], region, { place, isApart, group: groups[isRock ? 0 : 1]!.uscc });
}

export const isRockFirm = ({ region }: Firm): boolean => ROCK.some(each => each.region === region);

/** Plants that run on the same family of feed as a deposit: rock of its province, or its kind of ion clay. */
export function smeltersOf(world: World, product: string, region = ''): Firm[] {
  const kind = product === 'ENR-ION-L' ? 'ENR-ION-L' : 'ENR-ION-M';
  const ion: readonly string[] = ION.filter(each => each.product === kind).map(each => each.region);
  const regions = product.startsWith('ENR') ? ion : [region];
  return world.all('smelter').filter(smelter => regions.includes(smelter.region));
}
