import { DOCUMENTS } from '../documents.js';
import { instantOf, isPast } from '../readings/days.js';
import { defineRule } from '../rule.js';

/** Rectification overdue (整改逾期未完成). */
export default defineRule({
  code: 'GOV-03',
  kind: 'V',
  title: { zh: '整改逾期未完成', en: 'Rectification overdue' },
  reading: {
    zh: '整改期限已过,且未说明理由并给出尚未到期的新完成时间的,对案件所涉企业立一条。',
    en: "Rectification is past its day, and no reason with a new day that is still ahead has been given.",
  },
  severity: 'S2',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '二(验收)',
      quotation: { zh: '对未完成整改和结案的,要说明理由并明确整改完成时间', en: 'For rectification and cases not completed, the reasons are to be stated and the time of completion made clear' },
    },
  ],
  parameters: {
  },
  *onEnterprise(uscc, { registry, clock }) {
    for (const { number, stage, dueAt, delayReason, newDueAt } of registry.where('cases', 'enterprise', uscc)) {
      if (stage !== 'rectification' || dueAt === undefined) continue;
      const last = delayReason !== undefined && newDueAt !== undefined ? newDueAt : dueAt;
      if (!isPast(last, clock)) continue;
      yield {
        enterprise: uscc,
        subject: number,
        at: instantOf(last),
        evidence: { documents: [`cases/${number}`], note: { zh: `整改期限 ${last}`, en: `Rectification was due ${last}` } },
      };
    }
  },
}); // prettier-ignore
