import { DOCUMENTS } from '../documents.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { instantOf, isPast } from '../readings/days.js';
import { defineRule } from '../rule.js';

/** Referral to the police overdue (涉嫌犯罪移送逾期). */
export default defineRule({
  code: 'GOV-08',
  kind: 'D',
  title: { zh: '涉嫌犯罪移送逾期', en: 'Referral to the police overdue' },
  reading: {
    zh: '移送报告后 3 日内未作决定,或决定移送后 24 小时内未移送的,立一条。',
    en: "No decision within 3 days of the report that proposes the referral; or it was decided to transfer, and nothing was handed over within 24 hours.",
  },
  severity: 'S4',
  authorities: ['police'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(五)',
      quotation: { zh: '移送公安机关(国务院令第310号)', en: 'Transfer to the public security organs (State Council Order No. 310)' },
    },
  ],
  parameters: {
    days: { value: 3, min: 0, max: 365, unit: 'd', meaning: { zh: '决定期限', en: 'Days to decide' } },
    hours: { value: 24, min: 0, max: 8760, unit: 'h', meaning: { zh: '移送期限', en: 'Hours to hand over' } },
  },
  *onEnterprise(uscc, { registry, clock }, { days, hours }) {
    for (const { number, referral } of registry.where('cases', 'enterprise', uscc)) {
      if (!referral) continue;
      const late = lateSince(referral, clock, days, hours);
      if (late === undefined) continue;
      yield { enterprise: uscc, subject: number, at: instantOf(late), evidence: { documents: [`cases/${number}`] } };
    }
  },
}); // prettier-ignore

type Referral = NonNullable<RegistryItems['cases']['referral']>;

/** The day whose deadline has passed: of the report, or of the decision to transfer. */
function lateSince(referral: Referral, clock: number, days: number, hours: number): string | undefined {
  const { reportedAt, decidedAt, decision, transferredAt } = referral;
  if (decidedAt === undefined) return isPast(reportedAt, clock, days) ? reportedAt : undefined;
  const isDue = decision === 'transfer' && transferredAt === undefined;
  return isDue && isPast(decidedAt, clock, hours / 24) ? decidedAt : undefined;
}
