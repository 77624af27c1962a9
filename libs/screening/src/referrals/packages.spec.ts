import { describe, expect, it } from '@jest/globals';
import { day, uscc, uuid } from '#testing';
import { packagesOf, type ReferredTransfer } from './packages.js';

const [SELLER, BUYER] = [uscc(1, '360700'), uscc(2, '440300')];
const paper = { kind: 'contract' as const, number: 'HT-1' };

const transfer = (n: number, given: Partial<ReferredTransfer> = {}): ReferredTransfer => ({
  dispatch: uuid(n),
  at: new Date(day(n)),
  from: SELLER,
  to: BUYER,
  fromRegion: '360000',
  toRegion: '440000',
  illegalReoG: 500,
  lots: [{ lot: `${SELLER}:A`, product: 'CON-BAS', massG: 1_001 }],
  documents: [paper],
  findings: { [SELLER]: 'f1', [BUYER]: 'f2' },
  ...given,
});

describe('packages of a component', () => {
  it('are one a province, each with its own party and both with the transfer', () => {
    const [sent, received] = packagesOf([transfer(1)], new Map([[SELLER, '甲']]), ['police']);
    expect(sent).toMatchObject({ region: '360000', authorities: ['police'], enterprises: [{ uscc: SELLER, name: '甲', findings: ['f1'] }] }); // prettier-ignore
    expect(received).toMatchObject({ region: '440000', enterprises: [{ uscc: BUYER, findings: ['f2'] }] });
    expect(received!.transfers).toEqual(sent!.transfers);
  });

  it('add grams up and count a document once', () => {
    const [sent] = packagesOf([transfer(1), transfer(2)], new Map(), []);
    expect(sent).toMatchObject({
      lots: [{ lot: `${SELLER}:A`, massKg: 2.002 }],
      documents: [paper],
      figures: { transfers: 2, massKg: 2.002, illegalReoKg: 1 },
    });
  });

  it('go by where the goods were, not by where their parties lie', () => {
    const packages = packagesOf([transfer(1, { fromRegion: '510000' })], new Map(), []);
    expect(packages.map(({ region, enterprises }) => [region, ...enterprises.map(each => each.uscc)])).toEqual([
      ['440000', BUYER],
      ['510000', SELLER],
    ]);
  });

  it('are none where nothing is shown', () => expect(packagesOf([], new Map(), [])).toEqual([]));
});
