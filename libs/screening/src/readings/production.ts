import { findProcess } from '#catalogue';
import type { ProcessingEvent } from '#lots';
import type { ChainFacts, DrawFact, EventFact, HoldingFact } from '../facts/facts.js';
import { isWithin, type Span } from '../periods.js';
import { isCompound, miningQuotaOf } from './stages.js';
import type { QuotaKind } from './quota.js';

const MINERAL_PROCESSES = ['BENEFICIATION', 'ION_LEACH'];
/** Processes that separation quotas are for. */
export const SEPARATION_PROCESSES = ['SMELT_DECOMP', 'SEPARATION'];

/** REO that an event counts as made under a quota, and the event. */
export interface Made {
  readonly event: EventFact;
  readonly at: number;
  readonly reoG: number;
}

export const isRun = (event: EventFact): event is EventFact<ProcessingEvent> => event.content.type === 'processing';

/** A run of one of the processes named. */
export const isRunOf = (event: EventFact, processes: readonly string[]): event is EventFact<ProcessingEvent> =>
  isRun(event) && processes.includes(findProcess(event.content.process)?.code ?? event.content.process);

/** What counts against a quota in a span (readings K6, K7), in order. */
export const madeUnder = (kind: QuotaKind, uscc: string, facts: ChainFacts, span: Span): Made[] =>
  kind === 'separation' ? separationMade(uscc, facts, span) : mineralsMade(kind, uscc, facts, span);

export const totalReoG = (made: readonly Made[]): number => made.reduce((sum, { reoG }) => sum + reoG, 0);

/**
 * K6: concentrates first yielded by mining, beneficiation or leaching, and ore that leaves unprocessed. What a filed
 * contractor digs counts for the holder: such events are under examination with the holder only where loaded.
 */
function mineralsMade(kind: 'mining-rock' | 'mining-ion', uscc: string, facts: ChainFacts, span: Span): Made[] {
  const own = facts.eventsOf(uscc).filter(event => diggerOf(event, facts) === uscc);
  const contracted = minedForHolder(uscc, facts);
  return [...own, ...contracted].flatMap(event => mineralParts(kind, event)).filter(({ at }) => isWithin(span, at));
}

/** Whose quota mining uses: the licence's holder where the event's enterprise is its contractor. */
function diggerOf(event: EventFact, { registry }: ChainFacts): string {
  if (event.content.type !== 'mining') return event.enterprise;
  const [permit] = registry.whereAt('permits', 'number', event.content.licence, event.at);
  return permit?.contractors?.includes(event.enterprise) ? permit.holder : event.enterprise;
}

function minedForHolder(uscc: string, facts: ChainFacts): EventFact[] {
  const licences = facts.registry.where('permits', 'holder', uscc).filter(({ kind }) => kind === 'mining-licence');
  return [...new Set(licences.map(({ number }) => number))]
    .flatMap(number => facts.miningUnder(number))
    .filter(event => event.enterprise !== uscc && diggerOf(event, facts) === uscc);
}

function mineralParts(kind: QuotaKind, event: EventFact): Made[] {
  const { content } = event;
  const counts = (part: HoldingFact | DrawFact, stage: string): boolean =>
    part.lot.product.stage === stage && miningQuotaOf(part.lot.product) === kind;
  if (content.type === 'mining' || isRunOf(event, MINERAL_PROCESSES)) {
    return event.yields.filter(part => counts(part, 'CONC')).map(({ lot, reoG }) => ({ event, at: lot.readyAt, reoG }));
  }
  if (content.type !== 'dispatch') return [];
  const ore = event.draws.filter(part => counts(part, 'ORE') && part.lot.declaredBy === event.enterprise);
  return ore.map(({ reoG }) => ({ event, at: event.at, reoG }));
}

/** K7: compounds yielded less compounds drawn, of smelting and separation, without the part that is scrap by origin. */
function separationMade(uscc: string, facts: ChainFacts, span: Span): Made[] {
  return facts
    .eventsOf(uscc)
    .filter(event => isRunOf(event, SEPARATION_PROCESSES) && isWithin(span, event.at))
    .map(event => ({ event, at: event.at, reoG: separationReoG(event) }));
}

function separationReoG({ draws, yields }: EventFact): number {
  const made = sumReo(yields.filter(({ lot }) => isCompound(lot.product)));
  const drawn = sumReo(draws.filter(({ lot }) => isCompound(lot.product)));
  return (made - drawn) * (1 - scrapShare(draws));
}

/** Share of the REO drawn that is scrap by origin. */
export function scrapShare(draws: readonly DrawFact[]): number {
  const scrap = draws.flatMap(({ origins }) => origins.filter(({ source }) => source.kind === 'scrap'));
  const total = sumReo(draws);
  return total > 0 ? sumReo(scrap) / total : 0;
}

export const sumReo = (parts: readonly { readonly reoG: number }[]): number =>
  parts.reduce((sum, { reoG }) => sum + reoG, 0);
