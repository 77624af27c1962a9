import { DOCUMENTS } from '../documents.js';
import { kindsOf } from '../readings/parties.js';
import { isMineral } from '../readings/stages.js';
import { TAINT_PARAMETERS } from '../readings/taint.js';
import { taintedTradeOf } from '../readings/tainted-trade.js';
import { defineRule } from '../rule.js';

/** Trading illegal ore (买卖非法稀土矿产品). A smelter that buys it is SEP-03's. */
export default defineRule({
  code: 'TRD-01',
  kind: 'V',
  title: { zh: '买卖非法稀土矿产品', en: 'Trading illegal ore' },
  reading: {
    zh: '发出的矿石、精矿或富集物中，某批次来自非法来源的份额(估计值)达到占比和数量下限的，发货方(含非法矿点本身)自发货起、接收方自接收起各立一条，按企业和非法来源归并。冶炼企业收购归 SEP-03；来源不明不等于非法；退回原供货方的不计。',
    en: 'Of a lot of ore, concentrate or enrichment that was dispatched, the part from illegal sources (estimate) reaches the least share and mass: a finding for the seller, the illegal mine too, from the dispatch on and for the buyer from acceptance on, one per enterprise and source. Smelters that buy are SEP-03’s; what nobody can explain is not illegal by that; goods sent back do not count.',
  },
  severity: 'S4',
  authorities: ['industry', 'market', 'police'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(三)',
      quotation: {
        zh: '对买卖非法稀土矿产品的，依法没收矿产品及违法所得并予以处罚',
        en: 'Whoever trades illegal rare-earth ore loses ore and gains by law and is punished',
      },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '二(四)',
      quotation: {
        zh: '对买卖非法稀土产品……的企业，依法依规予以处理',
        en: 'Enterprises that trade illegal rare-earth products are dealt with by law',
      },
    },
  ],
  consequence: {
    zh: '没收矿产品及违法所得并予以处罚；追究相关个人和企业法律责任',
    en: 'Ore and gains are confiscated and a penalty imposed; persons and enterprises are held liable',
  },
  fine: { minCny: 500_000, maxCny: 2_000_000, law: '《稀土管理条例》第二十三条' },
  parameters: TAINT_PARAMETERS,
  *onEnterprise(uscc, facts, limits) {
    yield* taintedTradeOf(uscc, facts, limits, {
      sold: ({ lot }) => isMineral(lot.product),
      bought: ({ lot }, at) => isMineral(lot.product) && !kindsOf(uscc, at, facts).includes('smelter'),
    });
  },
}); // prettier-ignore
