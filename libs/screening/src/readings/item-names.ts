import { PRODUCTS, type Product } from '#catalogue';

/** Names beside the catalogue's own under which the tax catalogue (稀土产品目录) and the trade know a product. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  'ORE-MIX': ['白云鄂博稀土原矿', '混合型稀土原矿', '稀土原矿'],
  'ORE-BAS': ['氟碳铈矿', '稀土原矿'],
  'ORE-ION': ['离子型稀土原矿', '离子型稀土母液', '稀土浸出母液'],
  'CON-MIX': ['混合稀土精矿', '混合型稀土精矿', '白云鄂博稀土精矿', '稀土精矿'],
  'CON-BAS': ['氟碳铈矿精矿', '氟碳铈稀土精矿', '氟碳铈镧矿精矿', '稀土精矿'],
  'CON-MON': ['独居石', '独居石稀土精矿'],
  'CON-XEN': ['磷钇矿', '磷钇矿稀土精矿'],
  'ENR-ION-H': mineralMixtures('高钇'),
  'ENR-ION-M': mineralMixtures('中钇富铕'),
  'ENR-ION-L': mineralMixtures('低钇低铕'),
  'ENR-IMP': [
    '离子型混合氧化稀土', '混合氧化稀土', '混合稀土氧化物', '未列名氧化稀土',
    ...mineralMixtures('高钇'), ...mineralMixtures('中钇富铕'), ...mineralMixtures('低钇低铕'),
  ],
  MRC: ['碳酸稀土', '混合稀土碳酸盐'],
  MRCL: ['氯化稀土', '混合稀土氯化物'],
  'OX-PrNd': ['镨钕氧化物', '氧化钕镨', '氧化镨-钕'],
  'OX-SEG': ['钐铕钆富集氧化物', '氧化钐铕钆', '钐铕钆氧化物'],
  'MET-PrNd': ['金属镨钕', '镨钕合金'],
  MISCH: ['混合稀土金属', '米许合金', '富铈混合稀土金属'],
  'ALY-DyFe': ['镝铁'],
  'ALY-TbFe': ['铽铁'],
  'ALY-HoFe': ['钬铁'],
  'ALY-GdFe': ['钆铁'],
  'ALY-NdFeB': ['钕铁硼速凝片', '钕铁硼磁粉', '钕铁硼合金', '钕铁硼甩带片'],
  'MAG-NdFeB': ['钕铁硼', '钕铁硼磁体', '钕铁硼磁钢', '烧结钕铁硼永磁体'],
  'SCR-NdFeB-S': ['钕铁硼废料', '稀土永磁废料', '钕铁硼磁泥'],
  'SCR-NdFeB-B': ['钕铁硼废料', '稀土永磁废料', '钕铁硼边角料'],
  'SCR-NdFeB-E': ['钕铁硼废料', '稀土永磁废料', '废旧永磁体', '废旧磁体'],
  'SRV-TOLL': ['稀土加工费', '冶炼分离产品加工费'],
}; // prettier-ignore

/** Mineral products of ion-adsorption mines, one item of the tax catalogue for each salt. */
function mineralMixtures(kind: string): string[] {
  const salts = ['混合稀土氧化物', '混合氧化稀土', '混合碳酸稀土', '混合草酸稀土', '稀土富集物'];
  return salts.map(salt => `${kind}${salt}`);
}

const BY_NAME: ReadonlyMap<string, readonly Product[]> = indexNames();

/** Products that an item as printed on an invoice may stand for; none where it is no rare-earth item. */
export const productsNamed = (printed: string): readonly Product[] => BY_NAME.get(foldItem(printed)) ?? [];

/** Is an item as printed a name of the product? */
export const isNameOf = (printed: string, { code }: Pick<Product, 'code'>): boolean =>
  productsNamed(printed).some(product => product.code === code);

/**
 * What counts of an item as printed: without the tax category before it (`*稀土产品*`), blanks, dashes, whatever stands
 * in parentheses and a purity behind it; full-width characters and upper case folded.
 */
export function foldItem(printed: string): string {
  const narrow = printed.normalize('NFKC').toLowerCase().replace(/[\s‐-―·-]/g, '');
  return narrow.replace(/^(?:\*[^*]*\*)+/, '').replace(/\([^()]*\)/g, '').replace(/[≥>]?\d+(?:\.\d+)?%$/, '');
} // prettier-ignore

function indexNames(): Map<string, Product[]> {
  const index = new Map<string, Product[]>();
  for (const product of PRODUCTS) {
    for (const name of new Set(namesOf(product).map(foldItem))) {
      index.set(name, [...(index.get(name) ?? []), product]);
    }
  }
  return index;
}

function namesOf({ code, zh, en, stage, elements }: Product): string[] {
  const listed = zh.replace(/（.*）/, '').split('、');
  const metal = stage === 'METAL' && elements.length === 1 ? [zh.replace(/^金属(.)$/, '$1金属')] : [];
  return [code, en, zh, ...listed, ...metal, ...(SYNONYMS[code] ?? [])];
}
