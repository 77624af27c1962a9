import { describe, expect, it } from '@jest/globals';
import { countryCode } from './countries.js';
import { countryData } from './data/countries.js';

describe('countryCode', () => {
  it('knows 249 countries, each by two codes of its own', () => {
    expect(countryData.entries).toHaveLength(249);
    expect(new Set(countryData.entries.map(([alpha2]) => alpha2)).size).toBe(249);
    expect(new Set(countryData.entries.map(([, alpha3]) => alpha3)).size).toBe(249);
    for (const [alpha2, alpha3] of countryData.entries) {
      expect(alpha2).toMatch(/^[A-Z]{2}$/);
      expect(alpha3).toMatch(/^[A-Z]{3}$/);
      expect([countryCode(alpha2), countryCode(alpha3)]).toEqual([alpha2, alpha2]);
    }
  });

  it('knows only countries that the locale data of the runtime know', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(countryData.entries.filter(([alpha2]) => names.of(alpha2) === undefined)).toEqual([]);
  });

  it('answers alpha-2 for either form', () => {
    expect(['MM', 'MMR', 'JPN', 'USA', 'DEU', 'TWN'].map(countryCode)).toEqual(['MM', 'MM', 'JP', 'US', 'DE', 'TW']);
  });

  it('refuses what is none', () => {
    for (const text of ['mm', 'Mmr', 'XX', 'ZZZ', '104', 'Myanmar', '']) expect(countryCode(text)).toBeUndefined();
  });
});
