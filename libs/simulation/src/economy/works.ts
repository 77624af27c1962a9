import { firstDay } from '../calendar.js';
import { partOf, reoOf, shelve, unshelve, type Firm, type Kind, type Lot } from '../firm.js';
import { mine, run, type Output, type Ran } from '../making.js';
import type { Scale } from '../scale.js';
import { sell } from '../trading.js';
import type { World } from '../world.js';
import { isRockFirm, smeltersOf } from './cast.js';
import { collect, sample } from './collecting.js';

/** Who buys a product, and how many of a hundred lots. */
const MARKET: Readonly<Record<string, readonly (readonly [Kind, number])[]>> = {
  'OX-PrNd': [
    ['metal', 88],
    ['trader', 12],
  ],
  'OX-Dy': [
    ['metal', 75],
    ['trader', 25],
  ],
  'OX-Tb': [
    ['trader', 60],
    ['other', 40],
  ],
  'MET-PrNd': [
    ['magnet', 92],
    ['exporter', 8],
  ],
  'ALY-DyFe': [['magnet', 100]],
  'MAG-NdFeB': [
    ['other', 75],
    ['exporter', 25],
  ],
  'SCR-NdFeB-B': [['recycler', 100]],
  'SCR-NdFeB-S': [['recycler', 100]],
};
const OXIDES: readonly (readonly [Kind, number])[] = [
  ['trader', 50],
  ['other', 50],
];

/** Sells lots to those who want them, a few at a time. */
export function market(world: World, firm: Firm, lots: readonly Lot[]): void {
  for (const product of new Set(lots.map(lot => lot.product))) {
    const left = lots.filter(lot => lot.product === product);
    while (left.length > 0) {
      const order = left.splice(0, world.dice.between(1, 3));
      sell(world, firm, world.partner(firm, buyerOf(world, product)), order, {
        day: world.calendar.day + world.dice.between(0, 9),
      });
    }
  }
}

function buyerOf(world: World, product: string): Kind {
  let throwOf100 = world.dice.between(0, 99);
  for (const [kind, percent] of MARKET[product] ?? OXIDES) {
    throwOf100 -= percent;
    if (throwOf100 < 0) return kind;
  }
  throw new Error(`the market of ${product} does not sum to 100`);
}

/** What mines, plants and collectors do in a month, each on days of its own. */
export function planMonth(world: World, scale: Scale, month: number): void {
  const first = firstDay(month);
  const plan = (kind: Kind, day: number, spread: number, phase: 'mine' | 'run', task: (firm: Firm) => void): void => {
    for (const firm of world.all(kind)) world.calendar.at(first + day + (firm.place % spread), phase, () => task(firm));
  };
  const mines = world.all('mine');
  const rock = mines.filter(isRockFirm).length;
  plan('mine', 1, 8, 'mine', firm =>
    dig(world, firm, isRockFirm(firm) ? scale.rockT / rock : scale.ionT / (mines.length - rock)),
  );
  plan('recycler', 3, 12, 'mine', firm => collect(world, firm, scale));
  plan('metal', 7, 7, 'run', firm => melt(world, firm));
  plan('smelter', 17, 6, 'run', firm => smelt(world, firm));
  plan('magnet', 20, 6, 'run', firm => makeMagnets(world, firm));
  plan('recycler', 22, 5, 'run', firm => recycle(world, firm));
}

/** A month's ore, dressed at rock mines, for the smelters of the group. */
export function dig(world: World, firm: Firm, yearT: number): void {
  const reoG = (yearT / 12) * 1e6 * world.dice.about(0.08);
  const { ore } = firm.deposit!;
  mine(world, firm, ore ? reoG / 0.82 : reoG);
  const deliver = (): void => {
    const lots = unshelve(firm, firm.deposit!.product);
    while (lots.length > 0)
      sell(world, firm, smelterFor(world, firm), lots.splice(0, 2), {
        day: world.calendar.day + world.dice.between(0, 9),
      });
  };
  if (!ore) deliver();
  else world.calendar.at(world.calendar.day, 'run', () => (dress(world, firm), deliver()));
}

export function dress(world: World, firm: Firm): Ran {
  const { ore, product } = firm.deposit!;
  const losses = [{ kind: 'tailings', share: 0.16, reoPercent: 1.2 } as const];
  return run(
    world,
    firm,
    'BENEFICIATION',
    unshelve(firm, ore!),
    [{ product, share: 0.82, reoPercent: product === 'CON-MIX' ? 50 : 60, isAssayed: true }],
    { losses },
  );
}

/** A plant runs on one family of feed: rock of its province, or one kind of ion clay. */
function smelterFor(world: World, firm: Firm): Firm {
  const able = smeltersOf(world, firm.deposit!.product, firm.region);
  return able[(firm.place * 2 + world.dice.between(0, 2)) % able.length]!;
}

