import { findProcess } from '#catalogue';
import { dayOf, groupBy } from '#kernel';
import type { ChainFacts, EventFact, Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { PermitItem } from '../facts/registry-items.js';
import type { Cause, Evidence } from '../rule.js';
import { firstAsked } from './asked.js';
import { isMining } from './mining-rights.js';
import { type PermitKind, permitKey, permitsFor, validPermitsFor, type Whereabouts } from './permits.js';
import { isRun } from './production.js';

/** Mines or processes; blending, repacking, splitting and merging are no production. */
export const isProduction = (event: EventFact): boolean =>
  isMining(event) || (isRun(event) && findProcess(event.content.process)?.sameProduct !== true);

/** What an enterprise under examination produced at one of its sites. */
export interface ProductionSite extends Whereabouts {
  /** By instant; at least one. */
  readonly events: readonly EventFact[];
}

/** Papers are of sites: where an event names none, nothing can be held against it. */
export function productionSites(uscc: string, facts: ChainFacts): ProductionSite[] {
  const events = facts.eventsOf(uscc).filter(event => isProduction(event) && event.content.site !== undefined);
  const bySite = groupBy(events, ({ content }) => content.site);
  return [...bySite].map(([site, events]) => ({ enterprise: uscc, site, events }));
}

/** Was a permit of the kind in force at the site that day, for this process if it names processes at all? */
export function isPermitted(event: EventFact, kind: PermitKind, registry: RegistryFacts): boolean {
  const { enterprise, content, at } = event;
  const held = validPermitsFor(registry, kind, { enterprise, site: content.site }, at);
  return held.some(permit => !isRun(event) || covers(permit, event.content.process));
}

/** Mining is no process that a permit could name. */
export const covers = ({ processes }: PermitItem, process: string): boolean => processes?.includes(process) ?? true;

/** The first approval a place ever had, by the day it begins; none where there is none of any date. */
export const firstApproval = (registry: RegistryFacts, kind: PermitKind, where: Whereabouts): PermitItem | undefined =>
  permitsFor(registry, kind, where).sort((a, b) => a.from.localeCompare(b.from))[0];

/** Did it happen before the environmental impact assessment of its place began, which came later (MIN-07)? */
export function isBeforeEia(event: EventFact, registry: RegistryFacts): boolean {
  const { enterprise, content, at } = event;
  const kinds = registry.at('enterprises', enterprise, at)?.kinds ?? [];
  if (!kinds.includes('mine') && !kinds.includes('recovery')) return false;
  const first = firstApproval(registry, 'eia', { enterprise, site: content.site });
  return first !== undefined && first.from > dayOf(new Date(at));
}

/** One finding per enterprise and site, on the chains through all events that offend. */
export function siteCause(
  { enterprise, site }: Whereabouts,
  offences: readonly EventFact[],
  facts: ChainFacts,
  evidence: Evidence = {},
): Cause {
  return {
    enterprise,
    ...(site === undefined ? {} : { subject: site }),
    ...(offences.length === 1 ? { event: offences[0]!.id } : {}),
    at: firstAsked(offences, facts)!.at,
    evidence: { events: offences.map(({ id }) => id), enterprises: [enterprise], ...evidence },
  };
}

/** Permits of a kind that were looked at for a place, valid or not, as evidence names them. */
export const permitKeysFor = (registry: RegistryFacts, kind: PermitKind, where: Whereabouts, at?: Instant): string[] =>
  permitsFor(registry, kind, where, at).map(permitKey);
