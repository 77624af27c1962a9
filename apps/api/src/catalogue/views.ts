import type { Product, Profile } from '#catalogue';
import { distributionToAssay } from '#kernel';

/** A product as clients read it: its nominal distribution in % of total REO. */
export function productView({ nominal, ...product }: Product): object {
  const { distribution, ...rest } = nominal;
  return { ...product, nominal: { ...rest, assay: distributionToAssay(distribution) } };
}

/** A reference distribution as clients read it, in % of total REO. */
export function profileView({ distribution, percent: _, ...profile }: Profile): object {
  return { ...profile, assay: distributionToAssay(distribution) };
}
