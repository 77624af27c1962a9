import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFact, EventFacts } from '../facts/facts.js';
import { massFigure, percentFigure } from '../readings/figures.js';
import { isOfKind } from '../readings/parties.js';
import { defineRule, type Severity } from '../rule.js';

/** What a count of a recycler finds differs from its books. Others' counts are REP-12's and TRD-05's. */
export default defineRule({
  code: 'REC-07',
  kind: 'C',
  title: { zh: '综合利用企业库存账实不符', en: 'Recycler’s count differs from its books' },
  reading: {
    zh: '综合利用企业盘点时，某产品实盘与账面之差超过账面 3% 与 100 千克中较大者的成立；此前 24 个月内该企业有经确认的 REC 类问题的，严重程度提高一级。',
    en: 'In a stocktake of a recycler the count of a product differs from the books by more than 3 % of them and 100 kg. One degree graver where a REC finding on the enterprise in the 24 months before was confirmed.',
  },
  severity: 'S2',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(二)',
      quotation: {
        zh: '重点核查稀土资源综合利用企业原料来源、数量及库存情况，及前期核查“问题企业”的整改情况',
        en: 'Sources, quantities and stocks of recyclers’ feed are verified first, and whether enterprises with earlier problems have put them right',
      },
    },
  ],
  consequence: { zh: '核实原料来源、数量及库存', en: 'Sources, quantities and stocks are verified' },
  parameters: {
    share: {
      value: 3, min: 0, max: 100, unit: '%',
      meaning: { zh: '盘点差异占账面的允许比例', en: 'Difference let pass, of the books' },
    },
    floorKg: {
      value: 100, min: 0, max: 1e6, unit: 'kg',
      meaning: { zh: '盘点差异下限', en: 'Least difference that counts' },
    },
  },
  *onEvent(event, facts, { share, floorKg }) {
    if (event.content.type !== 'stocktake' || !isOfKind(event.enterprise, event.at, ['recycler'], facts)) return;
    for (const { product, bookG, countedG, lots } of countsOf(event)) {
      const differenceG = Math.abs(countedG - bookG);
      if (differenceG * 100 <= bookG * share || differenceG <= floorKg * 1000) continue;
      yield {
        enterprise: event.enterprise,
        subject: `${event.id}:${product}`,
        event: event.id,
        at: event.at,
        severity: severityOf(event, facts),
        amount: { value: differenceG / 1000, unit: 'kg' },
        evidence: {
          events: [event.id],
          lots,
          enterprises: [event.enterprise],
          figures: [
            massFigure('账面', 'By the books', bookG),
            massFigure('实盘', 'Counted', countedG),
            percentFigure('允许差异', 'Difference let pass', share),
            massFigure('差异下限', 'Least difference that counts', floorKg * 1000),
          ],
          note: { zh: `产品 ${product}`, en: `Product ${product}` },
        },
      };
    }
  },
}); // prettier-ignore

interface Count {
  readonly product: string;
  readonly bookG: number;
  readonly countedG: number;
  readonly lots: readonly string[];
}

function countsOf({ draws, yields }: EventFact): Count[] {
  const parts = [
    ...draws.map(({ lot, massG }) => ({ lot, bookG: massG, countedG: 0 })),
    ...yields.map(({ lot, massG }) => ({ lot, bookG: 0, countedG: massG })),
  ];
  return [...groupBy(parts, ({ lot }) => lot.product.code)].map(([product, own]) => ({
    product,
    bookG: own.reduce((sum, { bookG }) => sum + bookG, 0),
    countedG: own.reduce((sum, { countedG }) => sum + countedG, 0),
    lots: [...new Set(own.map(({ lot }) => lot.key))],
  }));
}

const RECYCLER_RULES = ['REC-01', 'REC-02', 'REC-03', 'REC-04', 'REC-05', 'REC-06', 'REC-07', 'REC-08'];
const REPEAT_MONTHS = 24;

/** An enterprise with earlier problems is judged by what they were about, not by when they were entered. */
function severityOf({ enterprise, at }: EventFact, facts: EventFacts): Severity {
  const since = monthsBefore(at, REPEAT_MONTHS);
  const earlier = RECYCLER_RULES.flatMap(rule => facts.findings(rule, enterprise));
  const isRepeated = earlier.some(finding => finding.state === 'confirmed' && since <= finding.at && finding.at < at);
  return isRepeated ? 'S3' : 'S2';
}

function monthsBefore(instant: number, months: number): number {
  const date = new Date(instant);
  return date.setUTCMonth(date.getUTCMonth() - months);
}
