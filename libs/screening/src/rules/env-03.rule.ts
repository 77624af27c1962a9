import { DOCUMENTS } from '../documents.js';
import { inspectionCause, inspectionsOf, isClosed } from '../readings/inspections.js';
import { defineRule } from '../rule.js';

/** An environmental or safety inspection that was failed and is still open (达不到国家相关规定要求). */
export default defineRule({
  code: 'ENV-03',
  kind: 'V',
  title: { zh: '环保、安全达不到国家要求', en: 'Environmental or safety requirements not met' },
  reading: {
    zh: '环保或安全检查结论为不合格且尚未销号。销号之后即不再成立。',
    en: 'An inspection of environment or safety was failed and has not been closed. Once closed the finding goes.',
  },
  severity: 'S3',
  authorities: ['environment', 'emergency'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '对……达不到国家相关规定要求的企业，立即责令停产整改',
        en: 'Enterprises that do not meet what the state requires are stopped at once until it is put right',
      },
    },
  ],
  consequence: { zh: '立即责令停产整改', en: 'Production is stopped at once until it is put right' },
  parameters: {},
  *onEnterprise(uscc, { registry, clock }) {
    for (const inspection of inspectionsOf(uscc, registry, clock)) {
      const { kind, result } = inspection;
      const isFailed = (kind === 'environment' || kind === 'safety') && result === 'fail';
      if (isFailed && !isClosed(inspection, clock)) yield inspectionCause(uscc, inspection);
    }
  },
});
