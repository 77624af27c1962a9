import { gramsToKg } from '#kernel';
import type { LotDeclaration, LotDraw, MaterialEvent, Receipt } from '../contract.js';
import { massLeft, type Holding } from '../oracle/holding.js';
import { hour, uscc } from './codes.js';
import type { Dice } from './dice.js';
import type { Player } from './player.js';
import { LICENCES, USCCS, exportNumbers, importNumbers, sitesOf } from './world.js';

/** A way to go on with a history; `undefined` where nothing of the kind can happen now. */
export type Move = (player: Player, dice: Dice) => MaterialEvent | undefined;

const BASTNAESITE = { La: 29.49, Ce: 47.55, Pr: 4.42, Nd: 15.18, Sm: 1.24, Eu: 0.23, Gd: 0.65, Dy: 0.54, Y: 0.7 };
const ION_CLAY = {
  La: 27.88,
  Ce: 3.27,
  Pr: 5.68,
  Nd: 17.75,
  Sm: 4.59,
  Eu: 0.94,
  Gd: 6.03,
  Tb: 0.69,
  Dy: 3.75,
  Y: 29.42,
};
const MAGNETS = { Pr: 12.5, Nd: 83.2, Dy: 4.3 };

const ROOTS = {
  rock: { product: 'CON-BAS', reoPercent: 60.5, assay: BASTNAESITE },
  clay: { product: 'ENR-ION-M', reoPercent: 92, assay: ION_CLAY },
  imported: { product: 'ENR-IMP', reoPercent: 91.337, assay: ION_CLAY },
  scrap: { product: 'SCR-NdFeB-B', metalPercent: 29.7, assay: MAGNETS },
} as const;

function rootYields(player: Player, dice: Dice, kinds: readonly (keyof typeof ROOTS)[]): LotDeclaration[] {
  return Array.from({ length: dice.between(1, 3) }, () => {
    const { assay, ...rest } = ROOTS[dice.pick(kinds)];
    const declaration = { lot: player.newLot(), massKg: dice.kg(50, 12_000), ...rest };
    return player.declare(dice.chance(0.75) ? { ...declaration, assay } : declaration);
  });
}

/** Now, or sometimes long before: facts that come late. */
const rootTime = (player: Player, dice: Dice): string =>
  dice.chance(0.3) ? hour(-dice.between(1, 1000)) : player.now();

export const mine: Move = (player, dice) => ({
  ...player.common(dice, dice.pick(USCCS.slice(0, 2))),
  type: 'mining',
  occurredAt: rootTime(player, dice),
  licence: dice.chance(0.6) ? dice.pick(LICENCES.slice(0, 2)) : dice.pick(LICENCES),
  yields: rootYields(player, dice, ['rock', 'clay']),
});

export const bringIn: Move = (player, dice) => ({
  ...player.common(dice, dice.chance(0.8) ? USCCS[6]! : dice.pick(USCCS)),
  type: 'import',
  occurredAt: rootTime(player, dice),
  declaration: dice.pick(importNumbers(player.salt)),
  originCountry: 'MM',
  yields: rootYields(player, dice, ['imported']),
});

export const takeScrap: Move = (player, dice) => ({
  ...player.common(dice, dice.chance(0.8) ? USCCS[4]! : dice.pick(USCCS)),
  type: 'scrap-intake',
  occurredAt: rootTime(player, dice),
  supplier: { name: '示例磁材厂', ...(dice.chance(0.7) && { uscc: uscc(900 + dice.between(1, 3), '330200') }) },
  yields: rootYields(player, dice, ['scrap']),
});

export const open: Move = (player, dice) => ({
  ...player.common(dice, dice.pick(USCCS)),
  type: 'opening-stock',
  occurredAt: rootTime(player, dice),
  yields: rootYields(player, dice, ['rock', 'clay', 'scrap']),
});

export const appear: Move = (player, dice) => ({
  ...player.common(dice, dice.pick(USCCS)),
  type: 'receipt',
  from: { name: '无名贸易商行' },
  yields: rootYields(player, dice, ['rock', 'clay', 'imported']),
});

