import type { Product, Profile } from '#catalogue';
import { distributionToAssay } from '#kernel';

/** A product as clients read it: its nominal distribution in % of total REO. */
export function productView({ nominal, ...product }: Product): object {
  const { distribution, ...rest } = nominal;
  return { ...product, nominal: { ...rest, assay: distributionToAssay(distribution) } };
}

/** A reference distribution as clients read it, in % of total REO. */
export function profileView(profile: Profile): object {
  const { id: code, distribution, percent: _, ...rest } = profile;
  return { code, ...rest, assay: distributionToAssay(distribution) };
}
