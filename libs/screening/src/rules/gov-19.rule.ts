import { DOCUMENTS } from '../documents.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { workingDaysAfter } from '../readings/days.js';
import type { Bilingual } from '../rule.js';
import { defineRule } from '../rule.js';

/** Decomposition of a group quota wrong or not filed (集团分解指标不符或未备案). */
export default defineRule({
  code: 'GOV-19',
  kind: 'D',
  title: { zh: '集团分解指标不符或未备案', en: 'Decomposition of a group quota wrong or not filed' },
  reading: {
    zh: '集团指标下达 10 个工作日后,子企业指标之和与集团指标相差超过 0.5 吨、未备案,或分解给非本集团企业、无采矿许可证企业的,对集团立一条(每年)。',
    en: "Ten working days after a group quota was issued: the rows of its subsidiaries differ from it by more than 0.5 t, it has not been filed, or a subsidiary is not of the group or has no mining licence. One finding a year, on the group.",
  },
  severity: 'S2',
  authorities: ['industry', 'resources'],
  basis: [
    {
      document: DOCUMENTS.quotaDraft,
      clause: '9',
      quotation: { zh: '稀土集团应分解下达稀土指标,并报备案', en: 'Groups decompose and hand down the quota, and file the decomposition' },
    },
  ],
  parameters: {
    toleranceT: { value: 0.5, min: 0, max: 1000000, unit: 't REO', meaning: { zh: '允许差', en: 'Difference allowed' } },
    filingWorkingDays: { value: 10, min: 0, max: 260, unit: 'd', meaning: { zh: '备案工作日', en: 'Working days to file' } },
  },
  *onYear(uscc, year, { registry, clock }, { toleranceT, filingWorkingDays }) {
    const rows = registry.where('quotas', 'holder', uscc).filter(row => row.year === year.year);
    const wrong = rows.flatMap(row => faultsOf(row, registry, clock, toleranceT, filingWorkingDays));
    if (wrong.length === 0) return;
    yield {
      enterprise: uscc,
      period: year.label,
      at: Math.min(...wrong.map(({ at }) => at)),
      evidence: {
        documents: [...new Set(wrong.map(({ document }) => document))],
        note: { zh: wrong.map(({ note }) => note.zh).join(';'), en: wrong.map(({ note }) => note.en).join('; ') },
      },
    };
  },
  isRunningTotal: true,
}); // prettier-ignore

type Quota = RegistryItems['quotas'];

interface Wrong {
  readonly at: number;
  readonly document: string;
  readonly note: Bilingual;
}

/** What is wrong with the decomposition of a group's row, once its time to file has passed; of other rows nothing. */
function faultsOf(row: Quota, registry: RegistryFacts, clock: number, toleranceT: number, days: number): Wrong[] {
  const parts = registry
    .where('quotas', 'parent', row.holder)
    .filter(
      ({ year, batch, kind, holder }) =>
        year === row.year && batch === row.batch && kind === row.kind && holder !== row.holder,
    );
  const isGroup = registry.latest('enterprises', row.holder)?.kinds.includes('group') ?? false;
  if ((parts.length === 0 && !isGroup) || row.issuedAt === undefined) return [];
  const at = Date.parse(row.issuedAt);
  if (clock < workingDaysAfter(at, days)) return [];
  const document = `quotas/${row.year}:${row.batch}:${row.kind}:${row.holder}`;
  return notesOn(row, parts, registry, toleranceT, at).map(note => ({ at, document, note }));
}

function notesOn(
  row: Quota,
  parts: readonly Quota[],
  registry: RegistryFacts,
  toleranceT: number,
  at: number,
): Bilingual[] {
  const sum = parts.reduce((total, { tonnesReo }) => total + tonnesReo, 0);
  const strangers = parts.filter(part => !mayReceive(part, row, registry, at)).map(({ holder }) => holder);
  const notes: Bilingual[] = [];
  if (Math.abs(sum - row.tonnesReo) > toleranceT)
    notes.push({
      zh: `分解合计 ${sum} 吨,集团指标 ${row.tonnesReo} 吨`,
      en: `parts sum to ${sum} t of ${row.tonnesReo} t`,
    });
  if (row.filedAt === undefined) notes.push({ zh: '未备案', en: 'not filed' });
  if (strangers.length > 0)
    notes.push({ zh: `不得分解给 ${strangers.join('、')}`, en: `may not be given to ${strangers.join(', ')}` });
  return notes;
}

/** A subsidiary of the group, which for mining holds a mining licence. */
function mayReceive({ holder, kind }: Quota, { holder: group }: Quota, registry: RegistryFacts, at: number): boolean {
  if ((registry.at('enterprises', holder, at) ?? registry.latest('enterprises', holder))?.group !== group) return false;
  return (
    kind === 'separation' ||
    registry.where('permits', 'holder', holder).some(permit => permit.kind === 'mining-licence')
  );
}
