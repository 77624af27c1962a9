import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '#screening';
import { SCENARIO_CLOCK, type ScaleName, VIOLATIONS, writeScenario } from '#simulation';
import { Examined } from './evaluation/installation.js';
import { BENCH } from './installation.js';
import { ms, percentile, timings } from './measure.js';
import { measureRevocation } from './revocation.js';

/** A month that is over at the scenario's clock. */
const CLOSED_MONTH = '2025-06';
const VERDICTS = 1_000;
const SEED = 31;

/** Screening of a simulated year with planted violations, verdicts on what it finds, and a licence that is revoked. */
export async function screeningBench(scale: ScaleName): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'oretrail-scenario-'));
  await writeScenario({ scale, seed: SEED, violations: VIOLATIONS }, folder);
  const at = await Examined.open(undefined, new Date(SCENARIO_CLOCK));
  try {
    console.log(`  ${await at.load(folder)} events, scale ${scale}`);
    await measureRuns(at);
    show('following the ledger to its end', await took(() => at.catchUp()));
    await measureVerdicts(at);
    await measureRevocation(at, folder);
    const peakGib = process.resourceUsage().maxRSS / 2 ** 20;
    console.log(`  peak memory of the process        ${peakGib.toFixed(2)} GiB (goal: at most 2 GB)`);
  } finally {
    await at.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const show = (name: string, milliseconds: number, goal = ''): void =>
  console.log(`  ${name.padEnd(34)}${(milliseconds / 1000).toFixed(1)} s${goal}`);

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A full run with what follows from it, then one closed month, which changes nothing. */
async function measureRuns(at: Examined): Promise<void> {
  let before: Finding[] = [];
  show('full screening', await took(async () => (before = await at.screen(false))));
  const month = await took(async () => {
    const { raised, closed } = await at.run({ period: CLOSED_MONTH });
    if (raised + closed > 0) throw new Error(`a second run raised ${raised} findings and closed ${closed}`);
  });
  const after = await at.findings();
  if (digestOf(before) !== digestOf(after)) throw new Error('a second run changed findings');
  show(`run over ${CLOSED_MONTH}`, month, ` (goal on national: at most 60 s); ${after.length} findings`);
}

const digestOf = (findings: readonly Finding[]): string =>
  findings.map(({ id, severity, amount }) => `${id} ${severity} ${amount?.value}`).sort().join(); // prettier-ignore

/** Of shipments that a grave finding lies on: each is flagged for it. */
async function measureVerdicts({ database, provenance }: Examined): Promise<void> {
  const rows = await database.read<{ number: string }>(BENCH, FOUND_ON);
  if (rows.length === 0) throw new Error('no shipment has findings');
  const ask = (n: number) => provenance.verdict(BENCH, rows[n % rows.length]!.number);
  for (let n = 0; n < rows.length; n++) {
    const { verdict } = await ask(n);
    if (!verdict.reasons.some(({ code }) => code === 'open-finding')) throw new Error(`${rows[n]!.number}: ${verdict.status}`); // prettier-ignore
  }
  const times = await timings(VERDICTS, ask);
  console.log(`  verdict of ${rows.length} shipments with findings  p50 ${ms(percentile(times, 50))} (goal: at most 5 ms)   p95 ${ms(percentile(times, 95))}`); // prettier-ignore
}

const FOUND_ON = `
  SELECT DISTINCT d.number FROM chain_finding c
    JOIN finding f ON f.no = c.finding_no AND f.severity IN ('S3', 'S4') AND f.state = 'open'
    JOIN document d ON d.event_no = c.export_no AND d.kind = 'export'
  ORDER BY d.number LIMIT 200`;
