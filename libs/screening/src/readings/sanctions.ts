import type { EventFacts, Instant } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { endOfDay } from '../periods.js';

type Sanction = RegistryItems['sanctions'];
type SanctionKind = Sanction['kind'];

/** Does a sanction act at an instant? Strictly after the day it begins (reading K1), through the end of its last day. */
export const actsAt = ({ from, to }: Pick<Sanction, 'from' | 'to'>, at: Instant): boolean =>
  at >= endOfDay(from) && (to === undefined || at < endOfDay(to));

/** Sanctions of kinds that act on an enterprise at an instant. */
const sanctionsOn = (uscc: string, kinds: readonly SanctionKind[], at: Instant, { registry }: EventFacts): Sanction[] =>
  registry.where('sanctions', 'enterprise', uscc).filter(each => kinds.includes(each.kind) && actsAt(each, at));

/** The blacklisting that acts on an enterprise at an instant. */
export const blacklisting = (uscc: string, at: Instant, facts: EventFacts): Sanction | undefined =>
  sanctionsOn(uscc, ['blacklist'], at, facts)[0];
