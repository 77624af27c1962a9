import { DOCUMENTS } from '../documents.js';
import { DAY_MS, isWithin } from '../periods.js';
import { invoicesWithoutDispatch } from '../readings/invoices.js';
import { productsNamed } from '../readings/item-names.js';
import { defineRule } from '../rule.js';

/** Sales without entries in the ledger (未如实记录流向): a month with invoices and not one event. */
export default defineRule({
  code: 'REP-07',
  kind: 'D',
  title: { zh: '有销售而无流向记录', en: 'Sales without flow records' },
  reading: {
    zh: '企业当月开具稀土货物的正常发票,而无对应的发货记录,当月在追溯系统中也没有任何事件的,月末 30 日后立一条。',
    en: 'An enterprise issued normal invoices for rare-earth goods in a month for which nothing was dispatched, and recorded no event at all in it: 30 days after the month.',
  },
  severity: 'S3',
  authorities: ['industry'],
  basis: [
    { document: DOCUMENTS.quotaDraft, clause: '12', quotation: { zh: '应建立企业内部稀土产品追溯信息系统和稀土产品流向记录制度,如实记录', en: 'A trace system and a record of flows are kept inside the enterprise, truthfully' } },
  ],
  parameters: {
    graceDays: { value: 30, min: 0, max: 365, unit: 'd', meaning: { zh: '宽限天数', en: 'Days of grace' } },
  },
  *onMonth(uscc, month, facts, { graceDays }) {
    if (facts.clock < month.until + graceDays * DAY_MS) return;
    const invoices = invoicesWithoutDispatch(uscc, facts).filter(({ issuedAt, lines }) => isWithin(month, Date.parse(issuedAt)) && lines.some(isGoods));
    if (invoices.length === 0 || facts.eventsOf(uscc).some(({ at }) => isWithin(month, at))) return;
    yield {
      enterprise: uscc,
      period: month.label,
      at: month.until - 1,
      evidence: { documents: invoices.map(({ code, number }) => `invoices/${code === undefined ? '' : `${code}:`}${number}`) },
    };
  },
}); // prettier-ignore

/** Services are no sales of goods. */
const isGoods = ({ item }: { readonly item: string }): boolean =>
  productsNamed(item).some(({ stage }) => stage !== 'SERVICE');