const WORK_IN_PROGRESS = 0.12;
const separated = (product: string): Output => ({
  product,
  share: (1 - WORK_IN_PROGRESS) * 0.985,
  reoPercent: product === 'OX-SEG' ? 90 : 99.4,
});
const LIGHT = ['OX-La', 'OX-Ce', 'OX-PrNd', 'OX-SEG'];
const HEAVY = ['OX-Tb', 'OX-Dy', 'OX-Ho', 'OX-Er', 'OX-Y'];
const IN_PROGRESS: Output = { product: 'MRCL', share: WORK_IN_PROGRESS, reoPercent: 46, isAssayed: true };

/** Concentrate is broken down, then everything separated; some stays in the tanks for the next run. */
export function smelt(world: World, firm: Firm): void {
  const rock = ['CON-MIX', 'CON-BAS'].flatMap(product => unshelve(firm, product));
  const losses = [{ kind: 'radioactive-residue', share: 0.015, reoPercent: 1 } as const];
  if (rock.length > 0)
    run(world, firm, 'SMELT_DECOMP', rock, [{ product: 'MRC', share: 0.97, reoPercent: 43.5, isAssayed: true }], {
      losses,
      days: 6,
    });
  world.calendar.at(world.calendar.day, 'refine', () => void separate(world, firm));
}

/** Separates what is fresh with what is in the tanks; nothing where nothing is fresh. */
export function separate(world: World, firm: Firm): Ran | undefined {
  const fresh = ['MRC', 'ENR-ION-M', 'ENR-ION-L', 'ENR-IMP'].flatMap(product => unshelve(firm, product));
  if (fresh.length === 0) return undefined;
  const feed = [...fresh, ...unshelve(firm, 'MRCL')];
  const products = isRockFirm(firm) ? LIGHT : [...LIGHT, ...HEAVY];
  const ran = run(world, firm, 'SEPARATION', feed, [...products.map(separated), IN_PROGRESS], { days: 5 });
  sample(world, firm, feed);
  const goods = offShelf(
    firm,
    ran.lots.filter(({ product }) => product !== 'MRCL'),
  );
  if (!firm.isApart) market(world, firm, goods);
  return ran;
}

/** Takes lots that were just made off the shelf. */
export function offShelf(firm: Firm, lots: readonly Lot[]): Lot[] {
  for (const product of new Set(lots.map(lot => lot.product))) unshelve(firm, product);
  return [...lots];
}

function melt(world: World, firm: Firm): void {
  const didymium = unshelve(firm, 'OX-PrNd');
  const dysprosium = unshelve(firm, 'OX-Dy');
  const losses = [{ kind: 'loss', share: 0.03, reoPercent: 30 } as const];
  const made = [
    ...(didymium.length > 0
      ? run(world, firm, 'ELECTROLYSIS', didymium, [{ product: 'MET-PrNd', share: 0.955, metalPercent: 99.3 }], {
          losses,
        }).lots
      : []),
    ...(dysprosium.length > 0
      ? run(world, firm, 'REDUCTION', dysprosium, [{ product: 'ALY-DyFe', share: 0.95, metalPercent: 80 }], { losses })
          .lots
      : []),
  ];
  market(world, firm, offShelf(firm, made));
}

function makeMagnets(world: World, firm: Firm): void {
  const metal = unshelve(firm, 'MET-PrNd');
  if (metal.length === 0) return;
  const feed = [...metal, ...dysprosiumFor(firm, metal)];
  const outputs = [
    { product: 'MAG-NdFeB', share: 0.73, metalPercent: 31.3, isAssayed: true },
    { product: 'SCR-NdFeB-B', share: 0.14, metalPercent: 29.5, isAssayed: true },
    { product: 'SCR-NdFeB-S', share: 0.1, metalPercent: 24, isAssayed: true },
  ];
  market(world, firm, offShelf(firm, run(world, firm, 'MAGNET_MAKING', feed, outputs).lots));
}

const DYSPROSIUM = 0.04;

/** As much ferro-dysprosium as the magnets need; of the last lot a part. */
function dysprosiumFor(firm: Firm, metal: readonly Lot[]): Lot[] {
  let wanted = metal.reduce((sum, lot) => sum + reoOf(lot), 0) * DYSPROSIUM;
  return unshelve(firm, 'ALY-DyFe').flatMap(lot => {
    const massG = Math.min(lot.massG, Math.max(0, Math.round((wanted / lot.reoPercent) * 100)));
    if (massG < lot.massG) shelve(firm, partOf(lot, lot.massG - massG));
    wanted -= (massG * lot.reoPercent) / 100;
    return massG > 0 ? [partOf(lot, massG)] : [];
  });
}

const SCRAPS = ['SCR-NdFeB-B', 'SCR-NdFeB-S', 'SCR-NdFeB-E'];

function recycle(world: World, firm: Firm): void {
  const feed = SCRAPS.flatMap(product => unshelve(firm, product));
  if (feed.length === 0) return;
  const outputs = ['OX-PrNd', 'OX-Dy'].map(product => ({ product, share: 0.945, reoPercent: 99.3 }));
  const { lots } = run(world, firm, 'RECYCLING', feed, outputs, {
    losses: [{ kind: 'waste', share: 0.03, reoPercent: 2 }],
  });
  sample(world, firm, feed);
  market(world, firm, offShelf(firm, lots));
}
