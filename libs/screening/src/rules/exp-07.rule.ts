import { DOCUMENTS } from '../documents.js';
import { DAY_MS } from '../periods.js';
import { areExportsFed, passesRareEarths } from '../readings/customs.js';
import { provinceOfEnterprise } from '../readings/provinces.js';
import { defineRule } from '../rule.js';

/** Smuggling (走私): goods left under a declaration that customs do not know, or that is of other goods. */
export default defineRule({
  code: 'EXP-07',
  kind: 'V',
  title: { zh: '走私嫌疑', en: 'Suspected smuggling' },
  reading: {
    zh: '出口事件所引报关单 30 日后海关仍无记录,或报关单所有税号均非稀土可通关税目而批次为稀土的,立一条。稀土税号之间的误报、重量、价值归 IMP-02。',
    en: 'The declaration of an export is not known to customs 30 days later, or all its codes are of headings under which rare earths do not pass though the lots are rare earths. A wrong code among rare earths, mass and value are IMP-02’s.',
  },
  severity: 'S4',
  authorities: ['customs'],
  basis: [
    { document: DOCUMENTS.miit2014, clause: '三(一)', quotation: { zh: '海关负责打击走私行为', en: 'The customs are responsible for fighting smuggling' } },
  ],
  parameters: {
    feedDays: { value: 30, min: 0, max: 365, unit: 'd', meaning: { zh: '数据到达宽限天数', en: 'Days a declaration may come late' } },
  },
  *onEnterprise(uscc, facts, { feedDays }) {
    for (const event of facts.eventsOf(uscc)) {
      if (event.content.type !== 'export') continue;
      const { declaration } = event.content;
      const known = facts.registry.latest('customs-declarations', declaration);
      const isUnknown = !known && facts.clock >= event.at + feedDays * DAY_MS && areExportsFed(provinceOfEnterprise(facts.registry, uscc, event.at), event.at, facts.registry);
      const isOther = known !== undefined && !known.lines.some(({ hsCode }) => passesRareEarths(hsCode));
      if (!isUnknown && !isOther) continue;
      yield {
        enterprise: uscc,
        subject: event.id,
        event: event.id,
        at: event.at,
        evidence: {
          events: [event.id],
          lots: event.draws.map(({ lot }) => lot.key),
          documents: [`customs-declarations/${declaration}`],
          note: isUnknown ? { zh: '海关无此报关单', en: 'Customs do not know the declaration' } : { zh: '申报税号均非稀土', en: 'All codes declared are of other goods' },
        },
      };
    }
  },
}); // prettier-ignore
