import { it } from '@jest/globals';
import { RegistryReader } from '#registry';
import { enterprise, licence, TESTER, TestLots } from '#testing';
import { declarationOf, economy, exporterOf, licenceOf, mineOf, MINES, plantOf, PLANTS } from '../../../bench/economy.js';
import { createQuestions, provenanceMigration, recallMigration, RegistryRegions, searchMigration } from './index.js';

const LOTS = Number(process.env.SCALE ?? 100_000);
it('scale', async () => {
  const service = await TestLots.start(process.env.PLAIN ? [provenanceMigration] : [provenanceMigration, recallMigration, searchMigration]);
  try {
    const n = (count: number) => Array.from({ length: count }, (_, i) => i);
    await service.state({
      enterprises: [...n(MINES).map(i => enterprise(mineOf(i), ['mine'])), ...n(PLANTS).map(i => enterprise(plantOf(i), ['smelter'])), enterprise(exporterOf(0), ['exporter'])],
      permits: n(MINES).map(i => licence(licenceOf(i), mineOf(i))),
    });
    let t = performance.now();
    let batch: unknown[] = []; let count = 0;
    const flush = async () => { count += batch.length; await service.lots.capture.capture(TESTER, batch as never, 'rollback'); batch = []; };
    for (const event of economy({ lots: LOTS, seed: 7 })) { batch.push({ index: batch.length, event, pointer: '' }); if (batch.length === 1000) await flush(); }
    await flush();
    console.log('events', count, 'per s', Math.round(count / ((performance.now() - t) / 1000)));
    if (process.env.PLAIN) return;
    const q = createQuestions({ database: service.database, ledger: service.ledger, regions: new RegistryRegions(service.database, new RegistryReader()) });
    const time = async (name: string, work: () => Promise<unknown>, times = 5) => {
      const all: number[] = []; let last: unknown;
      for (let i = 0; i < times; i++) { t = performance.now(); last = await work(); all.push(performance.now() - t); }
      all.sort((a, b) => a - b);
      console.log(name, 'p50', all[times >> 1]!.toFixed(1), 'max', all.at(-1)!.toFixed(1), JSON.stringify(last, (k, v) => (Array.isArray(v) ? v.length : v)).slice(0, 400));
    };
    const id = `mining-licence:${licenceOf(3)}:2024`;
    await time('reach', () => service.rows(`WITH RECURSIVE down (no) AS (SELECT event_no FROM root WHERE source_id = $1 UNION SELECT d.event_no FROM down JOIN draw d ON d.from_event_no = down.no AND d.seq_to > 9007199254740990) SELECT count(*) FROM down`, [id]));
    await time('recall source', () => q.recall.source(TESTER, id));
    const { seq } = await service.ledger.head(TESTER);
    await time('recall source past', () => q.recall.source(TESTER, id, { seq: seq - 10 }), 2);
    await time('recall lot', () => q.recall.lot(TESTER, 'M1-0'), 3);
    const since = new Date('2024-01-01T00:00:00Z');
    await time('links month', () => q.links.crossProvince(TESTER, { since, until: new Date('2024-02-01T00:00:00Z') }, { limit: 50 }));
    await time('links stage', () => q.links.crossProvince(TESTER, { since, until: new Date('2024-02-01T00:00:00Z'), stage: 'compound' }, { limit: 50 }));
    for (const text of ['M1', 'P', 'M', declarationOf(1).slice(0, 4), '示例', '示例企业', 'C36', 'zzz', '9']) await time(`search ${text}`, () => q.search.search(TESTER, text), 20);
    await time('paths uscc decl', () => q.paths.paths(TESTER, { from: mineOf(2), to: declarationOf(3) }), 3);
    await time('paths uscc uscc', () => q.paths.paths(TESTER, { from: mineOf(2), to: plantOf(30) }), 3);
    await time('paths lot uscc', () => q.paths.paths(TESTER, { from: 'M1-0', to: plantOf(39) }), 3);
    await time('paths none', () => q.paths.paths(TESTER, { from: plantOf(30), to: mineOf(1) }), 3);
  } finally {
    await service.stop();
  }
}, 900_000);
