/** An entry of the dictionary of sources, as #lots keeps it: a source with one of its statuses, or a group of folded ones. */
export interface SourceFacts {
  readonly no: number;
  readonly id: string;
  readonly status: string;
  readonly kind: string;
  readonly enterprise?: string;
  readonly region?: string;
  readonly year?: number;
  readonly folded: boolean;
}

/** The middle of a source's id: licence, declaration, supplier, enterprise or event. */
export function referenceOf({ id, kind }: Pick<SourceFacts, 'id' | 'kind'>): string {
  const reference = id.slice(id.indexOf(':') + 1);
  return kind === 'mine' || kind === 'scrap' ? reference.slice(0, reference.lastIndexOf(':')) : reference;
}

/** The province of a place in China; a country stays what it is. */
export const placeOf = (region: string): string => (/^\d{6}$/.test(region) ? `${region.slice(0, 2)}0000` : region);
