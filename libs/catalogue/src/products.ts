import type { Assay, Distribution, Element } from '#kernel';
import { ELEMENTS, assayToDistribution, elementIndex, toDistribution } from '#kernel';
import type { Content, ProductRow } from './data/products.js';
import { productData } from './data/products.js';
import type { Family } from './data/single-element-products.js';
import { familyData } from './data/single-element-products.js';
import { CATALOGUE_SINCE } from './data/sources.js';
import { OXIDES, reoPercentOfMetal } from './oxides.js';
import { findProfile } from './profiles.js';
import type { Nominal, Oxide, Product, Range } from './types.js';

/** Every product a lot may be of, one code each. */
export const PRODUCTS: readonly Product[] = [
  ...productData.entries,
  ...familyData.entries.flatMap(family =>
    OXIDES.filter(({ element }) => family.elements.includes(element)).map(oxide => member(family, oxide)),
  ),
].map(toProduct);

const BY_CODE = new Map(
  PRODUCTS.map(product => [
    product.code,
    { product, elements: product.elements.map(element => elementIndex(element)!) },
  ]),
);

export const findProduct = (code: string): Product | undefined => BY_CODE.get(code)?.product;

/** The distribution a lot of the product is taken to have where nothing better is known. Throws on an unknown code. */
export const nominalDistribution = (code: string): Distribution => known(code).product.nominal.distribution;

/** Indexes of the elements the product is made for, ascending. Throws on an unknown code. */
export const productElements = (code: string): readonly number[] => known(code).elements;

/** True where the product's name alone is its assay. Throws on an unknown code. */
export const isSingleElement = (code: string): boolean => known(code).elements.length === 1;

function known(code: string) {
  const entry = BY_CODE.get(code);
  if (!entry) throw new Error(`There is no product ${code}.`);
  return entry;
}

function member(family: Family, { element, zh, en }: Oxide): ProductRow {
  const { prefix, stage, status, sources } = family;
  const min = element === 'Sc' ? (family.scandiumMin ?? family.content.min) : family.content.min;
  const hs = family.hs[element] ?? family.otherHs;
  return [
    `${prefix}-${element}`, `${family.zh}${zh}`, `${en} ${family.en}`, stage, { ...family.content, min }, status,
    [element], { [element]: 100 }, [hs], sources,
  ]; // prettier-ignore
}

function toProduct(row: ProductRow): Product {
  const [code, zh, en, stage, content, status, elements, from, hs, sources] = row;
  const nominal = toNominal(from, elements);
  const reoPercent = toReo(content, nominal.distribution);
  return { code, zh, en, stage, elements, reoPercent, nominal, hs, status, sources, validFrom: CATALOGUE_SINCE };
}

function toNominal(from: string | Assay, elements: readonly Element[]): Nominal {
  if (typeof from !== 'string') {
    const distribution = assayToDistribution(from);
    return elements.length === 1
      ? { distribution, status: 'derived', sources: ['derived'] }
      : { distribution, status: 'unverified', sources: ['general'] };
  }
  const profile = findProfile(from);
  if (!profile) throw new Error(`There is no profile ${from}.`);
  const distribution = restrict(profile.percent, elements);
  return { profile: profile.id, distribution, status: profile.status, sources: profile.sources };
}

/** What is left of a mixture when only some elements are kept: the rule for lots without an assay, too. */
function restrict(mixture: readonly number[], elements: readonly Element[]): Distribution {
  return toDistribution(ELEMENTS.map((element, index) => (elements.includes(element) ? (mixture[index] ?? 0) : 0)));
}

function toReo({ of, min, max }: Content, distribution: Distribution): Range {
  if (of === 'reo') return { min, max };
  const toHundredths = (metalPercent: number) => Math.round(reoPercentOfMetal(metalPercent, distribution) * 100) / 100;
  return { min: toHundredths(min), max: toHundredths(max) };
}
