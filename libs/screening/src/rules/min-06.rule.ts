import { DOCUMENTS } from '../documents.js';
import type { Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import { inspectionCause, inspectionsOf, saw } from '../readings/inspections.js';
import { isValidAt } from '../readings/permits.js';
import { defineRule } from '../rule.js';

/** Unlicensed exploration (无证勘查), as inspectors see it: exploration is no event of a lot. */
export default defineRule({
  code: 'MIN-06',
  kind: 'V',
  title: { zh: '无证勘查', en: 'Unlicensed exploration' },
  reading: {
    zh: '检查记录载明有勘查活动，而该企业当日既无有效勘查许可证也无有效采矿许可证，也不是其备案承包人。',
    en: 'An inspection saw exploration at an enterprise that held neither a valid right to explore nor a valid mining licence that day, and was contractor of none.',
  },
  severity: 'S3',
  authorities: ['resources'],
  basis: [
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(五)',
      quotation: {
        zh: '重点查处无证勘查开采等违法违规行为',
        en: 'Unlicensed exploration and mining above all are prosecuted',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '三(一)',
      quotation: {
        zh: '自然资源部门负责查处无证勘查开采稀土矿等违法违规行为',
        en: 'The natural-resources authorities prosecute unlicensed exploration and mining of rare earths',
      },
    },
  ],
  consequence: {
    zh: '拆除非法开采的地面设施，没收采出的矿产品和违法所得',
    en: 'Surface facilities are removed, minerals and gains confiscated',
  },
  parameters: {},
  *onEnterprise(uscc, { registry, clock }) {
    for (const inspection of inspectionsOf(uscc, registry, clock)) {
      if (!saw(inspection, 'exploration')) continue;
      const cause = inspectionCause(uscc, inspection);
      if (!mayExplore(uscc, registry, cause.at)) yield cause;
    }
  },
});

function mayExplore(uscc: string, registry: RegistryFacts, at: Instant): boolean {
  const permits = [
    ...registry.whereAt('permits', 'holder', uscc, at),
    ...registry.whereAt('permits', 'contractors', uscc, at),
  ];
  return permits.some(
    permit => (permit.kind === 'exploration-licence' || permit.kind === 'mining-licence') && isValidAt(permit, at),
  );
}
