import { provinceOf, startOfDay } from '#kernel';
import type { ChainFacts, EventFact, EventFacts } from './facts/facts.js';
import type { RegistryFacts } from './facts/registry-facts.js';
import { isWithin, type Period, type Span } from './periods.js';
import type { AnyRule, Cause, Paper, Parameters, Values } from './rule.js';

/**
 * Can the papers that a rule misses be missed at all (reading K4): is at least one of each sort known of an enterprise of
 * the province that the cause lies in?
 */
export const isFed = (
  { absenceOf = [] }: AnyRule,
  { region }: Pick<Cause, 'region'>,
  { registry }: EventFacts,
): boolean =>
  region === undefined ||
  absenceOf.every(paper => partiesOf(paper, registry).some(uscc => lies(uscc, provinceOf(region), registry)));

/** Enterprises that papers of a sort are known of. */
function partiesOf(paper: Paper, registry: RegistryFacts): string[] {
  if (paper === 'quotas') return registry.all('quotas').map(({ holder }) => holder);
  if (paper === 'published-lists' || paper === 'inspections')
    return registry.all(paper).flatMap(({ enterprise }) => enterprise ?? []);
  return registry.where('permits', 'kind', paper.slice('permits/'.length)).map(({ holder }) => holder);
}

function lies(uscc: string, province: string, registry: RegistryFacts): boolean {
  const region = registry.latest('enterprises', uscc)?.region;
  return region !== undefined && provinceOf(region) === province;
}

/** What rules say of single events. */
export function judgeEvents(rule: AnyRule, events: Iterable<EventFact>, facts: EventFacts, values: Values<Parameters>): Cause[] {
  if (!rule.onEvent) return [];
  return [...events].flatMap(event => inForce(rule, [...rule.onEvent!(event, facts, values)]));
} // prettier-ignore

/** What a rule says of an enterprise: as a whole, and over each of the periods. */
export function judgeEnterprise(
  rule: AnyRule,
  uscc: string,
  facts: ChainFacts,
  periods: readonly Period[],
  values: Values<Parameters>,
): Cause[] {
  const whole = [...(rule.onEnterprise?.(uscc, facts, values) ?? [])].filter(cause => isAsked(cause, facts.span));
  const judges = { month: rule.onMonth, quarter: rule.onQuarter, year: rule.onYear };
  const ofPeriods = periods.flatMap(period => [...(judges[period.kind]?.(uscc, period, facts, values) ?? [])]);
  return inForce(rule, [...whole, ...ofPeriods]);
}

/** What a rule says of regions, feeds and markets. */
export function judgeRegistry(
  rule: AnyRule,
  facts: EventFacts & { readonly span?: Span },
  periods: readonly Period[],
  values: Values<Parameters>,
): Cause[] {
  const whole = [...(rule.onRegistry?.(facts, values) ?? [])].filter(cause => isAsked(cause, facts.span));
  const months = rule.onMarketMonth ? periods.filter(({ kind }) => kind === 'month') : [];
  return inForce(rule, [...whole, ...months.flatMap(month => [...rule.onMarketMonth!(month, facts, values)])]);
}

const isAsked = ({ at }: Cause, span: Span | undefined): boolean => !span || isWithin(span, at);

/** A rule speaks of what happened while it was in force. */
function inForce({ validFrom, validTo }: AnyRule, causes: readonly Cause[]): Cause[] {
  const from = validFrom ? startOfDay(validFrom).getTime() : -Infinity;
  const until = validTo ? startOfDay(validTo).getTime() : Infinity;
  return causes.filter(({ at }) => from <= at && at < until);
}
