import type { Product } from '#catalogue';
import { dayOf } from '#kernel';
import { permitValidOn } from '#registry';
import type { Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { PermitItem } from '../facts/registry-items.js';

export type PermitKind = PermitItem['kind'];

/** Whose activity, and where, if that is known. */
export interface Whereabouts {
  readonly enterprise: string;
  readonly site?: string | undefined;
}

/** A permit as evidence names it. */
export const permitKey = ({ kind, number }: Pick<PermitItem, 'kind' | 'number'>): string => `permits/${kind}:${number}`;

export const isValidAt = (permit: PermitItem, at: Instant): boolean => permitValidOn(permit, dayOf(new Date(at)));

/** Does the enterprise hold it, or is it named in it as contractor? */
export const isEntitled = ({ holder, contractors = [] }: PermitItem, enterprise: string): boolean =>
  holder === enterprise || contractors.includes(enterprise);

/**
 * Permits of a kind for an activity, of whatever term: those of its site, and those of the enterprise that name no site.
 * Where the activity's site is not known, all of the enterprise. As they stood at an instant, or as they are known now.
 */
export function permitsFor(
  registry: RegistryFacts,
  kind: PermitKind,
  { enterprise, site }: Whereabouts,
  at?: Instant,
): PermitItem[] {
  const find = (field: 'holder' | 'site', value: string): PermitItem[] =>
    (at === undefined ? registry.where('permits', field, value) : registry.whereAt('permits', field, value, at)).filter(
      permit => permit.kind === kind,
    );
  const held = find('holder', enterprise);
  return site === undefined ? held : [...find('site', site), ...held.filter(permit => permit.site === undefined)];
}

/** Permits of a kind for an activity that held on the day of an instant. */
export const validPermitsFor = (
  registry: RegistryFacts,
  kind: PermitKind,
  where: Whereabouts,
  at: Instant,
): PermitItem[] => permitsFor(registry, kind, where, at).filter(permit => isValidAt(permit, at));

type Mineral = NonNullable<PermitItem['minerals']>[number];

/** Minerals a product is won from. Mixed ore is bastnaesite and monazite together. */
const MINERALS: readonly (readonly [products: readonly string[], minerals: readonly Mineral[]])[] = [
  [['ORE-MIX', 'CON-MIX'], ['mixed']],
  [
    ['ORE-BAS', 'CON-BAS'],
    ['bastnaesite', 'mixed'],
  ],
  [['CON-MON'], ['monazite', 'mixed']],
  [['CON-XEN'], ['xenotime']],
  [['ORE-ION', 'ENR-ION-H', 'ENR-ION-M', 'ENR-ION-L', 'ENR-IMP'], ['ion-adsorption']],
];

/** Is it a right to rare earths? One that names no minerals is not held against anybody. */
export const isForRareEarths = ({ minerals = [] }: PermitItem): boolean =>
  minerals.length === 0 || minerals.some(mineral => mineral !== 'other');

/** Does a permit allow what a product is won from? A permit that names no minerals allows all, as does `rare-earth`. */
export function allowsProduct({ minerals = [] }: PermitItem, { code }: Pick<Product, 'code'>): boolean {
  if (minerals.length === 0 || minerals.includes('rare-earth')) return true;
  const needed = MINERALS.find(([products]) => products.includes(code))?.[1];
  return needed === undefined || needed.some(mineral => minerals.includes(mineral));
}
