import { ELEMENTS, distributionToAssay, kgToGrams, toDistribution, type Assay, type Element } from '#kernel';
import { productElements } from '#catalogue';
import type { LotDeclaration, LotDraw, Processing } from '../contract.js';
import { heldOf } from '../oracle/drawing.js';
import { massLeft, type Portion } from '../oracle/holding.js';
import type { Dice } from './dice.js';
import { someDraws, type Move } from './moves.js';
import type { Player } from './player.js';

const CUTS = ['OX-La', 'OX-Ce', 'OX-PrNd', 'OX-SEG', 'OX-Tb', 'OX-Dy', 'OX-Y'];
const MIXES = ['MRC', 'MRCL', 'CON-BAS'];

/**
 * A run that blends, separates, or makes something without telling its assay. Mostly less comes out than went in or
 * about as much, sometimes clearly more.
 */
export const run: Move = (player, dice) => {
  const owners = player.owners();
  if (owners.length === 0) return undefined;
  const owner = dice.pick(owners);
  const draws = someDraws(player, dice, owner, 4);
  const pool = player.grams(portions(player, owner, draws));
  const style = dice.pick([blend, separate, separate, leaveBare]);
  const yields = style(player, dice, pool).map(made => (dice.chance(0.08) ? inflated(dice, made) : made));
  const facts = player.common(dice, owner);
  const event: Processing = {
    ...facts,
    type: 'processing',
    process: style === separate ? 'SEPARATION' : 'BLEND',
    from: player.now(4),
    draws,
    yields: yields.map(made => player.declare(dice.chance(0.2) ? { ...made, at: player.now(2) } : made, pool)),
  };
  const losses: Processing['losses'] = [{ kind: 'loss', massKg: dice.kg(0, 100), reoPercent: 10 }];
  return dice.chance(0.2) ? { ...event, losses } : event;
};

/** What the draws would take from which holding, oldest first. */
function portions(player: Player, owner: string, draws: readonly LotDraw[]): Portion[] {
  return draws.flatMap(({ lot, massKg }) => {
    let missing = kgToGrams(massKg);
    return heldOf(player.books.holdings(), owner, lot).map(holding => {
      const mass = Math.min(missing, massLeft(holding));
      missing -= mass;
      return { holding, mass };
    });
  });
}

type Style = (player: Player, dice: Dice, pool: readonly number[]) => LotDeclaration[];

const total = (grams: readonly number[]): number => grams.reduce((sum, each) => sum + each, 0);

const blend: Style = (player, dice, pool) => {
  const [product, reoPercent] = [dice.pick(MIXES), dice.pick([42.5, 50, 60.25])];
  const parts = Array.from({ length: dice.between(1, 3) }, () => dice.fraction());
  const made = total(pool) * (dice.chance(0.4) ? 1 : 1 - dice.fraction() / 10);
  const assay = dice.chance(0.6) ? assayOf(pool) : undefined;
  return parts.flatMap(part => declared(player, product, (made * part) / total(parts), reoPercent, assay));
};

const separate: Style = (player, dice, pool) => {
  const cuts = dice.some(CUTS, dice.between(1, 5));
  const taken = new Set(cuts.flatMap(product => [...productElements(product)]));
  const rest = pool.map((grams, e) => (taken.has(e) ? 0 : grams));
  const oxides = cuts.flatMap(product => {
    const grams = pool.map((each, e) => (productElements(product).includes(e) ? each : 0));
    const made = total(grams) * (0.95 + dice.fraction() * 0.06);
    return declared(player, product, made, 99.5, dice.chance(0.5) ? assayOf(grams) : undefined);
  });
  const remainder = dice.chance(0.6) ? declared(player, 'MRC', total(rest) * 0.99, 43.21, assayOf(rest)) : [];
  return [...oxides, ...remainder];
};

const leaveBare: Style = (player, dice, pool) =>
  declared(player, dice.pick([...MIXES, 'OX-PrNd', 'OX-SEG']), total(pool) * (0.5 + dice.fraction() / 2), 45);

/** A lot that holds so many grams of REO, or none where that is less than a gram. */
function declared(player: Player, product: string, reo: number, reoPercent: number, assay?: Assay): LotDeclaration[] {
  const massKg = Math.round(reo / (reoPercent / 100)) / 1000;
  if (massKg < 0.001) return [];
  return [{ lot: player.newLot(), product, massKg, reoPercent, ...(assay && { assay }) }];
}

const inflated = (dice: Dice, made: LotDeclaration): LotDeclaration => ({
  ...made,
  massKg: Math.round(made.massKg * (1030 + dice.between(0, 1000))) / 1000,
});

/** An assay to two decimals, as laboratories write it; none where there is nothing to assay. */
function assayOf(grams: readonly number[]): Assay | undefined {
  const exact = distributionToAssay(toDistribution(grams));
  const rounded = ELEMENTS.map((element): [Element, number] => [
    element,
    Math.round((exact[element] ?? 0) * 100) / 100,
  ]);
  const present = rounded.filter(([, percent]) => percent > 0);
  return present.length > 0 ? Object.fromEntries(present) : undefined;
}
