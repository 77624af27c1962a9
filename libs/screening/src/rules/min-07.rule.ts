import { DOCUMENTS } from '../documents.js';
import { firstApproval, isBeforeEia, productionSites } from '../readings/production-sites.js';
import { permitKey } from '../readings/permits.js';
import { defineRule } from '../rule.js';

/** Production before the environmental approval (环保未批先建), of mines and recovery. None of any date is ENV-01's. */
export default defineRule({
  code: 'MIN-07',
  kind: 'V',
  title: { zh: '环保未批先建', en: 'Production before environmental approval' },
  reading: {
    zh: '矿山或回收企业某一场所的首次生产（首个开采或加工事件）早于该场所（批复未注明场所的，按持有人）环评批复的生效日。完全没有环评批复或已过期的归 ENV-01。',
    en: 'The first production of a mine or recovery enterprise at a site (its first mining or processing event) came before the day from which the environmental approval of the site, or of the holder where it names none, is valid. No approval of any date, or one that ran out, is ENV-01’s case.',
  },
  severity: 'S3',
  authorities: ['environment'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(一)',
      quotation: {
        zh: '严厉查处……环保未批先建等行为',
        en: 'Building before environmental approval is strictly prosecuted',
      },
    },
  ],
  absenceOf: ['permits/eia'],
  parameters: {},
  *onEnterprise(uscc, facts) {
    for (const { site, events } of productionSites(uscc, facts)) {
      const first = events[0]!;
      if (!isBeforeEia(first, facts.registry)) continue;
      const eia = firstApproval(facts.registry, 'eia', { enterprise: uscc, site })!;
      yield {
        enterprise: uscc,
        ...(site === undefined ? {} : { subject: site }),
        event: first.id,
        at: first.at,
        evidence: {
          events: [first.id],
          documents: [permitKey(eia)],
          note: { zh: `环评批复自 ${eia.from} 起有效`, en: `The approval is valid from ${eia.from}` },
        },
      };
    }
  },
});
