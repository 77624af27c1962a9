import { DOCUMENTS } from '../documents.js';
import { instantOf, isPast } from '../readings/days.js';
import { defineRule } from '../rule.js';

/** Stage of a case overdue (案件环节逾期). */
export default defineRule({
  code: 'GOV-02',
  kind: 'C',
  title: { zh: '案件环节逾期', en: 'Stage of a case overdue' },
  reading: {
    zh: '自查、核实、验收环节期限已过而环节未结束的,对案件所涉企业立一条。整改环节见 GOV-03。',
    en: "A case is still in self-inspection, verification or acceptance though the day by which the stage must end has passed. Rectification is GOV-03.",
  },
  severity: 'S1',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '二',
      quotation: { zh: '自查/整改/验收总结', en: 'Self-inspection, rectification, acceptance and summary' },
    },
  ],
  parameters: {
  },
  *onEnterprise(uscc, { registry, clock }) {
    for (const { number, stage, stageSince, dueAt } of registry.where('cases', 'enterprise', uscc)) {
      if (!STAGES.includes(stage) || dueAt === undefined || !isPast(dueAt, clock)) continue;
      yield {
        enterprise: uscc,
        subject: number,
        at: instantOf(dueAt),
        evidence: { documents: [`cases/${number}`], note: { zh: `${stage} ${stageSince}—${dueAt}`, en: `${stage}, ${stageSince} to ${dueAt}` } },
      };
    }
  },
}); // prettier-ignore

const STAGES: readonly string[] = ['self-inspection', 'verification', 'acceptance'];
