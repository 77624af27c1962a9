import { DOCUMENTS } from '../documents.js';
import { DAY_MS } from '../periods.js';
import { defineRule } from '../rule.js';

/** Feed of a department stale (部门数据报送过期). */
export default defineRule({
  code: 'GOV-17',
  kind: 'D',
  title: { zh: '部门数据报送过期', en: 'Feed of a department stale' },
  reading: {
    zh: '部门数据心跳时间加报送周期已过的,按数据源立一条。',
    en: "The last heartbeat of a feed and its period have passed.",
  },
  severity: 'S1',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.taicang2019,
      clause: '四(八)',
      quotation: { zh: '确保稀土企业注册登记、项目备案、冶炼分离总量控制计划、稀土发票、进出口数据等信息在部门间实现共享', en: 'Registration, filing, plan, invoice and import and export data of rare-earth enterprises are shared between the departments' },
    },
  ],
  parameters: {
  },
  *onRegistry({ registry, clock }) {
    for (const { feed, department, collection, region, periodDays, lastAt } of registry.all('feeds')) {
      const due = Date.parse(lastAt) + periodDays * DAY_MS;
      if (clock <= due) continue;
      const note = { zh: `${department} 报送的 ${collection}`, en: `${collection} as sent by ${department}` };
      yield { ...(region === undefined ? {} : { region }), subject: feed, at: due, evidence: { documents: [`feeds/${feed}`], note } };
    }
  },
}); // prettier-ignore
