import type { Product } from '#catalogue';

/** Mineral products: ore and concentrate (矿产品). */
export const isMineral = ({ stage }: Pick<Product, 'stage'>): boolean => stage === 'ORE' || stage === 'CONC';

/** Compounds: mixed and separated (冶炼分离产品). */
export const isCompound = ({ stage }: Pick<Product, 'stage'>): boolean => stage === 'COMP_MIX' || stage === 'COMP_SEP';

/** The kind of quota that mining of a concentrate uses; none for other products. */
export function miningQuotaOf({ code }: Pick<Product, 'code'>): 'mining-rock' | 'mining-ion' | undefined {
  if (code.startsWith('CON-') || code.startsWith('ORE-MIX') || code.startsWith('ORE-BAS')) return 'mining-rock';
  return code.startsWith('ENR-ION-') || code.startsWith('ORE-ION') ? 'mining-ion' : undefined;
}
