import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import { CHAIN_TAX_RULES } from '../readings/chain-taxes.js';
import { defineRule } from '../rule.js';

/** Taxes evaded at any link of an export's chain (相关环节存在偷漏税): one finding an enterprise and shipment. */
export default defineRule({
  code: 'TAX-03',
  kind: 'V',
  title: { zh: '出口产品相关环节偷漏税', en: 'Tax evasion at a link of an export chain' },
  reading: {
    zh: '出口批次链条上存在未结的 INV-02、INV-03、TAX-01、TAX-02 或 MIN-12 问题的企业,每企业每批次立一条。',
    en: 'An enterprise has an open finding of INV-02, INV-03, TAX-01, TAX-02 or MIN-12 about something that lies on the chain of a shipment: one finding for each enterprise and shipment.',
  },
  severity: 'S3',
  authorities: ['tax'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(四)',
      quotation: {
        zh: '相关环节存在偷漏增值税、矿产资源税的,由税务部门追缴',
        en: 'Where a link evaded value-added tax or resource tax, the tax departments recover it',
      },
    },
  ],
  consequence: { zh: '税务部门追缴未足额缴纳的各项税费', en: 'The tax departments recover what was not paid' },
  parameters: {},
  *onEvent(event, facts) {
    if (event.content.type !== 'export') return;
    const { declaration } = event.content;
    const exports = facts.exportsOn(declaration);
    const onChain = exports.flatMap(({ id }) => facts.onChainOf(id)).filter(({ rule }) => CHAIN_TAX_RULES.includes(rule));
    const byEnterprise = groupBy(onChain, ({ enterprise }) => enterprise ?? '');
    for (const [enterprise, findings] of byEnterprise) {
      if (enterprise === '') continue;
      yield {
        enterprise,
        subject: declaration,
        event: event.id,
        at: exports.at(-1)!.at,
        evidence: {
          events: [...new Set([...exports.map(({ id }) => id), ...findings.flatMap(({ events }) => events)])],
          documents: [`customs-declarations/${declaration}`, ...new Set(findings.map(({ id }) => `findings/${id}`))],
        },
      };
    }
  },
}); // prettier-ignore
