import { type Grade, reoGrams } from '#kernel';
import { drawnReo } from './decide/draws.js';

/** A holding of a lot as far as its grade decides it. */
export interface GradedHolding {
  readonly no: number;
  readonly eventNo: number;
  readonly eventType: string;
  readonly fromHoldingNo: number | null;
  readonly massG: number;
  readonly reoG: number;
  /** It was blended where it was weighed or counted, so that a gain is its own surplus. */
  readonly hasOwnPool: boolean;
}

export interface GradedDraw {
  readonly eventNo: number;
  readonly ordinal: number;
  readonly holdingNo: number;
  readonly massG: number;
  readonly reoG: number;
}

export interface Rebased<Draw extends GradedDraw> {
  readonly holdings: readonly { no: number; reoG: number; surplusReoG: number; drawnReoG: number }[];
  /** Draws whose REO is another now. */
  readonly draws: readonly Draw[];
}

/**
 * The REO of all holdings of a lot, and of what was drawn from them, at a grade. `holdings` stand in topological
 * order, `drawsOf` in the order in which they were recorded.
 */
export function rebase<Draw extends GradedDraw>(
  holdings: readonly GradedHolding[],
  drawsOf: ReadonlyMap<number, readonly Draw[]>,
  grade: Grade,
): Rebased<Draw> {
  const reoOfDraw = new Map<string, number>();
  const massOfDraw = new Map<string, number>();
  const changed: Draw[] = [];
  const rebased = holdings.map(holding => {
    const book = bookOf(holding, drawsOf, massOfDraw, reoOfDraw);
    const reoG = book && book.massG === holding.massG ? book.reoG : reoGrams(holding.massG, grade);
    const surplusReoG = surplusOf(holding, reoG, book);
    const state = { massG: holding.massG, reoG, drawnG: 0, drawnReoG: 0, lot: { grade } };
    for (const draw of drawsOf.get(holding.no) ?? []) {
      const drawn = drawnReo(state, draw.massG);
      state.drawnG += draw.massG;
      state.drawnReoG += drawn;
      reoOfDraw.set(drawKey(draw.eventNo, draw.holdingNo), drawn);
      massOfDraw.set(drawKey(draw.eventNo, draw.holdingNo), draw.massG);
      if (drawn !== draw.reoG) changed.push({ ...draw, reoG: drawn });
    }
    return { no: holding.no, reoG, surplusReoG, drawnReoG: state.drawnReoG };
  });
  return { holdings: rebased, draws: changed };
}

const drawKey = (eventNo: number, holdingNo: number): string => `${eventNo}|${holdingNo}`;

interface Book {
  readonly massG: number;
  readonly reoG: number;
}

/** REO that a weighing or count found beyond the books; a lot of which nothing was left is all surplus. */
function surplusOf(holding: GradedHolding, reoG: number, book: Book = { massG: 0, reoG: 0 }): number {
  const isMoved = holding.eventType === 'stocktake' || holding.fromHoldingNo !== null;
  return isMoved && holding.hasOwnPool && holding.massG > book.massG ? Math.max(0, reoG - book.reoG) : 0;
}

/** What the event that yielded a holding took from the lot to make it: the holding it carries on, or all it counted. */
function bookOf(
  holding: GradedHolding,
  drawsOf: ReadonlyMap<number, readonly GradedDraw[]>,
  massOfDraw: ReadonlyMap<string, number>,
  reoOfDraw: ReadonlyMap<string, number>,
): Book | undefined {
  const counted = holding.eventType === 'stocktake' ? [...drawsOf.keys()] : [];
  const from = holding.fromHoldingNo === null ? counted : [holding.fromHoldingNo];
  const keys = from.map(no => drawKey(holding.eventNo, no)).filter(key => massOfDraw.has(key));
  if (keys.length === 0) return undefined;
  return {
    massG: keys.reduce((sum, key) => sum + massOfDraw.get(key)!, 0),
    reoG: keys.reduce((sum, key) => sum + reoOfDraw.get(key)!, 0),
  };
}
