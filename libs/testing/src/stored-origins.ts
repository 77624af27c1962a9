import { ELEMENTS } from '#kernel';
import { decodeComposition, PPB, singleSource } from '#lots';
import type { Oracle } from './oracle/oracle.js';
import type { StoredHolding } from './stored-books.js';
import type { TestProcess } from './test-lots.js';

/** Every share lies within this of exact rational arithmetic. */
const EXACTNESS = 1e-6;

/** Id and status of the sources that compositions name. */
export type SourceNames = ReadonlyMap<number, string>;

export async function storedSourceNames(process: TestProcess): Promise<SourceNames> {
  const rows = await process.rows<{ no: number; name: string }>(`SELECT no, id || ' ' || status AS name FROM source`);
  return new Map(rows.map(({ no, name }) => [no, name]));
}

/** What is wrong with the stored origins of a lot, by the oracle; nothing where they agree. */
export function wrongOrigins(oracle: Oracle, row: StoredHolding, names: SourceNames): string | undefined {
  const answer = oracle.lot(row.declaredBy, row.code);
  if (answer.reoG === 0) return undefined;
  const stored = storedShares(row, names);
  const expected = new Map(answer.origins.map(({ id, status, share }) => [`${id} ${status}`, share.toNumber()]));
  const all = new Set([...stored.keys(), ...expected.keys()]);
  const differs = (name: string): boolean =>
    !stored.has(name) || !expected.has(name) || Math.abs(stored.get(name)! - expected.get(name)!) > EXACTNESS;
  if (![...all].some(differs)) return undefined;
  const made = oracle.books.event(row.event).content;
  return JSON.stringify({ lot: row.code, stored: [...stored], expected: [...expected], made });
}

/** Shares of the sources in a lot's REO as stored. */
export function storedShares(row: StoredHolding, names: SourceNames): Map<string, number> {
  const { entries } = row.sourceNo === null ? decodeComposition(row.composition!) : singleSource(row.sourceNo);
  const shares = new Map<string, number>();
  for (const { sourceNo, ppb, mask } of entries) {
    ELEMENTS.forEach((_, e) => {
      const amount = row.distribution[e]!;
      if (!(mask & (1 << e)) || amount === 0) return;
      const name = names.get(sourceNo)!;
      shares.set(name, (shares.get(name) ?? 0) + (amount * ppb[e]!) / PPB);
    });
  }
  return shares;
}
