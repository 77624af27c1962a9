import type { GraphEdge, GraphNode, ProvenanceAnswer } from './answer.js';

export const SMELTER = '91360700MA2C22D35D';
export const MINE = '91360727MA2C20D13T';
const EXPORTER = '91370200MA8Q80R155';

/** For tests: the names the registry would give. */
export const NAMES = new Map([
  [SMELTER, '赣州市桃溪稀土分离有限公司'],
  [MINE, '龙南市金竹坳稀土矿业有限公司'],
  [EXPORTER, '青岛市崂湾进出口有限公司'],
]);

const event = (id: string, type: string, at: string, enterprise: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id, kind: 'event', label: type, type, at: `${at}T12:00:00+08:00`, enterprise, ...more,
}); // prettier-ignore

const holding = (id: string, lot: string, product: string): GraphNode => ({
  id, kind: 'holding', label: lot, lot, product, declaredBy: SMELTER,
}); // prettier-ignore

const edge = (from: string, to: string, massKg: number): GraphEdge => ({
  from, to, massKg, reoKg: massKg * 0.99, at: '2026-03-31T12:00:00+08:00',
}); // prettier-ignore

/** For tests: two oxides of one run leave on one declaration; one of them came by way of an exporter's store. */
export const SAMPLE: ProvenanceAnswer = {
  subject: { kind: 'shipment', id: '422020260000041873', massKg: 1300.5, reoKg: 1288.125, assayBasis: ['declared'] },
  asOf: { seq: 9, at: '2026-11-20T10:00:00+08:00' },
  verdict: {
    status: 'FLAGGED',
    reasons: [{ code: 'illegal-source', detail: 'Mining licence C100 was revoked.', refs: ['mining-licence:C100:2026'] }],
    missing: [{ code: 'unexplained-mass', detail: '0.4 kg', refs: [] }],
  },
  origins: [
    {
      source: {
        id: 'mining-licence:C100:2026', kind: 'mine', enterprise: MINE, region: '360783', reference: 'C100', status: 'illegal',
      },
      reoKg: 1287.5, share: 0.9995, shareMin: 0.91, shareMax: 1, elements: { Dy: 0.97, Y: 1, La: 0.01 },
    },
    {
      source: { id: 'import:860320261000018352', kind: 'import', region: 'MM', reference: '860320261000018352', status: 'legal' },
      reoKg: 0.225, share: 0.0002, shareMin: 0, shareMax: 0.2, elements: {},
    },
  ],
  rest: { count: 0, share: 0, reoKg: 0 },
  unexplained: {
    reoKg: 0.4, share: 0.0003,
    introducedBy: [{ source: 'excess:run', event: 'run', enterprise: SMELTER, kind: 'excess', reoKg: 0.4, elements: { Dy: 0.03 } }],
  },
  chain: { events: 5, holdings: 5, enterprises: 3, depth: 5, firstAt: '2026-02-28T12:00:00+08:00', lastAt: '2026-07-06T12:00:00+08:00' },
  crossProvince: [{ from: '360000', to: '370000', transfers: 1, reoKg: 297, flagged: true }],
  findings: [],
  graph: {
    nodes: [
      event('export', 'export', '2026-07-06', EXPORTER),
      holding('h-dy-2', 'GZ-2603-OX-Dy-01', 'OX-Dy'),
      event('receipt', 'receipt', '2026-06-30', EXPORTER),
      holding('h-dy-t', 'GZ-2603-OX-Dy-01', 'OX-Dy'),
      event('dispatch', 'dispatch', '2026-06-29', SMELTER),
      holding('h-dy', 'GZ-2603-OX-Dy-01', 'OX-Dy'),
      holding('h-y', 'GZ-2603-OX-Y-01', 'OX-Y'),
      event('run', 'processing', '2026-03-31', SMELTER, { process: 'SEPARATION' }),
      holding('h-ore', 'LN-2602-ENR-ION-H-01', 'ENR-ION-H'),
      event('mine', 'mining', '2026-02-28', MINE),
    ],
    edges: [
      edge('h-dy-2', 'export', 300), edge('receipt', 'h-dy-2', 300), edge('h-dy-t', 'receipt', 300),
      edge('dispatch', 'h-dy-t', 300), edge('h-dy', 'dispatch', 300), edge('run', 'h-dy', 600),
      edge('h-y', 'export', 1000.5), edge('run', 'h-y', 4000), edge('h-ore', 'run', 40000), edge('mine', 'h-ore', 40000),
    ],
    shown: { nodes: 10, edges: 10 }, total: { nodes: 10, edges: 10 }, truncated: false,
  },
}; // prettier-ignore
