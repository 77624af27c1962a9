import { DOCUMENTS } from '../documents.js';
import { isOfKind } from '../readings/parties.js';
import { UNEXPLAINED_PARAMETERS, unexplainedCause } from '../readings/unexplained.js';
import { defineRule } from '../rule.js';

/** A smelter or metal plant cannot explain where goods are from; traders' are TRD-04's, excess of runs SEP-09's. */
export default defineRule({
  code: 'SEP-05',
  kind: 'V',
  title: { zh: '无法说明矿产品来源', en: 'The source of goods cannot be explained' },
  reading: {
    zh: '冶炼或金属企业以未经发货的收货、称重或盘点溢余、未申报来源的期初库存引入的稀土达到下限，且该事件未引用足以覆盖数量的资源税完税证明、进口报关单或本企业为购方的正常发票。只追引入者，不及后手；生产超出投料的归 SEP-09。',
    en: 'A smelter or metal plant introduced REO that reaches the limit by receiving goods nobody dispatched, by a surplus of weighing or counting, or by an opening stock without a declared origin, and the event cites no resource-tax certificate, import declaration or NORMAL invoice to itself that covers the mass. Only who introduced it answers, never later holders; output beyond input is SEP-09’s case.',
  },
  severity: 'S3',
  authorities: ['tax', 'industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '对无法说明矿产品来源的，要求企业提供稀土矿产资源税足额缴纳证明，不能提供的由税务部门追缴',
        en: 'Who cannot explain the source of ore must show that resource tax was paid in full; otherwise the tax authority recovers it',
      },
    },
    {
      document: DOCUMENTS.miit2014,
      clause: '一(五)',
      quotation: {
        zh: '涉嫌……无法说明矿产品来源的，依法予以处罚',
        en: 'Who is suspected of being unable to explain the source of ore is punished by law',
      },
    },
  ],
  consequence: {
    zh: '要求提供资源税足额缴纳证明，不能提供的由税务部门追缴；依法予以处罚',
    en: 'Proof of resource tax is demanded, otherwise the tax authority recovers it; penalty by law',
  },
  parameters: UNEXPLAINED_PARAMETERS,
  *onEvent(event, facts, limits) {
    if (!isOfKind(event.enterprise, event.at, ['smelter', 'metal'], facts)) return;
    const cause = unexplainedCause(event, () => true, facts.registry, limits);
    if (cause) yield cause;
  },
});
