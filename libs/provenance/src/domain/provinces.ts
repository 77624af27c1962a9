import { gramsToKg, provinceOf } from '#kernel';
import type { CrossProvinceAnswer } from './schema/provenance.js';
import { compareText } from './rounding.js';
import type { Upstream } from './upstream.js';

/** A dispatch upstream with the two events that carry it; the receipt is unknown where the walk did not pass it. */
export interface Movement {
  readonly dispatch: number;
  readonly receipt: number;
}

/** A dispatch whose ends lie in different provinces. */
export interface Crossing extends Movement {
  readonly from: string;
  readonly to: string;
}

/** Region of a site, or of an enterprise at an instant in milliseconds; what nobody knows is left out. */
export interface Regions {
  site(code: string, at: number): string | undefined;
  enterprise(uscc: string, at: number): string | undefined;
}

/** Dispatches of a closure that a receipt of it answers, by index of the events. */
export function movementsOf({ events, draws }: Upstream): Movement[] {
  const receipts = new Map<number, number>();
  draws.from.forEach((from, draw) => {
    const event = draws.event[draw]!;
    if (from >= 0 && events.type[from] === 'dispatch' && events.type[event] === 'receipt') receipts.set(from, event);
  });
  return [...receipts].map(([dispatch, receipt]) => ({ dispatch, receipt }));
}

/**
 * Dispatches between provinces. The province of an end is that of `shipFrom` or `shipTo`, else of the event's site, else
 * of the enterprise that day.
 */
export function crossingsOf({ events }: Upstream, movements: readonly Movement[], regions: Regions): Crossing[] {
  const place = (index: number): string | undefined => {
    const { site } = events.places.get(events.no[index]!) ?? {};
    const bySite = site === undefined ? undefined : regions.site(site, events.at[index]!);
    return bySite ?? regions.enterprise(events.enterprise[index]!, events.at[index]!);
  };
  return movements.flatMap(movement => {
    const { shipFrom, shipTo } = events.places.get(events.no[movement.dispatch]!) ?? {};
    const [from, to] = [shipFrom ?? place(movement.dispatch), shipTo ?? place(movement.receipt)];
    if (from === undefined || to === undefined || provinceOf(from) === provinceOf(to)) return [];
    return [{ ...movement, from: provinceOf(from), to: provinceOf(to) }];
  });
}

/** What a dispatch sent and who had it after its receipt. */
interface Sent {
  readonly dispatchNo: number;
  readonly owner?: string;
}

/** Movements that were accepted, with what is known of them: what was rejected is back in the sender's hands. */
export function acceptedOf<M extends Movement, S extends Sent>(
  { events }: Upstream,
  movements: readonly M[],
  transfers: readonly S[],
): (readonly [M, S])[] {
  const byDispatch = new Map(movements.map(movement => [events.no[movement.dispatch]!, movement]));
  return transfers.flatMap(transfer => {
    const movement = byDispatch.get(transfer.dispatchNo);
    if (!movement) return [];
    const [sender, receiver] = [movement.dispatch, movement.receipt].map(index => events.enterprise[index]!);
    return transfer.owner === sender && sender !== receiver ? [] : [[movement, transfer] as const];
  });
}

/** What the dispatches of a closure moved between provinces, gross, the largest flow first. */
export function crossProvince(
  crossings: readonly { from: string; to: string; reoG: number; isIllegal: boolean }[],
): CrossProvinceAnswer[] {
  const flows = new Map<string, { from: string; to: string; transfers: number; reoG: number; flagged: boolean }>();
  for (const { from, to, reoG, isIllegal } of crossings) {
    const flow = flows.get(from + to) ?? { from, to, transfers: 0, reoG: 0, flagged: false };
    flows.set(from + to, flow);
    flow.transfers += 1;
    flow.reoG += reoG;
    flow.flagged ||= isIllegal;
  }
  const listed = [...flows.values()].sort((a, b) => b.reoG - a.reoG || compareText(a.from + a.to, b.from + b.to));
  return listed.map(({ reoG, ...flow }) => ({
    from: flow.from,
    to: flow.to,
    transfers: flow.transfers,
    reoKg: gramsToKg(reoG),
    flagged: flow.flagged,
  }));
}
