import { describe, expect, it } from '@jest/globals';
import { findProfile, PROFILES } from '#catalogue';
import { assayToDistribution } from '#kernel';
import { depositFamily, l1Distance, markersOff } from './assay.js';

const FAMILIES = {
  BAYAN_OBO: 'bayan-obo', MIANNING: 'sichuan', WEISHAN: 'bastnaesite', LONGNAN_DENG: 'ion-high-y', LONGNAN_GK: 'ion-high-y',
  XUNWU_CHI: 'ion-low-y', XINFENG: 'ion-medium-y', MONAZITE_GD_noYb: 'monazite', MONAZITE_AU: 'monazite',
  XENOTIME_GD: 'xenotime', XENOTIME_MY: 'xenotime', MOUNTAIN_PASS: 'bastnaesite', MT_WELD_CLD: 'mount-weld',
  MYANMAR_ION_PLACEHOLDER: 'ion-medium-y', SCRAP_NDFEB_HDD: 'scrap',
}; // prettier-ignore

describe('assays', () => {
  it('put every reference profile into its own family', () => {
    const families = Object.fromEntries(PROFILES.map(({ id, distribution }) => [id, depositFamily(distribution)]));
    expect(families).toEqual(FAMILIES);
  });

  it('put what is like nothing into no family', () => {
    expect(depositFamily(assayToDistribution({ Sm: 50, Gd: 50 }))).toBeUndefined();
  });

  it('differ by 200 points where nothing is in common, by 0 where they are equal', () => {
    const [pr, nd] = [assayToDistribution({ Pr: 100 }), assayToDistribution({ Nd: 100 })];
    expect([l1Distance(pr, nd), l1Distance(pr, pr)]).toEqual([200, 0]);
  });

  it('show the markers that are off both in proportion and in points', () => {
    const expected = findProfile('SCRAP_NDFEB_HDD')!.distribution;
    const found = assayToDistribution({ Pr: 12, Nd: 81.6, Dy: 4, La: 1, Ce: 0.9, Y: 0.5 });
    const off = markersOff(found, expected, { relative: 30, floorPp: 0.5 });
    expect(off.map(({ elements }) => elements.join('+'))).toEqual(['La+Ce']);
  });
});
