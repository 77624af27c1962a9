import { DOCUMENTS } from '../documents.js';
import { BOUNDARY_TOLERANCE, breachEvidence, breachOf } from '../readings/boundaries.js';
import { isMining, miningCause, type MiningRight, miningRight } from '../readings/mining-rights.js';
import { defineRule } from '../rule.js';

/** Mining outside the licence (越界开采): its area or its minerals. Recovery approvals are MIN-10's. */
export default defineRule({
  code: 'MIN-02',
  kind: 'V',
  title: { zh: '越界开采', en: 'Mining outside the licence boundary' },
  reading: {
    zh: '开采事件的坐标在所引有效采矿许可证的范围之外且超过允许偏差，或产出许可证矿种不包括的产品。没有坐标或许可证没有范围的不判断；场所自身的范围不作依据。',
    en: 'The place of mining lies outside the area of the valid licence cited by more than the tolerance, or what was won is no product of the licence’s minerals. Without coordinates or without an area on the licence nothing is said of the place; the area of the site itself is not used.',
  },
  severity: 'S4',
  authorities: ['resources'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(一)',
      quotation: { zh: '严厉查处……越界开采', en: 'Mining beyond the boundary is strictly prosecuted' },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '二(一)',
      quotation: { zh: '坚决依法取缔关闭……越界开采', en: 'Mining beyond the boundary is resolutely banned and closed' },
    },
  ],
  consequence: { zh: '依法没收矿产品及违法所得', en: 'Minerals and gains are confiscated' },
  fine: { minCny: 100_000, maxCny: 1_000_000, law: '《矿产资源法》(2024年)第六十四条' },
  parameters: BOUNDARY_TOLERANCE,
  *onEvent(event, { registry }, { boundaryToleranceM }) {
    if (!isMining(event)) return;
    const right = miningRight(event, registry);
    const licences = isInForce(right) ? right.permits.filter(({ kind }) => kind === 'mining-licence') : [];
    const breach = breachOf(event, licences, boundaryToleranceM);
    if (breach) yield miningCause(event, licences, breachEvidence(breach, boundaryToleranceM));
  },
});

const isInForce = (right: MiningRight): boolean => right.case === 'licensed' || right.case === 'outsourced';
