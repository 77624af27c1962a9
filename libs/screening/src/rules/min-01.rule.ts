import { DOCUMENTS } from '../documents.js';
import { isMining, miningCause, miningRight } from '../readings/mining-rights.js';
import { permitKey } from '../readings/permits.js';
import { defineRule } from '../rule.js';

/** Unlicensed mining (无证开采). Another holder's licence is MIN-05's, prospecting MIN-04's, recovery MIN-08's and MIN-09's. */
export default defineRule({
  code: 'MIN-01',
  kind: 'V',
  title: { zh: '无证开采', en: 'Unlicensed mining' },
  reading: {
    zh: '开采事件所引许可证在登记中不存在，或当日不在有效期内、已暂停或吊销，或不含稀土矿种。当日有效但持证人不同的归 MIN-05，本企业有效勘查许可证归 MIN-04，回收项目归 MIN-08、MIN-09。',
    en: 'Mining cites no mining licence that the registry knows as valid that day for rare-earth minerals: it is unknown, outside its term, suspended, revoked or for other minerals. A valid licence of another holder is MIN-05’s case, the enterprise’s own valid right to explore MIN-04’s, recovery MIN-08’s and MIN-09’s.',
  },
  severity: 'S4',
  authorities: ['resources', 'police'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(一)',
      quotation: { zh: '严厉查处非法盗采', en: 'Illegal mining is strictly prosecuted' },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '二(一)',
      quotation: { zh: '坚决依法取缔关闭……无证开采', en: 'Unlicensed mining is resolutely banned and closed' },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(五)',
      quotation: {
        zh: '重点查处无证勘查开采等违法违规行为',
        en: 'Unlicensed exploration and mining above all are prosecuted',
      },
    },
    {
      document: DOCUMENTS.quotaDraft,
      clause: '4',
      quotation: {
        zh: '未获得稀土指标的组织和个人不得开展稀土开采和冶炼分离生产活动',
        en: 'Whoever has obtained no rare-earth quota may not mine, smelt or separate',
      },
    },
  ],
  consequence: {
    zh: '取缔非法开采矿点，依法没收矿产品及违法所得，拆除地面设施',
    en: 'The place is closed, minerals and gains are confiscated, surface facilities removed',
  },
  fine: { minCny: 100_000, maxCny: 1_000_000, law: '《矿产资源法》(2024年)第六十四条' },
  absenceOf: ['permits/mining-licence'],
  parameters: {},
  *onEvent(event, { registry }) {
    if (!isMining(event)) return;
    const right = miningRight(event, registry);
    if (right.case !== 'unlicensed') return;
    const cited = right.permits.map(permitKey);
    const unknown = [`permits/mining-licence:${event.content.licence}`];
    yield miningCause(event, right.permits, { documents: cited.length > 0 ? cited : unknown });
  },
});
