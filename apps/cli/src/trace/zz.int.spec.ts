import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { test } from '@jest/globals';
import { createLogger } from '#platform';
import { freshDatabase, Oracle } from '#testing';
import { PostgresProvenanceStore, ProvenanceService, RegistryRegions, provenanceMigration } from '#provenance';
import { shapeEvents } from '../../../api/src/events/event-shape.js';
import { MIGRATIONS } from '../../../api/src/migrations.js';
import { closeServices, createServices, SYSTEM } from '../../../api/src/services.js';
import { demoFolder } from '../../../api/src/demo/demo-folder.js';
import { loadDemo } from '../../../api/src/demo/load-demo.js';
import { renderTrace } from './render-trace.js';
const read = (name: string) => readFileSync(`data/demo/${name}.ndjson`, 'utf8').trim().split('\n').map(line => JSON.parse(line));
test('dump', async () => {
  const migrations = MIGRATIONS.includes(provenanceMigration) ? MIGRATIONS : [...MIGRATIONS, provenanceMigration];
  const fresh = await freshDatabase(migrations);
  const services: any = createServices({ databaseUrl: fresh.url, adminKey: 'ot_a-key-for-tests-only-123', dataDir: mkdtempSync('/tmp/zz-'), logger: createLogger('silent') });
  try {
    const { ledger, registry, lots, database } = services;
    await loadDemo({ ledger, registry, capture: { capture: (by, items, onError) => lots.capture.capture(by, shapeEvents(items.map(i => i.event)), onError) } }, demoFolder(), SYSTEM);
    const enterprises = read('registry/enterprises');
    const names = new Map<string, string>(enterprises.map((e: any) => [e.uscc, e.name]));
    const oracle: any = new Oracle(read('events').map((event, i) => ({ seq: i + 1, event })), {
      enterprises, sites: read('registry/sites'), permits: read('registry/permits'), customsDeclarations: read('registry/customs-declarations'),
    });
    const service = services.provenance ?? new ProvenanceService(new (PostgresProvenanceStore as any)(database), ledger, new (RegistryRegions as any)(database, registry));
    let out = '';
    for (const d of ['422020260000041873','222520260000087316','422020260000059204','310420260000112645','520120260000033508']) {
      const a: any = await service.provenance(SYSTEM, { kind: 'shipment', declaration: d }, {});
      const o = oracle.shipment(d);
      const worst = Math.max(...o.origins.filter((x: any) => x.status !== 'unexplained').map((x: any) => {
        const m = a.origins.find((y: any) => y.source.id === x.id && y.source.status === x.status);
        return Math.max(Math.abs((m?.share ?? -1) - x.share.toNumber()), Math.abs((m?.shareMin ?? -1) - x.least.toNumber()), Math.abs((m?.shareMax ?? -1) - x.most.toNumber()));
      }));
      out += `${d} ${a.verdict.status} oracle ${o.verdict.status} worst ${worst} chain ${JSON.stringify(a.chain)} oracle ${JSON.stringify(o.chain)}\n`;
      for (const lang of ['en', 'zh'] as const) out += renderTrace(a, names, { lang, colour: false, width: 110 }) + '\n----\n';
    }
    const lot: any = await service.provenance(SYSTEM, { kind: 'lot', code: 'BT-2606-OX-Dy-01' }, {});
    out += renderTrace(lot, names, { lang: 'en', colour: false, width: 110 });
    writeFileSync('/tmp/e2e.txt', out);
  } finally { await closeServices(services); await fresh.drop(); }
});
