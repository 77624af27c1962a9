import { DOCUMENTS } from '../documents.js';
import { DAY_MS } from '../periods.js';
import { defineRule } from '../rule.js';

/** Tip without feedback (举报未反馈). */
export default defineRule({
  code: 'GOV-11',
  kind: 'D',
  title: { zh: '举报未反馈', en: 'Tip without feedback' },
  reading: {
    zh: '举报受理后 60 日内未反馈查处结果的,对所在地区立一条。',
    en: "A tip was received and the result has not been fed back within 60 days.",
  },
  severity: 'S1',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '三(六)',
      quotation: { zh: '畅通举报渠道;及时反馈查处结果', en: 'Keep the channels for reports open; feed back results in time' },
    },
  ],
  parameters: {
    feedbackDays: { value: 60, min: 0, max: 3650, unit: 'd', meaning: { zh: '反馈期限', en: 'Days to feed back' } },
  },
  *onRegistry({ registry, clock }, { feedbackDays }) {
    for (const { number, region, receivedAt, feedbackAt } of registry.where('leads', 'kind', 'tip')) {
      const at = Date.parse(receivedAt);
      if (feedbackAt !== undefined || clock < at + feedbackDays * DAY_MS) continue;
      yield { region, subject: number, at, evidence: { documents: [`leads/${number}`] } };
    }
  },
}); // prettier-ignore