export const send: Move = (player, dice) => {
  const owner = someOwner(player, dice);
  if (!owner) return undefined;
  const cited = { kind: 'export-declaration' as const, number: dice.pick(exportNumbers(player.salt)) };
  return {
    ...player.common(dice, owner),
    type: 'dispatch',
    to: dice.pick(USCCS.filter(other => other !== owner)),
    draws: someDraws(player, dice, owner, 3),
    ...(dice.chance(0.15) && { documents: [cited] }),
  };
};

export const answer: Move = (player, dice) => {
  const open = player.onTheWay();
  if (open.length === 0) return undefined;
  const { content, yields } = dice.pick(open);
  if (content?.type !== 'dispatch') return undefined;
  const facts = { ...player.common(dice, content.to), type: 'receipt' as const, dispatch: content.id };
  if (dice.chance(0.15)) return { ...facts, outcome: 'rejected' };
  return { ...facts, outcome: 'accepted', ...(dice.chance(0.7) && { items: weigh(dice, yields) }) };
};

/** Weighs some of the lots on the way: the same, a little less or more, clearly more, or nothing at all. */
export function weigh(dice: Dice, onTheWay: readonly Holding[]): NonNullable<Receipt['items']> {
  const sent = new Map<string, number>();
  for (const { lot, mass } of onTheWay) sent.set(lot.code, (sent.get(lot.code) ?? 0) + mass);
  return [...sent]
    .filter(() => dice.chance(0.8))
    .map(([lot, mass]) => {
      const factor = dice.pick([
        1,
        1,
        1.003,
        1 - dice.fraction() / 50,
        1 + dice.fraction() / 400,
        1 + dice.fraction() / 20,
        0,
      ]);
      return { lot, massKg: gramsToKg(Math.floor(mass * factor)) };
    });
}

export const shipOut: Move = (player, dice) => {
  const owner = someOwner(player, dice);
  if (!owner) return undefined;
  const declaration = dice.pick(exportNumbers(player.salt));
  const items = someDraws(player, dice, owner, 3);
  return { ...player.common(dice, owner), type: 'export', declaration, destination: 'JP', items };
};

export const count: Move = (player, dice) => {
  const holdings = player.books.holdings().filter(({ inTransit }) => !inTransit);
  if (holdings.length === 0) return undefined;
  const { owner } = dice.pick(holdings);
  const site = dice.chance(0.3) && dice.pick(sitesOf(owner));
  const lots = [...new Set(holdings.filter(holding => holding.owner === owner).map(({ lot }) => lot))];
  const counts = dice.some(lots, 2).map(lot => {
    const there = holdings.filter(each => each.owner === owner && each.lot === lot);
    const left = there
      .filter(each => !site || !each.site || each.site === site)
      .reduce((sum, each) => sum + massLeft(each), 0);
    const factor = dice.pick([1, 1 - dice.fraction() / 20, 1 + dice.fraction() / 20]);
    return { lot: lot.code, countedKg: gramsToKg(Math.round(left * factor) + (dice.chance(0.1) ? 1_000 : 0)) };
  });
  return { ...player.facts(owner), type: 'stocktake', counts, ...(site && { site }) };
};

const someOwner = (player: Player, dice: Dice): string | undefined => {
  const owners = player.owners();
  return owners.length > 0 ? dice.pick(owners) : undefined;
};

/** Draws of up to `count` lots, all that is left of them or a part; lots are named with or without their declarer. */
export function someDraws(player: Player, dice: Dice, owner: string, count: number): LotDraw[] {
  const stock = player.stock(owner);
  const lots = [...new Set(stock.map(({ lot }) => lot))];
  return dice.some(lots, dice.between(1, count)).map(lot => {
    const left = stock.filter(holding => holding.lot === lot).reduce((sum, holding) => sum + massLeft(holding), 0);
    const mass = dice.chance(0.4) ? left : dice.between(1, left);
    return { lot: dice.chance(0.1) ? `${lot.declaredBy}:${lot.code}` : lot.code, massKg: gramsToKg(mass) };
  });
}
