import { describe, expect, it } from '@jest/globals';
import { Dice } from '#testing';
import type { ItemVersion } from '../facts/registry-facts.js';
import { CollectionVersions } from './facts-collection.js';

const seed = Date.now() % 1_000_000;
const FIELDS = ['one', 'many'] as const;

describe(`versions of a collection (seed ${seed})`, () => {
  it('are found as in a plain list, however often keys are laid over', () => {
    const dice = new Dice(seed);
    const plain = new Map<string, ItemVersion[]>();
    let collection = CollectionVersions.EMPTY;
    for (let round = 0; round < 60; round++) {
      const before = { collection, found: everything(collection) };
      const changed = new Map(Array.from({ length: dice.pick([0, 1, 3, 400]) }, () => versionsOf(dice)));
      collection = collection.with(changed);
      for (const [key, versions] of changed) plain.set(key, versions);
      const all = [...plain.values()].flat();
      expect(sorted(collection.all())).toEqual(sorted(all));
      for (const field of FIELDS) {
        const value = dice.between(0, 9);
        const has = ({ item }: ItemVersion): boolean =>
          [(item as Record<string, unknown>)[field]].flat().includes(value);
        expect(sorted(collection.holding(field, value))).toEqual(sorted(all.filter(has)));
      }
      const key = `k${dice.between(0, 1500)}`;
      expect(collection.ofKey(key)).toEqual(plain.get(key) ?? []);
      expect(everything(before.collection)).toEqual(before.found);
    }
  });
});

function versionsOf(dice: Dice): [string, ItemVersion[]] {
  const key = `k${dice.between(0, 1500)}`;
  const versions = Array.from({ length: dice.between(1, 2) }, (_, n) => ({
    key,
    item: { one: dice.between(0, 9), many: [dice.between(0, 4), dice.between(5, 9)], mark: dice.between(0, 1e9) },
    validFrom: n,
    validTo: n + 1,
  }));
  return [key, versions];
}

const everything = (collection: CollectionVersions): unknown => [
  collection.all().length,
  sorted(collection.holding('one', 3)),
];

const sorted = (versions: readonly ItemVersion[]): unknown[] => versions.map(each => JSON.stringify(each)).sort();
