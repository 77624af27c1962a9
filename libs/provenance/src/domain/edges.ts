/** Indices grouped by a key from 0 to `count - 1`: those of key k stand from `starts[k]` to before `starts[k + 1]`. */
export interface Grouped {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
}

/** Groups the indices of `keys`; those with a negative key are left out. */
export function groupIndices(count: number, keys: Int32Array): Grouped {
  const starts = new Int32Array(count + 1);
  for (const key of keys) if (key >= 0) starts[key + 1]! += 1;
  for (let key = 0; key < count; key++) starts[key + 1]! += starts[key]!;
  const next = starts.slice();
  const indices = new Int32Array(starts[count]!);
  keys.forEach((key, index) => {
    if (key >= 0) indices[next[key]!++] = index;
  });
  return { starts, indices };
}

/** Number of distinct pairs of a key and a value (from 0 to `valueCount - 1`). */
export function countPairs(grouped: Grouped, values: Int32Array, valueCount: number): number {
  const seenBy = new Int32Array(valueCount).fill(-1);
  let pairs = 0;
  for (let key = 0; key + 1 < grouped.starts.length; key++) {
    for (let at = grouped.starts[key]!; at < grouped.starts[key + 1]!; at++) {
      const value = values[grouped.indices[at]!]!;
      if (seenBy[value] === key) continue;
      seenBy[value] = key;
      pairs += 1;
    }
  }
  return pairs;
}
