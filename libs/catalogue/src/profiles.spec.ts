import { ELEMENT_COUNT } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { PROFILES, findProfile } from './profiles.js';

/** The tables as published, La … Lu and Y, before they are normalised; the last number is the sum they print. */
const PUBLISHED: Readonly<Record<string, readonly number[]>> = {
  BAYAN_OBO: [23, 50, 6.2, 18.5, 0.8, 0.2, 0.7, 0.1, 0.1, 0, 0, 0, 0, 0, 0.5, 100.1],
  MIANNING: [29.49, 47.56, 4.42, 15.18, 1.24, 0.23, 0.65, 0.12, 0.21, 0.05, 0.06, 0.04, 0.05, 0.01, 0.7, 100.01],
  WEISHAN: [35.46, 47.76, 3.95, 10.9, 0.79, 0.13, 0.53, 0.14, 0, 0, 0, 0, 0.03, 0, 0.76, 100.45],
  LONGNAN_DENG: [2.1, 1, 1.1, 5.1, 3.2, 0.3, 2.69, 1.13, 7.48, 1.6, 4.26, 0.6, 3.34, 0.47, 62.9, 97.27],
  LONGNAN_GK: [1.82, 0.4, 0.7, 3, 2.8, 0.1, 6.9, 1.3, 6.7, 1.6, 4.9, 0.7, 2.5, 0.4, 64.9, 98.72],
  XUNWU_CHI: [29.84, 7.18, 7.41, 30.18, 6.32, 0.51, 4.21, 0.46, 1.77, 0.27, 0.88, 0.13, 0.62, 0.13, 10.07, 99.98],
  XINFENG: [27.56, 3.23, 5.62, 17.55, 4.54, 0.93, 5.96, 0.68, 3.71, 0.74, 2.48, 0.27, 1.13, 0.21, 24.26, 98.87],
  MONAZITE_GD_noYb: [23, 42.7, 4.1, 17, 3, 0.1, 2, 0.7, 0.8, 0.12, 0.3, 0, 0, 0.14, 2.4, 96.36],
  MONAZITE_AU: [23.9, 46, 5, 17.4, 2.53, 0.05, 1.49, 0.04, 0.69, 0.05, 0.21, 0.01, 0.12, 0.04, 2.41, 99.94],
  XENOTIME_GD: [1.2, 3, 0.6, 3.5, 2.2, 0.2, 5, 1.2, 9.1, 2.6, 5.6, 1.3, 6, 1.8, 59.3, 102.6],
  XENOTIME_MY: [1.24, 3.13, 0.5, 1.6, 1.1, 0, 3.5, 0.9, 8.3, 2, 6.4, 1.1, 6.8, 1, 61, 98.57],
  MOUNTAIN_PASS: [33.2, 49.1, 4.34, 12, 0.8, 0.1, 0.2, 0, 0, 0, 0, 0, 0, 0, 0.1, 99.84],
  MT_WELD_CLD: [25.5, 46.74, 5.32, 18.5, 2.27, 0.44, 0.75, 0.07, 0.12, 0.03, 0.04, 0, 0.02, 0, 0.2, 100],
  MYANMAR_ION_PLACEHOLDER: [24, 2, 5.5, 20.5, 5.5, 0.6, 6, 0.9, 4.6, 0.9, 2.4, 0.3, 1.7, 0.2, 24.9, 100],
  SCRAP_NDFEB_HDD: [0, 0, 12.5, 83.2, 0, 0, 0, 0, 4.3, 0, 0, 0, 0, 0, 0, 100],
};

describe('profiles', () => {
  it('are the published tables', () => {
    expect(PROFILES.map(({ id }) => id)).toEqual(Object.keys(PUBLISHED));
  });

  it.each(PROFILES)(
    '$id is its published table, normalised, the largest oxide taking what rounding leaves',
    ({ id, percent }) => {
      const table = PUBLISHED[id]!;
      const [values, printedSum] = [table.slice(0, -1), table.at(-1)!];
      const sum = values.reduce((total, value) => total + value, 0);
      expect(sum).toBeCloseTo(printedSum, 6);
      expect(percent.at(-1)).toBe(0);
      expect(percent.reduce((total, value) => total + value, 0)).toBeCloseTo(100, 6);
      const largest = values.indexOf(Math.max(...values));
      values.forEach((value, index) => {
        const off = Math.abs(percent[index]! - (value * 100) / sum);
        expect(off).toBeLessThanOrEqual(index === largest ? 0.04 : 0.0051);
      });
    },
  );

  it.each(PROFILES)('$id is complete', profile => {
    expect(findProfile(profile.id)).toBe(profile);
    expect(profile.percent).toHaveLength(ELEMENT_COUNT);
    expect(profile.distribution.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
    expect(profile.zh).toMatch(/\p{Script=Han}/u);
  });

  it('claim to be verified only where a whole table was read', () => {
    const verified = PROFILES.filter(({ status }) => status === 'verified').map(({ id }) => id);
    expect(verified).toEqual(['LONGNAN_DENG', 'MONAZITE_AU']);
    expect(findProfile('MYANMAR_ION_PLACEHOLDER')!.status).toBe('placeholder');
  });
});
