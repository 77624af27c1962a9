import { ELEMENT_COUNT, groupBy, reoGrams } from '#kernel';
import { isSingleElement } from '#catalogue';
import type {
  CountedPool, Places, Unit, UpstreamEvents, UpstreamLots, UpstreamRoot, UpstreamYield,
} from '../../domain/upstream.js'; // prettier-ignore
import { split, splitNumbers, unpack, unpackDistributions } from './packed.js';
import type {
  CountedRow, EventColumns, LotColumns, PlaceRow, RootRow, UnitColumns, YieldRow,
} from './walk-statements.js'; // prettier-ignore

/** What is known of the events, holdings and lots of a closure, collected piece by piece from packed columns. */
export class ClosureFacts {
  readonly units = new Map<number, Unit>();
  private readonly roots = new Map<number, UpstreamRoot>();
  readonly counted = new Map<number, CountedPool>();
  readonly yields = new Map<number, UpstreamYield[]>();
  private readonly events = new Map<number, { type: string; enterprise: string; at: number }>();
  private readonly places = new Map<number, Places>();
  private readonly lotColumns: LotColumns[] = [];

  addUnits({ nos, lotNos, poolNos }: UnitColumns): void {
    const [lots, pools] = [unpack(lotNos), unpack(poolNos)];
    unpack(nos).forEach((no, index) => this.units.set(no, { lotNo: lots[index]!, poolNo: pools[index]! }));
  }

  addEvents({ nos, types, enterprises, times, places }: EventColumns): void {
    const [type, enterprise, at] = [split(types), split(enterprises), unpack(times)];
    unpack(nos).forEach((no, index) => {
      this.events.set(no, { type: type[index]!, enterprise: enterprise[index]!, at: at[index]! });
    });
    for (const row of places ?? []) this.places.set(row[0], placesOf(row));
  }

  addLots(columns: LotColumns): void {
    if (columns.nos !== null) this.lotColumns.push(columns);
  }

  addRoots(rows: readonly RootRow[]): void {
    for (const { eventNo, region, ...root } of rows)
      this.roots.set(eventNo, { ...root, ...(region ? { region } : {}) });
  }

  addCounted(rows: readonly CountedRow[]): void {
    for (const { poolNo, ...counted } of rows) this.counted.set(poolNo, counted);
  }

  addYields(rows: readonly YieldRow[]): void {
    for (const [eventNo, yields] of groupBy(rows, row => row.eventNo)) this.yields.set(eventNo, yields);
  }

  lotNos(): Set<number> {
    return new Set(this.lotColumns.flatMap(columns => splitNumbers(columns.nos)));
  }

  /** Root events that the walk visited; it may have read more of them. */
  rootsAmong(visited: ReadonlyMap<number, number>): Map<number, UpstreamRoot> {
    return new Map([...this.roots].filter(([eventNo]) => visited.has(eventNo)));
  }

  typeOf(eventNo: number): string | undefined {
    return this.events.get(eventNo)?.type;
  }

  /** Events in the order they were visited, with the step they were visited in. */
  orderedEvents(levels: ReadonlyMap<number, number>): UpstreamEvents {
    const no = [...levels.keys()].filter(each => this.events.has(each));
    no.sort((a, b) => levels.get(a)! - levels.get(b)! || a - b);
    const events = no.map(each => this.events.get(each)!);
    return {
      no,
      level: no.map(each => levels.get(each)!),
      type: events.map(({ type }) => type),
      enterprise: events.map(({ enterprise }) => enterprise),
      at: events.map(({ at }) => at),
      places: this.places,
      index: new Map(no.map((each, index) => [each, index])),
    };
  }

  lots(): UpstreamLots {
    const all = (column: Exclude<keyof LotColumns, 'distributions'>): number[] =>
      this.lotColumns.flatMap(columns => splitNumbers(columns[column]));
    const no = all('nos');
    const [masses, grades] = [all('masses'), all('grades')];
    const bases = this.lotColumns.flatMap(columns => split(columns.bases));
    const products = this.lotColumns.flatMap(columns => split(columns.products));
    const isSingle = memoized(isSingleElement);
    return {
      no,
      eventNo: all('eventNos'),
      reoG: masses.map((massG, index) => quickReoGrams(massG, grades[index]!)),
      assayed: products.map((product, index) => bases[index] === 'declared' || isSingle(product)),
      inherits: products.map((product, index) => (bases[index] === 'inherited' ? product : '')),
      distributions: spread(this.lotColumns, no.length),
      index: new Map(no.map((each, index) => [each, index])),
    };
  }
}

/** The distribution of every lot, one after the other. */
function spread(columns: readonly LotColumns[], lotCount: number): Float64Array {
  const spread = new Float64Array(lotCount * ELEMENT_COUNT);
  let at = 0;
  for (const { distributions, sizes } of columns) {
    const distinct = unpackDistributions(distributions);
    splitNumbers(sizes).forEach((size, group) => {
      const shares = distinct.subarray(group * ELEMENT_COUNT, (group + 1) * ELEMENT_COUNT);
      for (let n = 0; n < size; n++, at += ELEMENT_COUNT) spread.set(shares, at);
    });
  }
  return spread;
}

function memoized<Value>(find: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return key => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key)!;
  };
}

/** As the kernel's `reoGrams`; without big integers where the product is a safe one. */
function quickReoGrams(massG: number, grade: number): number {
  const product = massG * grade;
  if (product > Number.MAX_SAFE_INTEGER) return reoGrams(massG, grade);
  const whole = Math.floor(product / GRADE_UNITS_PER_WHOLE);
  const twice = 2 * (product - whole * GRADE_UNITS_PER_WHOLE);
  const isUp = twice > GRADE_UNITS_PER_WHOLE || (twice === GRADE_UNITS_PER_WHOLE && whole % 2 === 1);
  return isUp ? whole + 1 : whole;
}

const GRADE_UNITS_PER_WHOLE = 100_000_000;

const placesOf = ([, site, shipFrom, shipTo]: PlaceRow): Places => ({
  ...(site === null ? {} : { site }),
  ...(shipFrom === null ? {} : { shipFrom }),
  ...(shipTo === null ? {} : { shipTo }),
});
