import type { Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import type { Figure } from '../rule.js';

export type MonitoringItem = RegistryItems['monitoring'];

/** A measured value with the limit it is held to, in its unit. */
export interface Reading extends MonitoringItem {
  readonly value: number;
  readonly limit: number;
  readonly at: Instant;
}

/** Records of an enterprise that had begun by the clock, by instant. */
export const recordsOf = (uscc: string, registry: RegistryFacts, clock: Instant): MonitoringItem[] =>
  registry
    .where('monitoring', 'enterprise', uscc)
    .filter(({ from }) => Date.parse(from) <= clock)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from) || a.number.localeCompare(b.number));

/** Records that hold a value against a limit; outages hold none. */
export const readingsOf = (uscc: string, registry: RegistryFacts, clock: Instant): Reading[] =>
  recordsOf(uscc, registry, clock).flatMap(item => {
    const { value, limit, from } = item;
    return value === undefined || limit === undefined ? [] : [{ ...item, value, limit, at: Date.parse(from) }];
  });

/** A reading beside its limit, as evidence shows it. */
export const readingFigures = ({ point, parameter, value, limit, unit = '' }: Reading): Figure[] => [
  { name: { zh: `${point} ${parameter}`, en: `${point} ${parameter}` }, value, unit },
  { name: { zh: '限值', en: 'Limit' }, value: limit, unit },
];
