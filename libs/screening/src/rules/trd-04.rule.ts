import { DOCUMENTS } from '../documents.js';
import { kindsOf } from '../readings/parties.js';
import { UNEXPLAINED_PARAMETERS, unexplainedCause } from '../readings/unexplained.js';
import { defineRule } from '../rule.js';

/** Goods a trader cannot explain (贸易企业无法说明来源). Smelters and metal makers are SEP-05's. */
export default defineRule({
  code: 'TRD-04',
  kind: 'V',
  title: { zh: '贸易企业无法说明产品来源', en: 'A trader cannot explain the source of goods' },
  reading: {
    zh: '贸易、进口、出口企业(回收企业就非废料)引入的无人发货、盘盈或未申报原产地期初库存的稀土达到 100 千克 REO,且事件未引用有效的资源税完税证明、进口报关单或以其为购买方的正常发票的,对引入者立一条。',
    en: 'Goods nobody dispatched, surplus or undeclared opening stock of at least 100 kg REO that a trader, importer or exporter (a recycler: other than scrap) brought in, without a resource-tax certificate, import declaration or normal invoice to it that covers them. The finding is on who brought them in.',
  },
  severity: 'S3',
  authorities: ['industry', 'market', 'tax'],
  basis: [
    { document: DOCUMENTS.miit2014, clause: '一(三)', quotation: { zh: '对无法说明矿产品来源的,要求企业提供稀土矿产资源税足额缴纳证明', en: 'Who cannot explain the source of ore must show that resource tax was paid in full' } },
  ],
  parameters: UNEXPLAINED_PARAMETERS,
  *onEvent(event, facts, limits) {
    const kinds = kindsOf(event.enterprise, event.at, facts);
    if (kinds.includes('smelter') || kinds.includes('metal')) return;
    const trades = kinds.some(kind => kind === 'trader' || kind === 'importer' || kind === 'exporter');
    if (!trades && !kinds.includes('recycler')) return;
    const cause = unexplainedCause(event, ({ product }) => trades || product.stage !== 'SCRAP', facts.registry, limits);
    if (cause) yield cause;
  },
}); // prettier-ignore
