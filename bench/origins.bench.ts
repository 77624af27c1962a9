import { ELEMENTS } from '#kernel';
import { declarationOf, economy } from './economy.js';
import { BENCH, install, type Installation, record } from './installation.js';
import { ms, percentile, timings } from './measure.js';

const SHIPMENTS = 60;
const NAIVE_CAP_MS = 30_000;

/** Origins, full provenance, a reach-only CTE and a naive CTE that attributes, on a generated history of a size. */
export async function originsBench(lots: number): Promise<void> {
  const at = await install();
  try {
    const start = performance.now();
    const events = await record(at.lots, economy({ lots, seed: 7 }), 1_000);
    const seconds = (performance.now() - start) / 1000;
    const [size] = await at.database.read<{ lots: number; draws: number }>(
      BENCH,
      'SELECT (SELECT count(*) FROM lot)::bigint AS lots, (SELECT count(*) FROM draw)::bigint AS draws',
    );
    console.log(
      `\n${size!.lots} lots, ${events} events, ${size!.draws} draws, recorded at ${Math.round(events / seconds)} events/s`,
    );
    await at.database.read(BENCH, 'SELECT 1');
    await measure(at);
  } finally {
    await at.close();
  }
}

async function measure(at: Installation): Promise<void> {
  const shipment = (n: number) => ({ kind: 'shipment', declaration: declarationOf(n % SHIPMENTS) }) as const;
  await checkParity(at);
  await timings(SHIPMENTS, n => at.provenance.origins(BENCH, shipment(n)));
  const origins = await timings(SHIPMENTS * 5, n => at.provenance.origins(BENCH, shipment(n)));
  const verdicts = await timings(SHIPMENTS * 5, n => at.provenance.verdict(BENCH, declarationOf(n % SHIPMENTS)));
  const reach = await timings(SHIPMENTS, n => at.database.read(BENCH, REACH, [declarationOf(n)]));
  const full = await timings(SHIPMENTS, n => at.provenance.provenance(BENCH, shipment(n), {}));
  const naive = await timeNaive(at);
  const show = (name: string, times: readonly number[]): void =>
    console.log(
      `  ${name.padEnd(34)} p50 ${ms(percentile(times, 50)).padStart(9)}   p95 ${ms(percentile(times, 95)).padStart(9)}`,
    );
  show('verdict', verdicts);
  show('origins', origins);
  show('reach-only CTE', reach);
  show('full provenance with graph', full);
  console.log(`  naive CTE that attributes          ${naive.done ? ms(naive.ms) : `not done after ${ms(naive.ms)}`}`);
  console.log(
    `  full provenance / reach-only       ${(percentile(full, 50) / percentile(reach, 50)).toFixed(2)} (goal: at most 2)`,
  );
  console.log(
    `  naive / origins                    ${naive.done ? '' : 'more than '}${Math.round(naive.ms / percentile(origins, 50))} (goal: at least 1,000)`,
  );
}

/** Both ways must tell the same before any time counts: stored compositions, and everything composed anew. */
async function checkParity(at: Installation): Promise<void> {
  for (const n of [0, 1, 2]) {
    const reference = { kind: 'shipment', declaration: declarationOf(n) } as const;
    const stored = await at.provenance.origins(BENCH, reference);
    const exact = await at.provenance.provenance(BENCH, reference, { exact: true, maxNodes: 0 });
    const shares = new Map(exact.origins.map(origin => [`${origin.source.id} ${origin.source.status}`, origin.share]));
    for (const { source, share } of stored.origins) {
      const other = shares.get(`${source.id} ${source.status}`) ?? NaN;
      if (!(Math.abs(share - other) < 1e-6)) throw new Error(`${source.id}: ${share} stored, ${other} composed anew`);
    }
  }
  console.log(`  parity checked on 3 shipments, ${ELEMENTS.length} elements`);
}

async function timeNaive(at: Installation): Promise<{ ms: number; done: boolean }> {
  const start = performance.now();
  const done = await at.database
    .write(BENCH, async tx => {
      await tx.query(`SET LOCAL statement_timeout = ${NAIVE_CAP_MS}`);
      await tx.query(NAIVE, [declarationOf(0)]);
      return true;
    })
    .catch(() => false);
  return { ms: performance.now() - start, done };
}

const REACH = `
  WITH RECURSIVE up (no) AS (
    SELECT event_no FROM document WHERE number = $1 AND kind = 'export'
    UNION
    SELECT d.from_event_no FROM up JOIN draw d ON d.event_no = up.no AND d.seq_to > 9007199254740990
  ) SELECT count(*) FROM up`;

/** What one would write first: multiply shares along every path from the shipment to its roots. */
const NAIVE = `
  WITH RECURSIVE way (no, reo) AS (
    SELECT d.from_event_no, d.reo_g::float8 FROM document c JOIN draw d ON d.event_no = c.event_no
    WHERE c.number = $1 AND c.kind = 'export'
    UNION ALL
    SELECT d.from_event_no, w.reo * d.reo_g / t.reo
    FROM way w JOIN draw d ON d.event_no = w.no
      CROSS JOIN LATERAL (SELECT sum(reo_g)::float8 AS reo FROM draw WHERE event_no = w.no) t
  ) SELECT r.source_id, sum(w.reo) FROM way w JOIN root r ON r.event_no = w.no GROUP BY 1`;
