import { isCalendarDay, provinceOf } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { REGIONS, findRegion, isRegionCode, provinceName } from './regions.js';

const provinces = REGIONS.filter(({ level }) => level === 'province');

describe('regions', () => {
  it('have all 34 provinces', () => {
    expect(provinces).toHaveLength(34);
    expect(provinces.every(({ code }) => code.endsWith('0000'))).toBe(true);
  });

  it.each(REGIONS)('$code is complete', region => {
    expect(findRegion(region.code)).toBe(region);
    expect(isRegionCode(region.code)).toBe(true);
    expect(region.zh).toMatch(/\p{Script=Han}/u);
    expect(region.en).toMatch(/^[A-Z][A-Za-z ]+$/);
    expect(isCalendarDay(region.validFrom)).toBe(true);
    expect(findRegion(provinceOf(region.code))?.level).toBe('province');
  });

  it('have each code and each province name once', () => {
    expect(new Set(REGIONS.map(({ code }) => code)).size).toBe(REGIONS.length);
    expect(new Set(provinces.map(({ zh }) => zh)).size).toBe(34);
    expect(new Set(provinces.map(({ en }) => en)).size).toBe(34);
  });

  it('hand on to a successor without a gap', () => {
    const replaced = REGIONS.filter(({ validTo }) => validTo !== undefined);
    expect(replaced.map(({ code, successor }) => [code, successor])).toEqual([['360727', '360783']]);
    for (const { validTo, successor } of replaced) expect(findRegion(successor!)?.validFrom).toBe(validTo);
  });

  it('take lower codes on trust, provinces not', () => {
    for (const code of ['360734', '360799', '440000']) expect(isRegionCode(code)).toBe(true);
    for (const code of ['000000', '990000', '36073', '3607340', '36073x', '３６０７３４', ''])
      expect(isRegionCode(code)).toBe(false);
  });

  it('name the province of any lower code', () => {
    expect(provinceName('360734', 'zh')).toBe('江西省');
    expect(provinceName('360799', 'en')).toBe('Jiangxi');
    expect(provinceName('990000', 'en')).toBeUndefined();
  });
});
