import { ELEMENTS, ELEMENT_COUNT, toDistribution } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { PRODUCTS, findProduct, isSingleElement, nominalDistribution, productElements } from './products.js';
import { findProfile } from './profiles.js';
import { STAGES } from './types.js';

const perElement = (prefix: string) => ELEMENTS.map(element => `${prefix}-${element}`);

/** The codes of the public contract, one per entry. */
const CONTRACT_CODES = [
  'ORE-MIX', 'ORE-BAS', 'ORE-ION', 'CON-MIX', 'CON-BAS', 'CON-MON', 'CON-XEN', 'ENR-ION-H', 'ENR-ION-M', 'ENR-ION-L', 'ENR-IMP',
  'MRC', 'MRCL', ...perElement('OX'), 'OX-PrNd', 'OX-SEG', ...perElement('CA'), ...perElement('CL'), ...perElement('FL'),
  ...perElement('OXA'), ...perElement('NIT'), 'HY-Ce', ...perElement('MET'), 'MET-PrNd', 'MISCH', 'ALY-DyFe', 'ALY-TbFe',
  'ALY-HoFe', 'ALY-GdFe', 'ALY-NdFeB', 'ALY-SmCo', 'ALY-Mg', 'ALY-Al', 'ALY-Si', 'MAG-NdFeB', 'SCR-NdFeB-S', 'SCR-NdFeB-B',
  'SCR-NdFeB-E', 'SCR-SmCo', 'SCR-PHOS', 'SCR-POL', 'SCR-CAT', 'SCR-SLAG', 'WST-RAD', 'SRV-TOLL',
]; // prettier-ignore

const share = (code: string, element: (typeof ELEMENTS)[number]) =>
  nominalDistribution(code)[ELEMENTS.indexOf(element)];

describe('products', () => {
  it('are those of the contract, each code once', () => {
    expect(PRODUCTS.map(({ code }) => code).sort()).toEqual(CONTRACT_CODES.sort());
  });

  it.each(PRODUCTS)('$code is complete', product => {
    expect(findProduct(product.code)).toBe(product);
    expect(product.zh).toMatch(/\p{Script=Han}/u);
    expect(product.en).toMatch(/^[A-Za-z]/);
    expect(STAGES).toContain(product.stage);
    expect(product.reoPercent.min).toBeLessThanOrEqual(product.reoPercent.max);
    expect(product.reoPercent.max).toBeLessThanOrEqual(155);
    for (const hs of product.hs) expect(hs).toMatch(/^\d{4}(\d{2}){0,3}$/);
  });

  it.each(PRODUCTS)('$code has a nominal distribution over its own elements', ({ code, nominal }) => {
    const distribution = nominalDistribution(code);
    const held = productElements(code);
    expect(distribution).toBe(nominal.distribution);
    expect(distribution).toHaveLength(ELEMENT_COUNT);
    expect(distribution.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
    expect(distribution.flatMap((part, index) => (part > 0 && !held.includes(index) ? [ELEMENTS[index]] : []))).toEqual(
      [],
    );
    expect(held).toEqual([...held].sort((a, b) => a - b));
  });

  it('are one pure element where they have one, and only there', () => {
    for (const { code, elements } of PRODUCTS) {
      expect(isSingleElement(code)).toBe(elements.length === 1);
      if (isSingleElement(code)) expect(nominalDistribution(code)[productElements(code)[0]!]).toBe(1);
    }
    expect(
      PRODUCTS.filter(({ code }) => /^(OX|CA|CL|FL|OXA|NIT|HY|MET)-[A-Z][a-z]?$/.test(code) && !isSingleElement(code)),
    ).toEqual([]);
  });

  it('cut a profile down to what the product can hold', () => {
    const [sm = 0, eu = 0, gd = 0] = findProfile('BAYAN_OBO')!.percent.slice(4, 7);
    expect(nominalDistribution('OX-SEG').slice(4, 7)).toEqual([...toDistribution([sm, eu, gd])]);
    expect(share('OX-PrNd', 'Pr')).toBe(0.25);
    expect(share('OX-PrNd', 'Nd')).toBe(0.75);
  });

  it.each([
    ['CON-MIX', 'BAYAN_OBO'],
    ['CON-BAS', 'MIANNING'],
    ['ENR-ION-H', 'LONGNAN_DENG'],
    ['ENR-ION-M', 'XINFENG'],
    ['ENR-ION-L', 'XUNWU_CHI'],
    ['ENR-IMP', 'MYANMAR_ION_PLACEHOLDER'],
    ['CON-MON', 'MONAZITE_GD_noYb'],
    ['CON-XEN', 'XENOTIME_GD'],
    ['MRC', 'BAYAN_OBO'],
  ])('%s without an assay is taken for %s, as sure as that profile', (code, id) => {
    const profile = findProfile(id)!;
    expect(findProduct(code)!.nominal).toMatchObject({ profile: id, status: profile.status });
    expect(nominalDistribution(code)).toEqual(profile.distribution);
  });

  it('count metals as oxides', () => {
    expect(findProduct('MET-Nd')!.reoPercent).toEqual({ min: 115.47, max: 116.63 });
    expect(findProduct('MET-Sc')!.reoPercent.max).toBeCloseTo(153.37, 2);
    expect(findProduct('MAG-NdFeB')!.reoPercent.min).toBeGreaterThan(36);
  });

  it('bear names and tariff codes by element', () => {
    expect(findProduct('OX-La')).toMatchObject({ zh: '氧化镧', en: 'lanthanum oxide', hs: ['28469012'] });
    expect(findProduct('CL-Ho')).toMatchObject({ zh: '氯化钬', en: 'holmium chloride', hs: ['28469029'] });
    expect(findProduct('MET-Dy')).toMatchObject({ zh: '金属镝', stage: 'METAL', hs: ['28053012'] });
  });

  it('are looked up by exact code', () => {
    expect(findProduct('ox-la')).toBeUndefined();
    expect(findProduct('OX-*')).toBeUndefined();
    expect(() => nominalDistribution('OX-Pm')).toThrow('There is no product OX-Pm.');
  });
});
