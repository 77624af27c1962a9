import { formatInstant, gramsToKg, kgToGrams, reoGrams } from '#kernel';
import { type DrawPlan, type HoldingState, type LotState, remaining } from '../state.js';
import { type Deciding, fault } from './deciding.js';

/** A wish to take mass of a lot, wherever it stands in the event. */
export interface Wish {
  readonly lot: string;
  readonly massKg: number;
  readonly holding?: string;
  /** Where it stands in the event: `/draws/0`. */
  readonly pointer: string;
}

/**
 * Takes the wished masses from the enterprise's own holdings, oldest first, one draw per holding; names every wish
 * that cannot be met. Draws end in `deciding.draws` and in the workspace; the event's rank rises above what it draws.
 */
export function takeDraws(deciding: Deciding, wishes: readonly Wish[], poolNo?: number): void {
  const taken = new Map<HoldingState, number>();
  for (const wish of wishes) {
    const lot = lotOfHolding(deciding, wish) ?? heldLot(deciding, wish.lot, `${wish.pointer}/lot`);
    if (lot) takeWish(deciding, wish, lot, taken);
  }
  for (const [holding, massG] of taken) addDraw(deciding, holding, massG, poolNo);
}

/** Consumes all that is left of a holding, or the given mass of it. */
export function addDraw(deciding: Deciding, holding: HoldingState, massG: number, poolNo?: number): DrawPlan {
  if (deciding.occurredAt < holding.availableAt) refuseBeforeInput(deciding, holding);
  const draw: DrawPlan = {
    eventNo: deciding.identity.no,
    ordinal: deciding.draws.length,
    holding,
    massG,
    reoG: deciding.identity.reoDrawnBefore(holding.no, massG) ?? drawnReo(holding, massG),
    ...(poolNo === undefined ? {} : { poolNo }),
  };
  deciding.draws.push(draw);
  deciding.rank = Math.max(deciding.rank, holding.eventRank + 1);
  deciding.ws.addDraw(draw, deciding.event.enterprise, deciding.seq);
  return draw;
}

/** REO of the next part drawn: the difference of what is drawn with and without it, so that parts sum to the whole. */
export function drawnReo(
  holding: Pick<HoldingState, 'massG' | 'reoG' | 'drawnG' | 'drawnReoG'> & { readonly lot: { readonly grade: number } },
  massG: number,
): number {
  const left = holding.reoG - holding.drawnReoG;
  if (holding.drawnG + massG === holding.massG) return left;
  const upTo = reoGrams(holding.drawnG + massG, holding.lot.grade);
  return Math.min(left, Math.max(0, upTo - holding.drawnReoG));
}

function refuseBeforeInput(deciding: Deciding, holding: HoldingState): void {
  if (deciding.faults.some(each => each.code === 'event-before-input')) return;
  const expected = `not before ${formatInstant(holding.availableAt)}, when lot ${holding.lot.code} was there`;
  fault(deciding, 'event-before-input', '/occurredAt', deciding.event.occurredAt, expected);
}

function takeWish(deciding: Deciding, wish: Wish, lot: LotState, taken: Map<HoldingState, number>): void {
  const holdings = candidates(deciding, wish, lot);
  if (!holdings) return;
  const wanted = kgToGrams(wish.massKg);
  const free = (holding: HoldingState): number => remaining(holding) - (taken.get(holding) ?? 0);
  const available = holdings.reduce((sum, holding) => sum + free(holding), 0);
  if (available < wanted) {
    const expected = `at most ${gramsToKg(available)} kg`;
    const pointer = `${wish.pointer}/massKg`;
    const { faults } = deciding;
    faults.push({ code: 'insufficient-mass', pointer, value: wish.massKg, expected, available: gramsToKg(available) });
    return;
  }
  let missing = wanted;
  const take = (holding: HoldingState, most: number): void => {
    const part = Math.min(missing, free(holding), most);
    if (part <= 0) return;
    taken.set(holding, (taken.get(holding) ?? 0) + part);
    missing -= part;
  };
  for (const holding of holdings) take(holding, deciding.identity.drawnBefore(holding.no) - (taken.get(holding) ?? 0));
  for (const holding of holdings) take(holding, Infinity);
}

function candidates(deciding: Deciding, wish: Wish, lot: LotState): readonly HoldingState[] | undefined {
  const { ws, event } = deciding;
  if (wish.holding === undefined) return ws.holdingsOf(event.enterprise, lot.no);
  const named = ws.holdingNamed(event.enterprise, lot.no, wish.holding);
  if (named) return [named];
  fault(deciding, 'not-held', `${wish.pointer}/holding`, wish.holding, 'a holding that it has of this lot');
  return undefined;
}

/** Of several lots that a text can mean, the one that the named holding is of. */
function lotOfHolding(deciding: Deciding, { lot: text, holding }: Wish): LotState | undefined {
  if (holding === undefined) return undefined;
  const { ws, event } = deciding;
  return namedLots(deciding, text).find(lot => ws.holdingNamed(event.enterprise, lot.no, holding));
}

/** The lot a text names among what the enterprise holds or held; `USCC:code` where a bare code is not enough. */
export function heldLot(deciding: Deciding, text: string, pointer: string): LotState | undefined {
  const { ws, event } = deciding;
  const named = namedLots(deciding, text);
  const held = named.filter(lot => ws.wasHeld(event.enterprise, lot.no));
  const withMass = held.length > 1 ? held.filter(lot => ws.holdingsOf(event.enterprise, lot.no).length > 0) : [];
  const [choice, ...others] = withMass.length > 0 ? withMass : held;
  if (choice && others.length === 0) return choice;
  if (choice) fault(deciding, 'ambiguous-lot', pointer, text, [choice, ...others].map(qualified).join(' or '));
  else if (named.length === 0) fault(deciding, 'unknown-lot', pointer, text, 'the code of a declared lot');
  else fault(deciding, 'not-held', pointer, text, `a lot that ${event.enterprise} holds`);
  return undefined;
}

const qualified = (lot: LotState): string => `${lot.declaredBy}:${lot.code}`;

/** Lots a text can mean: one whose code it is, or one named with its declarer. */
export function namedLots(deciding: Deciding, text: string): LotState[] {
  const split = text.indexOf(':');
  const declared = split < 0 ? [] : deciding.ws.lotsOf(text.slice(split + 1));
  return [...deciding.ws.lotsOf(text), ...declared.filter(lot => lot.declaredBy === text.slice(0, split))];
}
