import { describe, expect, it } from '@jest/globals';
import { PROCESSES, accepts, findProcess, matches, produces } from './processes.js';
import { PRODUCTS, findProduct } from './products.js';
import { ENTERPRISE_KINDS } from './types.js';

const goesIn = (process: string, product: string) => accepts(findProcess(process)!, findProduct(product)!);
const comesOut = (process: string, product: string) => produces(findProcess(process)!, findProduct(product)!);

describe('processes', () => {
  it('are those of the contract', () => {
    expect(PROCESSES.map(({ code }) => code)).toEqual([
      'BENEFICIATION', 'ION_LEACH', 'SMELT_DECOMP', 'SEPARATION', 'CALCINE', 'CONVERT', 'ELECTROLYSIS', 'REDUCTION',
      'ALLOYING', 'MAGNET_MAKING', 'RECYCLING', 'BLEND', 'REPACK', 'SPLIT', 'MERGE',
    ]); // prettier-ignore
    for (const code of ['MINING', 'STOCKTAKE_ADJUST', 'LOSS']) expect(findProcess(code)).toBeUndefined();
  });

  it.each(PROCESSES)('$code is complete', process => {
    expect(findProcess(process.code)).toBe(process);
    expect(process.zh).toMatch(/\p{Script=Han}/u);
    expect(process.yield.min).toBeGreaterThan(0);
    expect(process.yield.min).toBeLessThanOrEqual(process.yield.max);
    expect(process.yield.max).toBe(process.sameProduct ? 1.002 : 1);
    for (const kind of process.actorKinds) expect(ENTERPRISE_KINDS).toContain(kind);
  });

  it.each(PROCESSES)('$code names products that exist', ({ inputs, outputs }) => {
    const idle = [...inputs, ...outputs].filter(pattern => !PRODUCTS.some(product => matches(pattern, product)));
    expect(idle).toEqual([]);
  });

  it('lead from ore to magnet', () => {
    expect(goesIn('BENEFICIATION', 'ORE-MIX') && comesOut('BENEFICIATION', 'CON-MIX')).toBe(true);
    expect(goesIn('SMELT_DECOMP', 'CON-MIX') && comesOut('SMELT_DECOMP', 'MRCL')).toBe(true);
    expect(goesIn('SEPARATION', 'MRCL') && comesOut('SEPARATION', 'OX-PrNd')).toBe(true);
    expect(goesIn('ELECTROLYSIS', 'OX-PrNd') && comesOut('ELECTROLYSIS', 'MET-PrNd')).toBe(true);
    expect(goesIn('ALLOYING', 'MET-PrNd') && comesOut('ALLOYING', 'ALY-NdFeB')).toBe(true);
    expect(goesIn('MAGNET_MAKING', 'ALY-NdFeB') && comesOut('MAGNET_MAKING', 'SCR-NdFeB-S')).toBe(true);
  });

  it('take from ion clay and from imports into separation alone', () => {
    expect(goesIn('ION_LEACH', 'ORE-ION') && comesOut('ION_LEACH', 'ENR-ION-H')).toBe(true);
    expect(comesOut('ION_LEACH', 'ENR-IMP')).toBe(false);
    for (const code of ['ENR-ION-L', 'ENR-IMP']) {
      expect(PROCESSES.filter(({ code: process, sameProduct }) => !sameProduct && goesIn(process, code))).toEqual([
        findProcess('SEPARATION'),
      ]);
    }
  });

  it('feed a recycler with scrap and nothing else', () => {
    const feed = PRODUCTS.filter(product => accepts(findProcess('RECYCLING')!, product));
    expect(new Set(feed.map(({ stage }) => stage))).toEqual(new Set(['SCRAP']));
    expect(comesOut('RECYCLING', 'OX-PrNd')).toBe(true);
    expect(comesOut('RECYCLING', 'MRC')).toBe(false);
  });

  it('tell an oxide from an oxalate', () => {
    expect(comesOut('SEPARATION', 'OX-Dy')).toBe(true);
    expect(comesOut('SEPARATION', 'OXA-Dy')).toBe(false);
  });

  it('handle any product by anybody and leave it what it is', () => {
    const handling = PROCESSES.filter(({ sameProduct }) => sameProduct);
    expect(handling.map(({ code }) => code)).toEqual(['BLEND', 'REPACK', 'SPLIT', 'MERGE']);
    for (const process of handling) {
      expect(PRODUCTS.every(product => accepts(process, product) && produces(process, product))).toBe(true);
      expect(process.actorKinds).toEqual(ENTERPRISE_KINDS);
    }
  });
});
