import { type Distribution, ELEMENT_COUNT } from '#kernel';
import { type Composition, type CompositionEntry, PPB } from './composition.js';
import { foldBySize, type MixedSource, newMixedSource } from './fold.js';
import { compareSources, type SourceDictionary } from './source.js';

/** A part of a pool: REO grams with their distribution over the elements and where each element came from. */
export interface PoolInput {
  readonly reo: number;
  readonly distribution: Distribution;
  /** The distribution is measured: a declared assay, or a product that holds one element only. */
  readonly assayed: boolean;
  readonly composition: Composition;
}

/** A yield of the pool; declared losses are none: they leave in the pool's mixture. */
export interface PoolOutput {
  readonly reo: number;
  readonly distribution: Distribution;
  readonly assayed: boolean;
}

/** REO grams per element, indexed like kernel ELEMENTS. */
export type ElementGrams = Float64Array;

/** Grams of each element in the inputs, or the outputs, of a pool. */
export function elementGrams(parts: readonly { reo: number; distribution: Distribution }[]): ElementGrams {
  const grams = new Float64Array(ELEMENT_COUNT);
  for (const { reo, distribution } of parts) {
    for (let e = 0; e < ELEMENT_COUNT; e++) grams[e]! += reo * distribution[e]!;
  }
  return grams;
}

export interface MixOptions {
  readonly dictionary: SourceDictionary;
  /** Keep every source by name, whatever their number. */
  readonly exact?: boolean;
}

/**
 * Blends inputs into one composition, well mixed per element (ISO 22095, rolling average). `excess` are grams per
 * element that the outputs hold beyond the pool, booked to the source `excessNo`. Elements in `wanted` that neither
 * holds take the REO mixture of the whole pool. Sums run in the order of the inputs, so that the same pool gives the
 * same bytes; shares are rounded once, by largest remainder with ties by source id.
 */
export function mix(
  inputs: readonly PoolInput[],
  wanted: ElementGrams,
  excess: { readonly grams: ElementGrams; readonly sourceNo: number } | undefined,
  options: MixOptions,
): Composition {
  const sources = accumulate(inputs);
  const totals = elementGrams(inputs);
  spreadTraces(
    sources,
    [...wanted.keys()].filter(e => wanted[e]! > 0 && totals[e] === 0),
  );
  if (excess) bookExcess(sources, wanted, excess.grams, excess.sourceNo);
  clearUnwanted(sources, wanted);
  const named = [...sources.values()]
    .filter(source => source.mask !== 0)
    .map(source => ({ source, entry: options.dictionary.get(source.sourceNo) }))
    .sort((a, b) => compareSources(a.entry, b.entry))
    .map(({ source }) => source);
  return roundShares(options.exact ? named : foldBySize(named, options.dictionary));
}

function accumulate(inputs: readonly PoolInput[]): Map<number, MixedSource> {
  const sources = new Map<number, MixedSource>();
  for (const input of inputs) {
    for (const entry of input.composition.entries) addShare(sourceFor(sources, entry), entry, input);
  }
  return sources;
}

function sourceFor(sources: Map<number, MixedSource>, entry: CompositionEntry): MixedSource {
  let source = sources.get(entry.sourceNo);
  if (!source) {
    source = newMixedSource(entry.sourceNo);
    sources.set(entry.sourceNo, source);
  }
  for (const member of entry.members) source.members.add(member);
  return source;
}

function addShare(source: MixedSource, entry: CompositionEntry, input: PoolInput): void {
  for (let e = 0; e < ELEMENT_COUNT; e++) {
    const amount = input.reo * input.distribution[e]!;
    if (amount <= 0 || !(entry.mask & (1 << e))) continue;
    source.mask |= 1 << e;
    source.grams[e]! += amount * (entry.ppb[e]! / PPB);
  }
}

/** A trace of an element that the pool has none of takes the shares of the pool's whole REO. */
function spreadTraces(sources: Map<number, MixedSource>, elements: readonly number[]): void {
  if (elements.length === 0) return;
  for (const source of sources.values()) {
    if (source.mask === 0) continue;
    const reo = source.grams.reduce((sum, grams) => sum + grams, 0);
    for (const e of elements) {
      source.mask |= 1 << e;
      source.grams[e] = reo;
    }
  }
}

/** Of each element that was made in excess, what is left of `made` comes from the pool in proportion. */
function bookExcess(
  sources: Map<number, MixedSource>,
  made: ElementGrams,
  excess: ElementGrams,
  sourceNo: number,
): void {
  const pool = [...sources.values()];
  const own = sourceFor(sources, { sourceNo, mask: 0, ppb: new Int32Array(0), members: [] });
  for (let e = 0; e < ELEMENT_COUNT; e++) {
    if (excess[e]! <= 0) continue;
    scaleTo(pool, e, made[e]! - excess[e]!);
    own.mask |= 1 << e;
    own.grams[e] = excess[e]!;
  }
}

function scaleTo(sources: readonly MixedSource[], e: number, target: number): void {
  const total = sources.reduce((sum, source) => sum + source.grams[e]!, 0);
  for (const source of sources) {
    source.grams[e] = total > 0 && target > 0 ? source.grams[e]! * (target / total) : 0;
    if (target <= 0) source.mask &= ~(1 << e);
  }
}

/** Only elements the outputs hold are attributed; the others left with losses or not at all. */
function clearUnwanted(sources: Map<number, MixedSource>, wanted: ElementGrams): void {
  for (const source of sources.values()) {
    for (let e = 0; e < ELEMENT_COUNT; e++) {
      if (wanted[e]! > 0) continue;
      source.grams[e] = 0;
      source.mask &= ~(1 << e);
    }
  }
}

/** Shares per element in parts per billion: floors first, the missing units to the largest remainders. */
function roundShares(sources: readonly MixedSource[]): Composition {
  const entries = sources.map(source => ({
    sourceNo: source.sourceNo,
    mask: source.mask,
    ppb: new Int32Array(ELEMENT_COUNT),
    members: [...source.members].sort((a, b) => a - b),
  }));
  for (let e = 0; e < ELEMENT_COUNT; e++) roundElement(sources, entries, e);
  return { entries };
}

function roundElement(sources: readonly MixedSource[], entries: readonly { ppb: Int32Array }[], e: number): void {
  let total = 0;
  for (const source of sources) total += source.grams[e]!;
  if (total <= 0) return;
  let missing = PPB;
  const remainders: { index: number; rest: number }[] = [];
  sources.forEach((source, index) => {
    if (!(source.mask & (1 << e))) return;
    const share = (source.grams[e]! / total) * PPB;
    const floor = Math.min(Math.floor(share), missing);
    entries[index]!.ppb[e] = floor;
    missing -= floor;
    remainders.push({ index, rest: share - floor });
  });
  remainders.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of remainders) {
    if (missing === 0) return;
    entries[index]!.ppb[e]! += 1;
    missing -= 1;
  }
}
