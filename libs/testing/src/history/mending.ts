import { gramsToKg } from '#kernel';
import type { Correction, LotDeclaration, MaterialEvent } from '../contract.js';
import type { Books } from '../oracle/books.js';
import { massLeft, type BookedEvent, type Holding } from '../oracle/holding.js';
import { correction } from './build.js';
import type { Dice } from './dice.js';
import { weigh } from './moves.js';
import type { Player } from './player.js';
import { LICENCES } from './world.js';

/** Takes a random event back, or gives a void one new life; leaves the history alone where the books forbid it. */
export function voidOrRevive(player: Player, dice: Dice): void {
  const target = anyEvent(player, dice);
  if (!target) return;
  if (target.content) submit(player, target, target.content);
  else submit(player, target, lastContent(player, target.id), lastContent(player, target.id));
}

/** Puts a slightly different version in the place of a random event, if the books allow it. */
export function replace(player: Player, dice: Dice): void {
  const target = anyEvent(player, dice);
  const changed = target?.content && change(player, dice, target, target.content);
  if (changed) submit(player, target, changed, changed);
}

const anyEvent = (player: Player, dice: Dice): BookedEvent | undefined =>
  player.books.events.size > 0 ? dice.pick([...player.books.events.values()]) : undefined;

function submit(player: Player, target: BookedEvent, event: MaterialEvent, replacement?: MaterialEvent): void {
  const made: Correction = correction(event, replacement, player.facts(event.enterprise));
  player.attempt(made, books => inTime(books, target.id) && answersOnce(books));
}

/** The newest version of an event that was not void. */
function lastContent({ events }: Player, id: string): MaterialEvent {
  for (const event of [...events].reverse()) {
    if (event.type !== 'correction' && event.id === id) return event;
    if (event.type === 'correction' && event.corrects === id && event.replacement) {
      return { ...event.replacement, id };
    }
  }
  throw new Error(`there is no event ${id}`);
}

/** Nothing is drawn before it is there. */
function inTime(books: Books, id: string): boolean {
  const { content, draws } = books.event(id);
  return draws.every(({ holding }) => books.event(holding.event).content!.occurredAt <= content!.occurredAt);
}

function answersOnce(books: Books): boolean {
  const answered = books.current().flatMap(({ content }) => (content?.type === 'receipt' && content.dispatch) || []);
  const standing = answered.every(id => books.event(id).content !== undefined);
  return standing && new Set(answered).size === answered.length;
}

/** Another version of an event; `undefined` where none is made up. */
function change(player: Player, dice: Dice, target: BookedEvent, event: MaterialEvent): MaterialEvent | undefined {
  switch (event.type) {
    case 'mining':
      return {
        ...event,
        yields: changeYields(dice, target, event.yields),
        ...(dice.chance(0.3) && { licence: dice.pick(LICENCES) }),
      };
    case 'import':
    case 'scrap-intake':
    case 'opening-stock':
      return { ...event, yields: changeYields(dice, target, event.yields) };
    case 'processing':
      return { ...event, draws: changeMasses(dice, event.draws), yields: changeYields(dice, target, event.yields) };
    case 'dispatch':
      if (player.books.answerTo(event.id)) return { ...event, terms: 'tolling' };
      return { ...event, draws: changeMasses(dice, event.draws) };
    case 'export':
      return { ...event, items: changeMasses(dice, event.items) };
    case 'receipt':
      if (event.dispatch === undefined) return { ...event, yields: changeYields(dice, target, event.yields) };
      if (target.yields.some(({ drawn }) => drawn > 0)) return undefined;
      return { ...event, outcome: 'accepted', items: weigh(dice, target.draws.map(({ holding }) => holding)) }; // prettier-ignore
    case 'stocktake':
      if (!isAlone(player, target)) return undefined;
      return {
        ...event,
        counts: event.counts.map(each => ({ ...each, countedKg: changedKg(dice, each.countedKg, 0) })),
      };
    default:
      return event satisfies never;
  }
}

/** True where nothing has come to the counted lots since. */
function isAlone({ books }: Player, { yields, draws }: BookedEvent): boolean {
  const isOther = (holding: Holding): boolean => !yields.includes(holding) && massLeft(holding) > 0;
  return draws.every(({ holding: { owner, lot } }) =>
    !books.holdings().some(holding => holding.owner === owner && holding.lot === lot && isOther(holding)),
  ); // prettier-ignore
}

function changeYields(dice: Dice, { yields }: BookedEvent, declared: readonly LotDeclaration[]): LotDeclaration[] {
  const unused = declared.filter(({ lot }) => !yields.some(each => each.lot.code === lot && each.drawn > 0));
  const dropped = dice.chance(0.2) && unused.length > 1 ? dice.pick(unused) : undefined;
  return declared
    .filter(each => each !== dropped)
    .map(each => {
      const used = yields.find(({ lot }) => lot.code === each.lot)?.drawn ?? 0;
      const massKg = changedKg(dice, each.massKg, used);
      const { assay, ...rest } = { ...each, massKg };
      const graded =
        rest.reoPercent && dice.chance(0.2)
          ? { ...rest, reoPercent: Math.round(rest.reoPercent * 750_000) / 1e6 }
          : rest;
      return assay && dice.chance(0.8) ? { ...graded, assay } : graded;
    });
}

/** The same, or up to a tenth more or less, but no less than what was used (grams). */
function changedKg(dice: Dice, kg: number, used: number): number {
  const changed = dice.chance(0.5) ? Math.round(kg * 1000 * (0.9 + dice.fraction() / 5)) : Math.round(kg * 1000);
  return gramsToKg(Math.max(changed, used, kg > 0 ? 1 : 0));
}

/** Some of the masses smaller, some left out where there are several. */
function changeMasses<T extends { readonly massKg: number }>(dice: Dice, draws: readonly T[]): T[] {
  const kept = draws.length > 1 && dice.chance(0.3) ? draws.slice(1) : draws;
  return kept.map(draw => {
    const massKg = dice.chance(0.5) ? draw.massKg : gramsToKg(dice.between(1, Math.round(draw.massKg * 1000)));
    return { ...draw, massKg };
  });
}
