import { DOCUMENTS } from '../documents.js';
import { amountOfReo, percentFigure, reoFigure, shareFigure } from '../readings/figures.js';
import { isRunOf, SEPARATION_PROCESSES, sumReo } from '../readings/production.js';
import { isMineral } from '../readings/stages.js';
import { TAINT_PARAMETERS, taintOf } from '../readings/taint.js';
import { defineRule } from '../rule.js';

const PROCESSES = [...SEPARATION_PROCESSES, 'BENEFICIATION'];

/** Illegal ore is processed. Illegal compounds are TRD-02's. */
export default defineRule({
  code: 'SEP-04',
  kind: 'V',
  title: { zh: '加工非法稀土矿产品', en: 'Processing illegal ore' },
  reading: {
    zh: '选矿、精矿分解或萃取分离投入的原矿、精矿、富集物中，来自非法来源的稀土占该次投料总量的比例（估计值）和数量达到下限的，按次成立。投入的化合物含非法来源的归 TRD-02；来源不明不等于非法。',
    en: 'Of everything that a run of beneficiation, decomposition or separation was fed with, the ore, concentrate and enrichment from illegal sources (estimate) reach the least share and mass; each run is a case. Illegal compounds are TRD-02’s case; what nobody can explain is not illegal by that.',
  },
  severity: 'S4',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: {
        zh: '对存在收购、加工和倒卖非法稀土矿产品……等违法违规行为的企业，依法依规严肃处理',
        en: 'Enterprises that buy, process or resell illegal ore are dealt with severely by law',
      },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '五(十)',
      quotation: {
        zh: '将私挖盗采、加工非法稀土矿产品作为督查重点',
        en: 'Illegal digging and the processing of illegal ore are what inspections look for first',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '四(九)',
      quotation: {
        zh: '重点查处无计划、超计划生产；采购、加工、销售非法稀土矿产品等违法违规行为',
        en: 'Production without or beyond a plan and buying, processing and selling illegal ore are prosecuted first',
      },
    },
  ],
  consequence: {
    zh: '立即责令停产，依法依规严肃处理；没收非法产品及违法所得',
    en: 'Ordered to stop at once and dealt with severely; products and gains are confiscated',
  },
  fine: { minCny: 500_000, maxCny: 2_000_000, law: '《稀土管理条例》第二十三条' },
  parameters: TAINT_PARAMETERS,
  *onEvent(event, facts, limits) {
    if (!isRunOf(event, PROCESSES)) return;
    const ore = event.draws.filter(({ lot }) => isMineral(lot.product));
    const taint = taintOf(ore, { ...limits, minTaint: 0 }, facts);
    const fedG = sumReo(event.draws);
    if (!taint.isTainted || taint.reoG === 0 || taint.reoG * 100 < fedG * limits.minTaint) return;
    yield {
      enterprise: event.enterprise,
      subject: event.id,
      event: event.id,
      at: event.at,
      amount: amountOfReo(taint.reoG),
      evidence: {
        events: [event.id],
        lots: ore.map(({ lot }) => lot.key),
        enterprises: [event.enterprise],
        sources: taint.sources,
        documents: taint.findings.map(id => `findings/${id}`),
        figures: [
          reoFigure('投料总量', 'Everything fed', fedG),
          reoFigure('其中非法来源的矿产品(估计值)', 'Of which ore from illegal sources (estimate)', taint.reoG),
          shareFigure('非法来源占比(估计值)', 'Share from illegal sources (estimate)', taint.reoG / fedG),
          percentFigure('占比下限', 'Least share that counts', limits.minTaint),
        ],
      },
    };
  },
});
