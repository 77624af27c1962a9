import { countryData } from './data/countries.js';
import { oxideData } from './data/oxides.js';
import { processData } from './data/processes.js';
import { productData } from './data/products.js';
import { profileData } from './data/profiles.js';
import { regionData } from './data/regions.js';
import { familyData } from './data/single-element-products.js';

const DATASETS = [productData, familyData, processData, regionData, profileData, oxideData, countryData];

/** Version of the catalogue as a whole: that of the data file changed last. */
export const CATALOGUE_VERSION: string = DATASETS.map(({ version }) => version).sort().at(-1)!; // prettier-ignore
