import { DOCUMENTS } from '../documents.js';
import { isMining, miningCause, miningRight } from '../readings/mining-rights.js';
import { defineRule } from '../rule.js';

/**
 * Illegal outsourcing of mining (非法外包). Who supplies the leaching reagent and who is paid by the tonne is not fed:
 * an inspector's matter.
 */
export default defineRule({
  code: 'MIN-05',
  kind: 'V',
  title: { zh: '非法外包', en: 'Illegal outsourcing of mining' },
  reading: {
    zh: '开采企业不是所引有效采矿许可证（或回收批复）的持证人，也不在其备案承包人之列。同属一个集团不是理由。浸矿剂由谁购买、是否按吨收取固定费用没有数据，由检查人员核实。',
    en: 'Who mines is neither the holder of the valid licence (or recovery approval) cited nor a contractor filed with it. Belonging to the same group is no excuse. Who bought the leaching reagent, and fees by the tonne, are not in the data and remain for inspectors.',
  },
  severity: 'S3',
  authorities: ['resources'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(一)',
      quotation: {
        zh: '坚决依法取缔关闭……非法外包等违法违规开采稀土矿点',
        en: 'Places mined under illegal outsourcing are resolutely banned and closed',
      },
    },
  ],
  consequence: {
    zh: '取缔关闭，没收违法所得，彻底清理地面设施',
    en: 'The place is closed, gains are confiscated, surface facilities removed',
  },
  parameters: {},
  *onEvent(event, { registry }) {
    if (!isMining(event)) return;
    const { case: on, permits } = miningRight(event, registry);
    if (on !== 'outsourced') return;
    const holders = permits.map(({ holder }) => holder);
    yield miningCause(event, permits, { enterprises: [...new Set([event.enterprise, ...holders])] });
  },
});
