import { ELEMENT_COUNT } from '#kernel';

/** Parts per billion: the unit in which shares are stored. */
export const PPB = 1_000_000_000;

/**
 * Where a pool's elements came from: for each source, its share of every element in parts per billion. Per element
 * the shares of all sources sum to {@link PPB} exactly, or to zero where the pool yields none of it. Entries are in
 * the order of their source's id (then status), so equal pools have equal bytes.
 */
export interface Composition {
  readonly entries: readonly CompositionEntry[];
}

export interface CompositionEntry {
  /** Number of the source, or of the group of folded ones, in the dictionary. */
  readonly sourceNo: number;
  /** Bit e is set where the source is present in element e, even where its share rounds to zero. */
  readonly mask: number;
  /** Shares by element, indexed like kernel ELEMENTS. */
  readonly ppb: Readonly<Int32Array>;
  /** Numbers of the sources a group stands for, ascending; empty for a single source. */
  readonly members: readonly number[];
}

const ALL_ELEMENTS_MASK = (1 << ELEMENT_COUNT) - 1;

/** The composition of a root: everything from one source. */
export function singleSource(sourceNo: number): Composition {
  const ppb = new Int32Array(ELEMENT_COUNT).fill(PPB);
  return { entries: [{ sourceNo, mask: ALL_ELEMENTS_MASK, ppb, members: [] }] };
}

/** Per entry: source number, mask, member count (4 bytes each), the shares of the elements present, the members. */
export function encodeComposition(composition: Composition): Buffer {
  const size = composition.entries.reduce((sum, e) => sum + 12 + 4 * (bitCount(e.mask) + e.members.length), 0);
  const buffer = Buffer.allocUnsafe(size);
  let at = 0;
  const put = (value: number): void => void (at = buffer.writeUInt32BE(value, at));
  for (const entry of composition.entries) {
    put(entry.sourceNo);
    put(entry.mask);
    put(entry.members.length);
    for (let e = 0; e < ELEMENT_COUNT; e++) if (entry.mask & (1 << e)) put(entry.ppb[e]!);
    entry.members.forEach(put);
  }
  return buffer;
}

/** Inverse of {@link encodeComposition}. */
export function decodeComposition(buffer: Buffer): Composition {
  const entries: CompositionEntry[] = [];
  let at = 0;
  const take = (): number => buffer.readUInt32BE((at += 4) - 4);
  while (at < buffer.length) {
    const sourceNo = take();
    const mask = take();
    const memberCount = take();
    const ppb = new Int32Array(ELEMENT_COUNT);
    for (let e = 0; e < ELEMENT_COUNT; e++) if (mask & (1 << e)) ppb[e] = take();
    const members = Array.from({ length: memberCount }, take);
    entries.push({ sourceNo, mask, ppb, members });
  }
  return { entries };
}

/** What stored bytes say of some sources. */
export interface FoundEntries {
  readonly entries: readonly CompositionEntry[];
  /** One of them is among the members of a group: its share of the group is not known. */
  readonly isFolded: boolean;
}

/** Reads the entries of some sources in the bytes of {@link encodeComposition}, passing over all others. */
export function findEntries(buffer: Buffer, isWanted: (sourceNo: number) => boolean): FoundEntries {
  const entries: CompositionEntry[] = [];
  let isFolded = false;
  for (let at = 0; at < buffer.length;) {
    const [sourceNo, mask, memberCount] = [
      buffer.readUInt32BE(at),
      buffer.readUInt32BE(at + 4),
      buffer.readUInt32BE(at + 8),
    ];
    const membersAt = at + 12 + 4 * bitCount(mask);
    const end = membersAt + 4 * memberCount;
    if (isWanted(sourceNo)) entries.push(...decodeComposition(buffer.subarray(at, end)).entries);
    for (let member = membersAt; member < end && !isFolded; member += 4)
      isFolded = isWanted(buffer.readUInt32BE(member));
    at = end;
  }
  return { entries, isFolded };
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
