import { isCalendarDay } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { CATALOGUE_VERSION, PROCESSES, PRODUCTS, PROFILES, REGIONS, SOURCES, isRareEarthHsCode } from './index.js';

const ENTRIES = [...PRODUCTS, ...PROCESSES, ...REGIONS, ...PROFILES];

describe('the catalogue', () => {
  it('has a version that is a day', () => {
    expect(isCalendarDay(CATALOGUE_VERSION.slice(0, 10))).toBe(true);
  });

  it('says of every entry since when it holds, how sure it is, and on what it rests', () => {
    for (const { validFrom, validTo, status, sources } of ENTRIES) {
      expect(isCalendarDay(validFrom)).toBe(true);
      expect(validTo === undefined || validTo > validFrom).toBe(true);
      expect(['verified', 'partial', 'derived', 'unverified', 'placeholder']).toContain(status);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('lists the sources it uses, and no others', () => {
    const used = [...ENTRIES, ...PRODUCTS.map(({ nominal }) => nominal)].flatMap(({ sources }) => sources);
    expect([...new Set<string>(used)].sort()).toEqual(Object.keys(SOURCES).sort());
  });

  it('calls nothing verified that rests on no outside source', () => {
    const unfounded = ENTRIES.filter(
      ({ status, sources }) => status === 'verified' && sources.every(key => SOURCES[key][0] === 'D'),
    );
    expect(unfounded).toEqual([]);
  });
});

describe('isRareEarthHsCode', () => {
  it('knows ores, monazite, compounds, metals and magnets', () => {
    for (const code of ['2530902010', '26122000', '2846901980', '2846', '28053011', '8505111000'])
      expect(isRareEarthHsCode(code)).toBe(true);
  });

  it('leaves wider codes alone', () => {
    for (const code of ['72029999', '7204', '8104', '280519', '85051190', ''])
      expect(isRareEarthHsCode(code)).toBe(false);
  });

  it('knows every full tariff code of a compound, metal or mineral in the catalogue', () => {
    const minerals = PRODUCTS.filter(({ stage }) =>
      ['ORE', 'CONC', 'COMP_MIX', 'COMP_SEP', 'METAL', 'MAG'].includes(stage),
    );
    expect(minerals.flatMap(({ hs }) => hs).filter(hs => !isRareEarthHsCode(hs))).toEqual([]);
  });
});
