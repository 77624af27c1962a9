import { expect, test } from '@jest/globals';
import { renderTrace } from './render-trace.js';
import { NAMES, SAMPLE, SMELTER } from './sample-answer.fixture.js';
import { displayWidth } from '../shared/width.js';

const PLAIN = { lang: 'en', colour: false, width: 100 } as const;

test('the verdict comes first, with its reasons and what is missing', () => {
  const lines = renderTrace(SAMPLE, NAMES, PLAIN).split('\n');
  expect(lines[0]).toBe('Shipment 422020260000041873   1,300.5 kg · 1,288.125 kg REO');
  expect(lines[3]).toBe('Verdict  FLAGGED  something on its way was unlawful');
  expect(lines.slice(4, 9)).toEqual([
    '  ✗ illegal source',
    '    Mining licence C100 was revoked.',
    '    mining-licence:C100:2026',
    '  ? mass nobody can explain',
    '    0.4 kg',
  ]);
});

test('a source shows its share, mass, status, who it is, bounds and the elements it gave', () => {
  const text = renderTrace(SAMPLE, NAMES, PLAIN);
  expect(text).toContain('  ██████████████ 100.0 %     1,287.5 kg  ILLEGAL · mine C100 (2026)\n');
  expect(text).toContain('龙南市金竹坳稀土矿业有限公司 · Jiangxi\n');
  expect(text).toContain('at least 91.0 %, at most 100.0 % · Dy 97 %  Y 100 %\n');
});

test('a share that rounds to nothing is still there', () => {
  expect(renderTrace(SAMPLE, NAMES, PLAIN)).toContain('  ▏               <0.1 %       0.225 kg  legal · import 860320261000018352\n');
}); // prettier-ignore

test('an import is told with its country', () => {
  expect(renderTrace(SAMPLE, NAMES, PLAIN)).toMatch(/Myanmar/);
  expect(renderTrace(SAMPLE, NAMES, { ...PLAIN, lang: 'zh' })).toContain('缅甸');
});

test('distributions that nobody measured are marked as such', () => {
  const subject = { ...SAMPLE.subject, assayBasis: ['declared', 'nominal'] };
  expect(renderTrace({ ...SAMPLE, subject }, NAMES, PLAIN)).toContain('taken to be usual for the product');
  expect(renderTrace(SAMPLE, NAMES, PLAIN)).not.toContain('For want of an assay');
});

test('sources that were folded are shown in groups', () => {
  const groups = [
    { kind: 'scrap', status: 'legal', region: '320000', year: 2026, count: 40, share: 0.002, reoKg: 2.6 },
  ];
  const text = renderTrace({ ...SAMPLE, rest: { count: 40, share: 0.002, reoKg: 2.6, groups } }, NAMES, PLAIN);
  expect(text).toContain('40 smaller sources');
  expect(text).toContain('0.2 %  40 × legal · scrap Jiangsu 2026');
});

test('what nobody can explain names who introduced it', () => {
  const text = renderTrace(SAMPLE, NAMES, PLAIN);
  expect(text).toContain('Unexplained\n');
  expect(text).toContain('more came out than went in\n');
  expect(text).toContain('introduced by 赣州市桃溪稀土分离有限公司\n');
});

test('the way is a tree in which every run is opened once', () => {
  const lines = renderTrace(SAMPLE, NAMES, PLAIN).split('\n');
  const begin = lines.findIndex(line => line.startsWith('The way of the material'));
  expect(lines.slice(begin + 1)).toEqual([
    '  exported 2026-07-06 青岛市崂湾进出口有限公司',
    '  ├─ GZ-2603-OX-Dy-01  300 kg  dysprosium oxide',
    '  │  ← received 2026-06-30 青岛市崂湾进出口有限公司',
    '  │  ← dispatched 2026-06-29 赣州市桃溪稀土分离有限公司',
    '  │  ← separation by solvent extraction 2026-03-31 赣州市桃溪稀土分离有限公司',
    '  │  └─ LN-2602-ENR-ION-H-01  40,000 kg  high-yttrium ion enrichment',
    '  │     ← mined 2026-02-28 龙南市金竹坳稀土矿业有限公司',
    '  └─ GZ-2603-OX-Y-01  1,000.5 kg  yttrium oxide',
    '     ← separation by solvent extraction 2026-03-31 赣州市桃溪稀土分离有限公司',
    '     ← … shown above',
    '',
  ]);
});

test('Chinese output names everything in Chinese', () => {
  const text = renderTrace(SAMPLE, NAMES, { ...PLAIN, lang: 'zh' });
  expect(text).toContain('出口货物 422020260000041873');
  expect(text).toContain('结论  有问题 FLAGGED');
  expect(text).toContain('江西省 → 山东省');
  expect(text).not.toMatch(/\b(shipment|verdict|origins|mined|received)\b/i);
});

test('an enterprise whose name is not known is shown by its code', () => {
  expect(renderTrace(SAMPLE, new Map(), PLAIN)).toContain(`introduced by ${SMELTER}`);
});

test.each([72, 80, 120])('no line is wider than %i columns', width => {
  for (const lang of ['zh', 'en'] as const) {
    const lines = renderTrace(SAMPLE, NAMES, { lang, colour: false, width }).split('\n');
    expect(lines.filter(line => displayWidth(line) > width)).toEqual([]);
  }
});

const withoutColours = (text: string): string =>
  text
    .split('\u001b')
    .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/, '')))
    .join('');

test('colours change nothing but the colours', () => {
  const colourful = renderTrace(SAMPLE, NAMES, { ...PLAIN, colour: true });
  expect(colourful).toContain('\u001b[31m');
  expect(withoutColours(colourful).replaceAll(/ +$/gm, '')).toBe(renderTrace(SAMPLE, NAMES, PLAIN));
}); // prettier-ignore

test('a graph that was cut says so, and where', () => {
  const { nodes, edges } = SAMPLE.graph;
  const graph = {
    nodes: nodes.filter(({ id }) => id !== 'mine' && id !== 'h-ore'),
    edges: edges.filter(({ from, to }) => ![from, to].includes('mine') && ![from, to].includes('h-ore')),
    shown: { nodes: 8, edges: 8 },
    total: { nodes: 10, edges: 10 },
    truncated: true,
  };
  const text = renderTrace({ ...SAMPLE, graph }, NAMES, PLAIN);
  expect(text).toContain('8 of 10 nodes shown');
  expect(text).toContain('← … cut here: more lies behind');
});

test('what an enterprise wrote cannot steer the terminal', () => {
  const names = new Map([[SMELTER, 'Evil\u001b[2J Co.']]);
  expect(renderTrace(SAMPLE, names, PLAIN)).not.toContain('\u001b');
});
