export { CATALOGUE_VERSION } from './version.js';
export { SOURCES } from './data/sources.js';
export type { SourceKey } from './data/sources.js';
export { ENTERPRISE_KINDS, STAGES } from './types.js';
export type {
  EnterpriseKind, Evidence, Nominal, Oxide, Process, Product, Profile, Range, Region, Stage, Validity, Verification,
} from './types.js'; // prettier-ignore
export { PRODUCTS, findProduct, isSingleElement, nominalDistribution, productElements } from './products.js';
export { PROCESSES, accepts, findProcess, produces } from './processes.js';
export { REGIONS, findRegion, isRegionCode, provinceName } from './regions.js';
export { PROFILES, findProfile } from './profiles.js';
export { OXIDES, reoPercentOfMetal } from './oxides.js';
export { countryCode } from './countries.js';
export { isRareEarthHsCode } from './customs.js';
