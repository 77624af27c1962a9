import { DOCUMENTS } from '../documents.js';
import type { TransferPart } from '../facts/facts.js';
import { isCompound } from '../readings/stages.js';
import { TAINT_PARAMETERS } from '../readings/taint.js';
import { taintedTradeOf } from '../readings/tainted-trade.js';
import { defineRule } from '../rule.js';

const isSmelted = ({ lot: { product } }: TransferPart): boolean =>
  isCompound(product) || product.stage === 'METAL' || product.stage === 'ALLOY';

/** Trading illegal smelted and separated products (买卖非法冶炼分离产品). Ore is TRD-01's. */
export default defineRule({
  code: 'TRD-02',
  kind: 'V',
  title: { zh: '买卖非法冶炼分离产品', en: 'Trading illegal smelted or separated products' },
  reading: {
    zh: '发出的化合物、金属或合金中，某批次的非法份额(估计值)达到占比和数量下限的，发货方自发货起、接收方自接收起各立一条，按企业和非法来源归并。非法份额包括非法来源、无指标企业(SEP-01)的产出，以及经认定的超计划产出(SEP-02、MIN-03)。磁体和废料不计，退回原供货方的不计。',
    en: 'Of a lot of compounds, metal or alloy that was dispatched, the illegal part (estimate) reaches the least share and mass: a finding for the seller from the dispatch on and for the buyer from acceptance on, one per enterprise and source. Illegal is what comes from illegal sources, output of plants without a quota (SEP-01) and, once confirmed, output beyond plan (SEP-02, MIN-03). Magnets, scrap and goods sent back do not count.',
  },
  severity: 'S4',
  authorities: ['industry', 'market'],
  basis: [
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(三)',
      quotation: {
        zh: '对买卖非法矿产品和冶炼分离产品的贸易企业，依法没收相关产品及违法所得，追究相关个人和企业法律责任',
        en: 'Traders of illegal ore and of illegal smelted and separated products lose products and gains by law; persons and enterprises are held liable',
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
    zh: '没收相关产品及违法所得，追究相关个人和企业法律责任',
    en: 'Products and gains are confiscated; persons and enterprises are held liable',
  },
  fine: { minCny: 500_000, maxCny: 2_000_000, law: '《稀土管理条例》第二十三条' },
  parameters: TAINT_PARAMETERS,
  *onEnterprise(uscc, facts, limits) {
    yield* taintedTradeOf(uscc, facts, limits, { sold: isSmelted, bought: isSmelted });
  },
});
