import { profile } from '../chemistry.js';

/** Provinces with rock mines: what they dig and what they make of it. */
export const ROCK = [
  { region: '150200', product: 'CON-MIX', ore: 'ORE-MIX', mixture: profile('BAYAN_OBO'), minerals: ['mixed'] },
  { region: '513400', product: 'CON-BAS', ore: 'ORE-BAS', mixture: profile('MIANNING'), minerals: ['bastnaesite'] },
  { region: '370800', product: 'CON-BAS', ore: 'ORE-BAS', mixture: profile('WEISHAN'), minerals: ['bastnaesite'] },
] as const;

/** Provinces with ion-adsorption clay. */
export const ION = [
  { region: '360700', product: 'ENR-ION-M', mixture: profile('XINFENG') },
  { region: '350800', product: 'ENR-ION-M', mixture: profile('XINFENG') },
  { region: '441400', product: 'ENR-ION-L', mixture: profile('XUNWU_CHI') },
  { region: '450100', product: 'ENR-ION-L', mixture: profile('XUNWU_CHI') },
] as const;

export const IMPORTED = {
  product: 'ENR-IMP',
  country: 'MM',
  reoPercent: 92,
  mixture: profile('MYANMAR_ION_PLACEHOLDER'),
} as const;

export const SCRAP = profile('SCRAP_NDFEB_HDD');
