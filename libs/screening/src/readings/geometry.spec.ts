import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Area, metresOutside } from './geometry.js';

const seed = Date.now() % 2 ** 31;
console.info(`seed of the places: ${seed}`);

const square = (lon: number, lat: number, size: number): number[][] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
];
const mine: Area = { type: 'Polygon', coordinates: [square(114, 25, 0.1)] };

describe('metresOutside', () => {
  it('is nothing inside and on the border', () => {
    expect(metresOutside(mine, { lon: 114.05, lat: 25.05 })).toBe(0);
    expect(metresOutside(mine, { lon: 114, lat: 25.03 })).toBeCloseTo(0, 6);
    expect(metresOutside(mine, { lon: 114, lat: 25 })).toBeCloseTo(0, 6);
  });

  it('knows the length of a degree: 110.8 km to the north at 25° north, 100.95 km to the east', () => {
    expect(metresOutside(mine, { lon: 114.05, lat: 24.999 })).toBeCloseTo(110.77, 1);
    expect(metresOutside(mine, { lon: 114.101, lat: 25.05 })).toBeCloseTo(100.91, 1);
  });

  it('measures to the nearest corner', () => {
    const [south, east] = [110.77, 100.95];
    expect(metresOutside(mine, { lon: 114.101, lat: 24.999 })).toBeCloseTo(Math.hypot(south, east), 0);
  });

  it('counts a hole as outside', () => {
    const holed: Area = { type: 'Polygon', coordinates: [square(114, 25, 0.1), square(114.04, 25.04, 0.02)] };
    expect(metresOutside(holed, { lon: 114.05, lat: 25.041 })).toBeCloseTo(110.77, 1);
    expect(metresOutside(holed, { lon: 114.03, lat: 25.05 })).toBe(0);
  });

  it('takes the nearest part of a MultiPolygon', () => {
    const parts: Area = { type: 'MultiPolygon', coordinates: [[square(114, 25, 0.1)], [square(115, 25, 0.1)]] };
    expect(metresOutside(parts, { lon: 115.05, lat: 25.05 })).toBe(0);
    expect(metresOutside(parts, { lon: 115.05, lat: 24.999 })).toBeCloseTo(110.77, 1);
  });

  it('is nothing exactly for what a box holds', () => {
    const onEdge = [0, 100_000];
    const degrees = fc
      .integer({ min: -200_000, max: 300_000 })
      .filter(n => !onEdge.includes(n))
      .map(n => n / 1e6);
    fc.assert(
      fc.property(degrees, degrees, (x, y) => {
        const isInside = x > 0 && x < 0.1 && y > 0 && y < 0.1;
        expect(metresOutside(mine, { lon: 114 + x, lat: 25 + y }) === 0).toBe(isInside);
      }),
      { seed },
    );
  });
});
