import { groupBy } from '#kernel';

/** A holding as a way passes through it. */
export interface WayHolding {
  readonly no: number;
  /** The event that yielded it. */
  readonly eventNo: number;
  readonly poolNo: number;
  readonly fromHoldingNo: number | null;
  readonly lotNo: number;
  readonly owner: string;
  readonly inTransit: boolean;
  /** When it can be drawn from, in milliseconds since 1970. */
  readonly availableAt: number;
}

/** An event draws from a holding. */
export interface WayDraw {
  readonly eventNo: number;
  readonly holdingNo: number;
  /** The pool it is blended into; `null` where mass is only moved or exported. */
  readonly poolNo: number | null;
}

/** One way through one event: the holding it drew, and the one it made of that. */
export interface Passage {
  readonly eventNo: number;
  readonly fromNo: number | undefined;
  readonly toNo: number | undefined;
}

/** A holding that the search has reached, and the way to it (or from it). */
export interface Reached {
  readonly holding: WayHolding;
  readonly passage: Passage | undefined;
  /** The holding reached before; nearer to where the search began. */
  readonly before: Reached | undefined;
}

/** Events on the way, in the order of the search. */
export function passagesOf(reached: Reached): Passage[] {
  const passages: Passage[] = [];
  for (let at: Reached | undefined = reached; at; at = at.before) if (at.passage) passages.push(at.passage);
  return passages;
}

/** True where a draw of a holding can have gone into another holding of the event that made the draw. */
const isCarried = (draw: WayDraw, made: WayHolding): boolean =>
  draw.poolNo === null ? made.fromHoldingNo === draw.holdingNo : made.poolNo === draw.poolNo;

/** Of holdings that go into one pool together only the one that leaves most time matters. */
const groupOf = (draw: WayDraw): string => (draw.poolNo === null ? `h${draw.holdingNo}` : `p${draw.poolNo}`);

/**
 * One step down the chain: holdings not reached before that events made of the frontier, later than they took it. Each is
 * reached from the earliest holding of the frontier that went into it.
 */
export function stepDown(
  frontier: readonly Reached[],
  draws: readonly WayDraw[],
  yields: ReadonlyMap<number, readonly WayHolding[]>,
  visited: Set<number>,
): Reached[] {
  const byNo = new Map(frontier.map(reached => [reached.holding.no, reached]));
  const earliest = new Map<string, { draw: WayDraw; before: Reached }>();
  for (const draw of draws) {
    const before = byNo.get(draw.holdingNo)!;
    const key = `${draw.eventNo} ${groupOf(draw)}`;
    const known = earliest.get(key);
    if (!known || isEarlier(before.holding, known.before.holding)) earliest.set(key, { draw, before });
  }
  const found: Reached[] = [];
  for (const { draw, before } of earliest.values()) {
    for (const holding of yields.get(draw.eventNo) ?? []) {
      if (visited.has(holding.no) || !isCarried(draw, holding)) continue;
      if (holding.availableAt < before.holding.availableAt) continue;
      visited.add(holding.no);
      found.push({ holding, before, passage: { eventNo: draw.eventNo, fromNo: draw.holdingNo, toNo: holding.no } });
    }
  }
  return found.sort(byNumber);
}

const isEarlier = (a: WayHolding, b: WayHolding): boolean =>
  a.availableAt < b.availableAt || (a.availableAt === b.availableAt && a.no < b.no);

/**
 * One step up the chain: holdings not reached before that the events drew which made the frontier, earlier than they made
 * it. Each is reached from the latest holding of the frontier that it went into. Where a way begins, it may be reached
 * again: other events may have drawn from it too.
 */
export function stepUp(
  frontier: readonly Reached[],
  draws: readonly (WayDraw & { readonly holding: WayHolding })[],
  visited: Set<number>,
  isBeginning: (holding: WayHolding) => boolean,
): Reached[] {
  const made = groupBy(frontier, ({ holding }) => holding.eventNo);
  for (const each of made.values())
    each.sort((a, b) => b.holding.availableAt - a.holding.availableAt || byNumber(a, b));
  const found: Reached[] = [];
  for (const draw of draws) {
    if (visited.has(draw.holdingNo)) continue;
    const before = made.get(draw.eventNo)?.find(({ holding }) => isCarried(draw, holding));
    if (!before || draw.holding.availableAt > before.holding.availableAt) continue;
    if (!isBeginning(draw.holding)) visited.add(draw.holdingNo);
    found.push({
      holding: draw.holding,
      before,
      passage: { eventNo: draw.eventNo, fromNo: draw.holdingNo, toNo: before.holding.no },
    });
  }
  return found.sort(byNumber);
}

const byNumber = (a: Reached, b: Reached): number => a.holding.no - b.holding.no;
