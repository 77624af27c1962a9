/**
 * What the entries of the catalogue rest on. Tier A: official text or registry copy, company filing, standard; B: press,
 * research, industry site; C: unofficial mirror, to be checked again before legal use; D: no outside source.
 */
export const SOURCES = {
  general: ['D', 'general knowledge of the field, not checked against a source'],
  derived: ['D', 'computed here from other entries or from atomic weights'],
  GB2260: ['A', 'GB/T 2260 as listed by the Ministry of Civil Affairs, April 2019'],
  LONGNAN: ['B', '民函〔2020〕61号, Longnan county becomes a city, published 2020-06-30'],
  N18: ['A', '工信部联原〔2018〕265号, part 四 item (七)'],
  NORM16: ['B', '稀土行业规范条件（2016年本）, press summary'],
  SATCAT: ['C', '稀土产品目录, tax administration, preparatory notice'],
  SAT17: ['C', '国家税务总局公告2012年第17号'],
  CONSTD: ['C', 'grades of the standard for mixed bastnaesite-monazite concentrate'],
  SICH: ['B', 'rare earth contents of Sichuan bastnaesite concentrates, journal article'],
  KJ: ['B', 'resources of Weishan and Mianning, science service site'],
  'AUS-MON': ['C', 'grades of Australian monazite concentrate'],
  DENG: ['B', 'Deng & Kendall 2019, Int. J. LCA, doi 10.1007/s11367-019-01582-1, table 1'],
  GK: ['B', 'Gupta & Krishnamurthy 2005, Extractive Metallurgy of Rare Earths, ch. 1'],
  USGS: ['A', 'USGS Minerals Yearbook, rare earth contents of major source minerals (recalled)'],
  CHI: ['B', 'tables for weathered crust ores in the Chinese literature (recalled)'],
  PART: ['B', 'partitioning of Chinese industrial ores, journal abstract'],
  JMO: ['B', 'weathered crust elution-deposited ores, 2016, doi 10.16533/J.CNKI.15-1099/TF.201601020, abstract'],
  MP10K: ['A', 'MP Materials, form 10-K for 2021'],
  LYN: ['B', 'Lynas, resource statement for Mount Weld, 2024'],
  MYNP: ['B', 'NdPr content of imported Myanmar feed against US ore, press'],
  IMP24: ['B', 'rare earth imports January to September 2024, industry analyst'],
  'IMF-CARB': ['C', 'specification of mixed carbonate in a price series'],
  SCRM: ['B', 'rare earth content of NdFeB scrap, Metals 13 (2023) 779'],
  SCRC: ['B', 'assay of end-of-life hard-disk magnets, J. Rare Earths 41 (2023) 621'],
  SCR22: ['C', 'scrap and magnet output 2022, recycling of other scrap, industry site'],
  SCR25: ['C', 'yield claimed by one recycler, 2025, industry site'],
  MAGC: ['B', 'composition of NdFeB magnets, doi 10.1007/s40831-016-0090-4'],
  HS10: ['B', 'customs tariff of China 2010'],
  HS14: ['B', 'customs tariff of China 2014'],
  HS16: ['B', 'export licence catalogue of China 2016'],
  HS18: ['B', 'customs tariff of China 2018'],
  HSg: ['B', 'look-up of heading 2805 in the customs tariff of China'],
  MC18: ['B', 'export control announcement 18 of 2025, list of codes'],
} as const satisfies Readonly<Record<string, readonly [tier: 'A' | 'B' | 'C' | 'D', citation: string]>>;

export type SourceKey = keyof typeof SOURCES;

/**
 * First day the catalogue speaks for. Entries begin here unless a later day is known; it says nothing about the day a
 * county was founded or a product first made.
 */
export const CATALOGUE_SINCE = '2000-01-01';
