/**
 * Everything upstream of a subject, in flat arrays: one closure may hold 60,000 draws. Events are in the order of the
 * walk (nearest first, within a step by number); `level` is the number of steps from the subject's own events.
 */
export interface Upstream {
  readonly events: UpstreamEvents;
  /** Numbers of the holdings drawn. */
  readonly holdingNos: readonly number[];
  readonly draws: UpstreamDraws;
  readonly lots: UpstreamLots;
  /** What holdings that feed pools are of, by holding number. */
  readonly units: ReadonlyMap<number, Unit>;
  /** Root events by number. */
  readonly roots: ReadonlyMap<number, UpstreamRoot>;
  /** What counts and gaining receipts made, by pool. */
  readonly counted: ReadonlyMap<number, CountedPool>;
  /** Lots that a run made, in the order of its yields, by event number; filled where compositions are to be replayed. */
  readonly yields: ReadonlyMap<number, readonly UpstreamYield[]>;
  /** The walk stopped at a limit: something upstream is missing. */
  readonly truncated: boolean;
}

export interface UpstreamEvents {
  readonly no: readonly number[];
  readonly level: readonly number[];
  readonly type: readonly string[];
  readonly enterprise: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: readonly number[];
  /** Where goods were sent from and to, and the event's site, where any of it is said. */
  readonly places: ReadonlyMap<number, Places>;
  /** Index by number. */
  readonly index: ReadonlyMap<number, number>;
}

export interface Places {
  readonly site?: string;
  readonly shipFrom?: string;
  readonly shipTo?: string;
}

/** Parallel arrays; events and holdings by index. */
export interface UpstreamDraws {
  /** The event that draws. */
  readonly event: Int32Array;
  readonly holding: Int32Array;
  /** The event that yielded the holding; -1 where the walk stopped before it. */
  readonly from: Int32Array;
  /** The pool it is blended into; 0 where mass is only moved. */
  readonly poolNo: readonly number[];
  /** Grams; 0 where mass is only moved. */
  readonly reoG: readonly number[];
}

/** Parallel arrays of the lots that events upstream declared. */
export interface UpstreamLots {
  readonly no: readonly number[];
  readonly eventNo: readonly number[];
  readonly reoG: readonly number[];
  /** The distribution is measured, or the product holds one element only. */
  readonly assayed: readonly boolean[];
  /** Product of a lot whose distribution follows from its pool; empty for the others. */
  readonly inherits: readonly string[];
  /** Sixteen shares per lot, in the order of kernel ELEMENTS. */
  readonly distributions: Float64Array;
  /** Index by number. */
  readonly index: ReadonlyMap<number, number>;
}

/** A lot in the hands of one pool's makers: its parts share one composition. */
export interface Unit {
  readonly lotNo: number;
  readonly poolNo: number;
}

export interface UpstreamRoot {
  readonly sourceId: string;
  readonly status: string;
  readonly kind: string;
  readonly enterprise: string;
  readonly region?: string;
  readonly year: number;
}

export interface CountedPool {
  readonly eventNo: number;
  readonly lotNo: number;
  readonly reoG: number;
  readonly surplusReoG: number;
}

export interface UpstreamYield {
  readonly lotNo: number;
  readonly reoG: number;
}
