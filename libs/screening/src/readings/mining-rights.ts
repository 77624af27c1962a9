import type { MiningEvent } from '#lots';
import type { EventFact, EventFacts, Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { PermitItem } from '../facts/registry-items.js';
import type { Cause, Evidence } from '../rule.js';
import { amountOfReo } from './figures.js';
import { isEntitled, isForRareEarths, isValidAt, permitKey, permitsFor, type Whereabouts } from './permits.js'; // prettier-ignore
import { sumReo } from './production.js';

/**
 * What mining rests on, each case one rule's (reading K18):
 * `licensed` a valid mining licence for rare earths, held or contracted; `outsourced` a valid licence or approval of
 * another (MIN-05); `recovery` a recovery approval, whatever its term (MIN-09, MIN-10); `prospecting` a valid right to
 * explore (MIN-04); `illegal-recovery` a recovery place without any paper (MIN-08); `unlicensed` anything else (MIN-01).
 */
export type MiningCase = 'licensed' | 'outsourced' | 'recovery' | 'prospecting' | 'illegal-recovery' | 'unlicensed';

export interface MiningRight {
  readonly case: MiningCase;
  /** The permits cited that decide it; where none does, all that have the number cited. */
  readonly permits: readonly PermitItem[];
}

export type MiningFact = EventFact<MiningEvent>;

export const isMining = (event: EventFact): event is MiningFact => event.content.type === 'mining';

/** On what right an event mines, by the permits it cites as they stood then. */
export function miningRight(event: MiningFact, registry: RegistryFacts): MiningRight {
  const cited = registry.whereAt('permits', 'number', event.content.licence, event.at);
  const ofKind = (kind: PermitItem['kind']): PermitItem[] => cited.filter(permit => permit.kind === kind);
  const licences = ofKind('mining-licence').filter(permit => isValidAt(permit, event.at) && isForRareEarths(permit));
  if (licences.length > 0) return holdersRight(licences, event, 'licensed');
  const approvals = ofKind('recovery-approval');
  const running = approvals.filter(permit => isValidAt(permit, event.at));
  if (running.length > 0) return holdersRight(running, event, 'recovery');
  if (approvals.length > 0) return { case: 'recovery', permits: approvals };
  const explorations = ofKind('exploration-licence').filter(permit => isValidAt(permit, event.at) && isEntitled(permit, event.enterprise)); // prettier-ignore
  if (explorations.length > 0) return { case: 'prospecting', permits: explorations };
  const isPaperless = ofKind('mining-licence').length === 0 && !hasMiningPaper(registry, placeOf(event));
  return { case: isPaperless && isRecoveryPlace(registry, placeOf(event), event.at) ? 'illegal-recovery' : 'unlicensed', permits: cited };
} // prettier-ignore

function holdersRight(permits: readonly PermitItem[], { enterprise }: MiningFact, own: MiningCase): MiningRight {
  const entitled = permits.filter(permit => isEntitled(permit, enterprise));
  return entitled.length > 0 ? { case: own, permits: entitled } : { case: 'outsourced', permits };
}

export const placeOf = ({ enterprise, content }: EventFact): Whereabouts => ({ enterprise, site: content.site });

/** A recovery site, or any place of an enterprise whose only mining kind is recovery. */
export function isRecoveryPlace(registry: RegistryFacts, { enterprise, site }: Whereabouts, at: Instant): boolean {
  if (site !== undefined && registry.at('sites', site, at)?.kind === 'recovery') return true;
  const kinds = registry.at('enterprises', enterprise, at)?.kinds ?? [];
  return kinds.includes('recovery') && !kinds.includes('mine');
}

/** A mining licence or recovery approval of any date, for the place or for the enterprise as contractor. */
export function hasMiningPaper(registry: RegistryFacts, where: Whereabouts): boolean {
  const kinds = ['mining-licence', 'recovery-approval'] as const;
  const contracted = registry.where('permits', 'contractors', where.enterprise);
  return kinds.some(kind => permitsFor(registry, kind, where).length > 0 || contracted.some(each => each.kind === kind));
} // prettier-ignore

/**
 * Grams of REO won under the number an event cites, up to and with this event. For recovery approvals and rights to explore
 * only: mining under a licence is not loaded around single events.
 */
export function wonUpTo({ id, content }: MiningFact, facts: EventFacts): number {
  const under = facts.miningUnder(content.licence);
  const upTo = under.slice(0, under.findIndex(each => each.id === id) + 1);
  return upTo.reduce((total, { yields }) => total + sumReo(yields), 0);
}

/** What findings on a mining event have in common; `evidence` adds to it. */
export function miningCause(event: MiningFact, permits: readonly PermitItem[], evidence: Evidence = {}): Cause {
  return {
    enterprise: event.enterprise,
    subject: event.id,
    event: event.id,
    at: event.at,
    amount: amountOfReo(sumReo(event.yields)),
    evidence: {
      events: [event.id],
      lots: event.yields.map(({ lot }) => lot.key),
      documents: permits.map(permitKey),
      ...evidence,
    },
  };
}
