import { DOCUMENTS } from '../documents.js';
import { knownApprovals, validApprovals } from '../readings/approvals.js';
import { amountOfReo } from '../readings/figures.js';
import { permitKey } from '../readings/permits.js';
import { isRunOf, sumReo } from '../readings/production.js';
import { defineRule } from '../rule.js';

/** Recycling without a project approval. */
export default defineRule({
  code: 'REC-08',
  kind: 'V',
  title: { zh: '综合利用项目未经核准备案', en: 'Recycling without a project approval' },
  reading: {
    zh: '进行废料回收当日，企业没有任何有效的项目核准（备案）。任何企业的废料回收均适用；有核准而工序不在其中的归 REC-04。',
    en: 'On the day of a recycling run the enterprise held no valid project approval at all. This goes for recycling by anybody; a process that the approval does not name is REC-04’s case.',
  },
  severity: 'S2',
  authorities: ['industry', 'reform'],
  basis: [
    {
      document: DOCUMENTS.weihai2020,
      clause: '二.2',
      quotation: {
        zh: '重点检查企业原料采购、生产、销售、库存等票据资料，以及资源回收利用企业项目备案情况',
        en: 'Papers on purchases, production, sales and stocks are checked first, and whether recyclers’ projects are on record',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '附件',
      quotation: { zh: '核准或备案部门及文号', en: 'Approving authority and number of the document' },
    },
  ],
  consequence: { zh: '责令限期整改', en: 'Ordered to put it right within a time' },
  absenceOf: ['permits/project-approval'],
  parameters: {},
  *onEvent(event, facts) {
    if (!isRunOf(event, ['RECYCLING']) || validApprovals(event.enterprise, event.at, facts).length > 0) return;
    yield {
      enterprise: event.enterprise,
      subject: event.id,
      event: event.id,
      at: event.at,
      amount: amountOfReo(sumReo(event.yields)),
      evidence: {
        events: [event.id],
        lots: event.yields.map(({ lot }) => lot.key),
        documents: knownApprovals(event.enterprise, facts).map(permitKey),
        enterprises: [event.enterprise],
      },
    };
  },
});
