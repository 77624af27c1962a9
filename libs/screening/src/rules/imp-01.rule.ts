import { DOCUMENTS } from '../documents.js';
import { DAY_MS } from '../periods.js';
import { areCertificatesFed } from '../readings/customs.js';
import { isMineral } from '../readings/stages.js';
import { defineRule } from '../rule.js';

/** Imported ore without a passed inspection (进口矿未经检验或不合格). */
export default defineRule({
  code: 'IMP-01',
  kind: 'V',
  title: { zh: '进口稀土矿不符合强制性要求', en: 'Imported ore fails mandatory requirements' },
  reading: {
    zh: '进口矿产品 30 日后无载明该报关单的检验证书,或证书不合格,或放射性活度超过设定限值(未设则不检)的,立一条。',
    en: 'An import of ore or concentrate has no certificate naming its declaration after 30 days, or one that was failed, or an activity above the limit that is set (none by default).',
  },
  severity: 'S3',
  authorities: ['customs'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(四)', quotation: { zh: '稀土矿产品进口应符合国家技术规范强制性要求', en: 'Imports of rare-earth ore must meet the mandatory national technical requirements' } },
  ],
  parameters: {
    certDays: { value: 30, min: 0, max: 365, unit: 'd', meaning: { zh: '证书到达宽限天数', en: 'Days a certificate may come late' } },
    maxBqPerG: { value: 0, min: 0, max: 1000000000.0, unit: 'Bq/g', meaning: { zh: '活度限值,0 为不检', en: 'Limit of activity; 0: not tested' } },
  },
  *onEnterprise(uscc, facts, { certDays, maxBqPerG }) {
    for (const event of facts.eventsOf(uscc)) {
      if (event.content.type !== 'import' || !event.yields.some(({ lot }) => isMineral(lot.product))) continue;
      const { declaration } = event.content;
      const certificates = facts.registry.where('inspection-certificates', 'declaration', declaration);
      const failed = certificates.filter(({ result, activityBqPerG = 0 }) => result === 'fail' || (maxBqPerG > 0 && activityBqPerG > maxBqPerG));
      const isMissing = certificates.length === 0 && facts.clock >= event.at + certDays * DAY_MS && areCertificatesFed(event.at, facts.registry);
      if (!isMissing && failed.length === 0) continue;
      yield {
        enterprise: uscc,
        subject: declaration,
        event: event.id,
        at: event.at,
        evidence: {
          events: [event.id],
          documents: [`customs-declarations/${declaration}`, ...failed.map(({ number }) => `inspection-certificates/${number}`)],
        },
      };
    }
  },
}); // prettier-ignore
