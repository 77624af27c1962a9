import { DAYS, dateOf, firstDay, instant } from './calendar.js';
import { foundAll } from './economy/cast.js';
import { passOn, planTrade } from './economy/trade.js';
import { planMonth } from './economy/works.js';
import { closeMonth } from './papers/months.js';
import { writeFirm } from './papers/permits.js';
import { writeFeeds, writeHistory, writeInspections, writePlans, type ExportHistory } from './papers/year.js';
import { SCALES, type ScaleName } from './scale.js';
import { plant, plantGraded } from './violations/index.js';
import { type Line, World } from './world.js';

export interface Scenario {
  readonly scale: ScaleName;
  readonly seed: number;
  /** Codes of rules to be broken; none for a country in which everybody keeps to the law. */
  readonly violations: readonly string[];
  /** Deviations to plant where a rule is a matter of how much, in multiples of what it tolerates; none by default. */
  readonly effects?: readonly number[];
}

/** Times that each deviation is planted. */
const GRADED_COPIES = 10;

/** Day of the year at which everything that was due is over, and nothing of the next year is yet. */
const CLOCK_DAY = DAYS + 35;

/** The instant for which deadlines of the scenario are to be judged. */
export const SCENARIO_CLOCK = instant(CLOCK_DAY, 9 * 3_600_000);

/**
 * A year of an invented country's rare earths: registry items, events in an order in which they can be recorded, and the
 * key of what was planted. The same scenario gives the same lines.
 */
export function* simulate({ scale, seed, violations, effects = [] }: Scenario): Generator<Line> {
  const world = new World(seed);
  const size = SCALES[scale];
  const history: ExportHistory = new Map();
  for (let month = 1; month <= 11; month++)
    world.calendar.at(firstDay(month + 1), 'arrive', () => closeMonth(world, month));
  foundAll(world, size);
  world.whenArrived = (firm, lot) => passOn(world, firm, lot);
  plant(world, violations, size.copies);
  plantGraded(world, effects, GRADED_COPIES);
  for (let month = 1; month <= 12; month++) {
    planMonth(world, size, month);
    planTrade(world, size, month);
  }
  for (const _ of world.calendar.run()) yield* drained(world, history);
  closeMonth(world, 12);
  yield* drained(world, history);
  for (const firm of world.firms) writeFirm(world, firm);
  writePlans(world);
  writeInspections(world);
  writeHistory(world, history);
  writeFeeds(world, CLOCK_DAY);
  yield* drained(world, history);
}

function* drained(world: World, history: ExportHistory): Generator<Line> {
  const { lines } = world;
  world.lines = [];
  for (const line of lines) {
    if (line.file === 'registry/customs-declarations') remember(world, history, line.item as Declaration);
    yield line;
  }
}

interface Declaration {
  readonly direction: string;
  readonly party: string;
  readonly date: string;
  readonly lines: readonly { readonly hsCode: string; readonly massKg: number }[];
}

function remember(world: World, history: ExportHistory, { direction, party, date, lines }: Declaration): void {
  if (direction !== 'export' || !date.startsWith(dateOf(0).slice(0, 4))) return;
  for (const { hsCode, massKg } of lines) {
    const key = `${party} ${hsCode}`;
    const firm = world.firmOf(party);
    const known = history.get(key) ?? { firm: firm!, hs: hsCode, months: Array.from({ length: 12 }, () => 0) };
    if (!firm || firm.isApart) continue;
    known.months[Number(date.slice(5, 7)) - 1]! += massKg;
    history.set(key, known);
  }
}
