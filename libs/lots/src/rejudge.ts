import type { Transaction } from '#platform';
import { sourceOf } from './composer.js';
import { propagate, type Propagation } from './recompute.js';
import { judgeSource } from './domain/source-status.js';
import {
  closeRoots,
  type CurrentRoot,
  importedStatement,
  rootsNaming,
  writeRoots,
} from './storage/roots.repository.js';
import { RegistryView, registryStatements } from './storage/registry-view.js';
import type { TransactionSources } from './storage/source-dictionary.js';

/** Papers, enterprises or sources of which something has changed. */
export interface Rejudged {
  readonly licences?: readonly string[];
  readonly declarations?: readonly string[];
  readonly enterprises?: readonly string[];
  /** Enterprises against which sanctions have changed. */
  readonly sanctioned?: readonly string[];
  readonly sources?: readonly string[];
}

/**
 * Judges again the root events that name any of these, at ledger position `seq`; those whose status changed get a new
 * version, and everything downstream is recomputed.
 */
export async function rejudge(
  tx: Transaction,
  names: Rejudged,
  seq: number,
  dictionary: TransactionSources,
): Promise<Propagation> {
  const roots = await rootsNaming(tx, names);
  if (roots.length === 0) return { recomputed: 0, dirty: 0 };
  const changed = await judgeAgain(tx, roots);
  if (changed.length === 0) return { recomputed: 0, dirty: 0 };
  const sources = changed.map(({ root, status }) => sourceOf(root, status));
  await dictionary.lookUp(tx, sources);
  const pools = changed.map(({ poolNo }, index) => ({ no: poolNo, sourceNo: dictionary.intern(sources[index]!).no }));
  await tx.pipeline([
    closeRoots(
      changed.map(({ root }) => root.eventNo),
      seq,
    ),
    ...writeRoots(changed.map(({ root, status }) => ({ root, status, seq }))),
    {
      text: `UPDATE pool p SET source_no = t.source_no FROM unnest($1::bigint[], $2::bigint[]) AS t (no, source_no)
             WHERE p.no = t.no`,
      values: [pools.map(pool => pool.no), pools.map(pool => pool.sourceNo)],
    },
  ]);
  return propagate(tx, { changed: pools.map(pool => pool.no) }, seq, dictionary);
}

/** The roots whose status is another now, with that status. */
export async function judgeAgain(tx: Transaction, roots: readonly CurrentRoot[]): Promise<CurrentRoot[]> {
  const of = (kind: string): string[] => roots.flatMap(({ root }) => (root.kind === kind ? [root.reference] : []));
  const [imported, ...rows] = (await tx.pipeline([
    importedStatement(of('import')),
    ...registryStatements({
      enterprises: new Set(roots.map(({ root }) => root.enterprise)),
      sites: [],
      licences: new Set(of('mine')),
      declarations: new Set(of('import')),
      sources: new Set(roots.map(({ root }) => root.sourceId)),
    }),
  ])) as [{ reference: string; massG: number }[], ...unknown[][]];
  const view = new RegistryView(rows);
  const importedG = new Map(imported.map(row => [row.reference, row.massG]));
  return roots.flatMap(current => {
    const evidence = { ...view.evidenceFor(current.root), importedG: importedG.get(current.root.reference) ?? 0 };
    const status = judgeSource(current.root, evidence);
    return status === current.status ? [] : [{ ...current, status }];
  });
}
