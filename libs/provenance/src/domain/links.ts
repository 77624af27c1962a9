import { gramsToKg } from '#kernel';
import { crossingsOf, type Movement, type Regions } from './provinces.js';
import { compareText } from './rounding.js';
import type { CrossProvinceLink } from './schema/links.js';
import type { Places, Upstream } from './upstream.js';

/** One of the two events that carry a transfer. */
export interface TransferEnd {
  readonly eventNo: number;
  readonly enterprise: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An accepted dispatch with its receipt. */
export interface AcceptedTransfer {
  readonly dispatch: TransferEnd;
  readonly receipt: TransferEnd;
}

/** A dispatch between two provinces. */
export interface ProvinceCrossing {
  readonly dispatchNo: number;
  readonly from: string;
  readonly to: string;
}

/** Transfers whose ends lie in different provinces, by the same rule as the flows of a full answer, in their order. */
export function findCrossings(
  transfers: readonly AcceptedTransfer[],
  places: ReadonlyMap<number, Places>,
  regions: Regions,
): ProvinceCrossing[] {
  const ends = transfers.flatMap(({ dispatch, receipt }) => [dispatch, receipt]);
  const movements = transfers.map((_, index): Movement => ({ dispatch: 2 * index, receipt: 2 * index + 1 }));
  const crossings = crossingsOf(eventsOnly(ends, places), movements, regions);
  return crossings.map(({ dispatch, from, to }) => ({ dispatchNo: ends[dispatch]!.eventNo, from, to }));
}

/** A closure that consists of these events, as far as provinces are concerned. */
function eventsOnly(ends: readonly TransferEnd[], places: ReadonlyMap<number, Places>): Upstream {
  const empty = new Map<never, never>();
  const none = new Int32Array(0);
  return {
    events: {
      no: ends.map(({ eventNo }) => eventNo),
      level: [],
      type: [],
      enterprise: ends.map(({ enterprise }) => enterprise),
      at: ends.map(({ at }) => at),
      places,
      index: empty,
    },
    holdingNos: [],
    draws: { event: none, holding: none, from: none, poolNo: [], reoG: [] },
    lots: {
      no: [], eventNo: [], reoG: [], assayed: [], inherits: [], distributions: new Float64Array(0), index: empty,
    },
    units: empty,
    roots: empty,
    counted: empty,
    yields: empty,
    truncated: false,
  };
} // prettier-ignore

/** What a dispatch sent, as far as it was asked for. */
export interface SentMass {
  readonly massG: number;
  readonly reoG: number;
}

/** Gross flow from one province to another. */
export interface ProvinceFlow {
  readonly from: string;
  readonly to: string;
  transfers: number;
  massG: number;
  reoG: number;
  flagged: boolean;
  /** Numbers of the latest dispatches. */
  readonly dispatchNos: number[];
}

/** Dispatches of one flow that an answer names. */
export const EVENTS_MAX = 100;

/** Adds up crossings that sent something, given the latest first; the largest flow of REO comes first. */
export function flowsOf(
  crossings: readonly ProvinceCrossing[],
  sent: ReadonlyMap<number, SentMass>,
  illegal: ReadonlySet<number>,
): ProvinceFlow[] {
  const flows = new Map<string, ProvinceFlow>();
  for (const { dispatchNo, from, to } of crossings) {
    const mass = sent.get(dispatchNo);
    if (!mass) continue;
    const flow = flows.get(from + to) ?? { from, to, transfers: 0, massG: 0, reoG: 0, flagged: false, dispatchNos: [] };
    flows.set(from + to, flow);
    flow.transfers += 1;
    flow.massG += mass.massG;
    flow.reoG += mass.reoG;
    flow.flagged ||= illegal.has(dispatchNo);
    if (flow.dispatchNos.length < EVENTS_MAX) flow.dispatchNos.push(dispatchNo);
  }
  return [...flows.values()].sort(compareFlows);
}

/** Where a flow stands in the list. */
export interface FlowPlace {
  readonly reoG: number;
  readonly from: string;
  readonly to: string;
}

export const compareFlows = (a: FlowPlace, b: FlowPlace): number =>
  b.reoG - a.reoG || compareText(a.from + a.to, b.from + b.to);

export const linkAnswer = (flow: ProvinceFlow, ids: ReadonlyMap<number, string>): CrossProvinceLink => ({
  from: flow.from,
  to: flow.to,
  transfers: flow.transfers,
  massKg: gramsToKg(flow.massG),
  reoKg: gramsToKg(flow.reoG),
  flagged: flow.flagged,
  events: flow.dispatchNos.flatMap(no => ids.get(no) ?? []),
});
