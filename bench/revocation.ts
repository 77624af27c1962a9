import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Examined } from './evaluation/installation.js';
import { BENCH } from './installation.js';

const ILLEGAL = 'illegal-source';
const PATIENCE_MS = 120_000;

interface Permit {
  readonly kind: string;
  readonly number: string;
}

interface Affected {
  readonly licence: string;
  /** Export declarations that took some of its ore and are not yet flagged for an illegal source. */
  readonly declarations: readonly string[];
}

/** Revokes the licence whose ore most shipments hold, and waits until each of their verdicts says so. */
export async function measureRevocation(at: Examined, folder: string): Promise<void> {
  const { licence, declarations } = await mostUsed(at);
  const permit = await permitOf(folder, licence);
  const start = performance.now();
  await at.state('permits', [{ ...permit, status: 'revoked', validFrom: '2025-01-01T00:00:00+08:00' }]);
  for (let left = declarations; left.length > 0;) {
    left = await unflagged(at, left);
    if (performance.now() - start > PATIENCE_MS) throw new Error(`${left.length} verdicts did not change`);
  }
  const changedAt = performance.now();
  while ((await at.screening.revision()) === undefined) await pause(20);
  const [changed, screened] = [changedAt, performance.now()].map(time => ((time - start) / 1000).toFixed(1));
  console.log(`  a revoked licence: ${declarations.length} verdicts changed in ${changed} s (goal: at most 5 s)`);
  console.log(`  what follows from it was screened in ${screened} s`);
}

async function mostUsed(at: Examined): Promise<Affected> {
  const sources = await at.database.read<{ id: string }>(
    BENCH,
    `SELECT DISTINCT source_id AS id FROM root WHERE kind = 'mine' AND status = 'legal' AND seq_to > 9007199254740990`,
  );
  let most: Affected = { licence: '', declarations: [] };
  for (const { id } of sources) {
    const { shipments } = await at.questions.recall.source(BENCH, id);
    const declarations = await unflagged(at, shipments.map(({ declaration }) => declaration)); // prettier-ignore
    if (declarations.length > most.declarations.length) most = { licence: id.split(':')[1]!, declarations };
  }
  if (most.declarations.length === 0) throw new Error('no shipment holds ore of a licence');
  return most;
}

/** Those among shipments that are not flagged for an illegal source. */
async function unflagged({ provenance }: Examined, declarations: readonly string[]): Promise<string[]> {
  const verdicts = await provenance.verdicts(BENCH, declarations);
  return verdicts.flatMap(({ declaration, verdict }) =>
    verdict?.reasons.some(({ code }) => code === ILLEGAL) ? [] : [declaration],
  );
}

/** A licence as it was last stated. */
async function permitOf(folder: string, licence: string): Promise<object> {
  const text = await readFile(join(folder, 'registry', 'permits.ndjson'), 'utf8');
  const permits = text.trimEnd().split('\n').map(line => JSON.parse(line) as Permit); // prettier-ignore
  return permits.findLast(({ kind, number }) => kind === 'mining-licence' && number === licence)!;
}
