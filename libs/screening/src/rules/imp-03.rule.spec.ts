import { uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './imp-03.rule.js';

const E = uscc(1);
const paper = (massKg: number, hsCode = '2530902000') => ({
  number: '422020261000000001',
  direction: 'import',
  party: E,
  date: '2026-02-08',
  country: 'US',
  customs: '4220',
  lines: [{ hsCode, massKg, valueUsd: 1 }],
});
const row = (importedT: number | undefined, product = 'CON-BAS') => ({
  enterprise: E,
  month: '2026-02',
  product,
  producedReoT: 0,
  purchasedT: 0,
  soldT: 0,
  exportedT: 0,
  stockT: 0,
  submittedAt: '2026-03-09T10:00:00+08:00',
  ...(importedT === undefined ? {} : { importedT }),
});
const at = (papers: object[], reports: object[], clock = '2026-03-14T00:00:00+08:00') => ({
  clock,
  period: '2026-02',
  registry: { enterprises: [firm(E, 'importer')], 'customs-declarations': papers, 'monthly-reports': reports } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'the report is silent about a hundred tonnes',
      ...at([paper(100_000)], [row(undefined)]),
      finds: [{ enterprise: E, period: '2026-02', amount: { value: 100, unit: 't' } }],
    },
    {
      name: 'the report is silent about ion concentrate',
      ...at([paper(100_000, '2846904800')], [row(0)]),
      finds: [{ enterprise: E }],
    },
    { name: 'more is reported than was declared', ...at([], [row(50)]), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'the report is true', ...at([paper(100_000)], [row(100)]) },
    { name: 'ion concentrate comes as unlisted oxide', ...at([paper(100_000, '2846901999')], [row(100, 'ENR-IMP')]) },
    { name: 'another oxide of that code is reported', ...at([paper(100_000, '2846901999')], [row(100, 'OX-Ho')]) },
    { name: 'oxides are no ore', ...at([paper(100_000, '2846901300')], [row(0)]) },
    { name: 'nothing is reported at all, which is another rule’s', ...at([paper(100_000)], []) },
  ],
  near: [
    { name: 'one per cent is missing', ...at([paper(200_000)], [row(198)]) },
    { name: 'just a tonne is missing', ...at([paper(3_000)], [row(2)]) },
    { name: 'the report may still change', ...at([paper(100_000)], [row(0)], '2026-03-12T00:00:00+08:00') },
  ],
});
