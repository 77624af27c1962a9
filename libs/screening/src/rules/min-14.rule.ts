import { DOCUMENTS } from '../documents.js';
import type { EventFacts } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import { metresOutside } from '../readings/geometry.js';
import { isValidAt } from '../readings/permits.js';
import { defineRule } from '../rule.js';

type Lead = RegistryItems['leads'];

/** Remote-sensing finds outside every permitted area (卫星遥感监控). There is nobody to name: the finding is the region's. */
export default defineRule({
  code: 'MIN-14',
  kind: 'C',
  title: { zh: '卫星遥感发现许可范围外疑似开采', en: 'Remote sensing sees digging outside permitted areas' },
  reading: {
    zh: '遥感线索的坐标在收到当日所有有效采矿许可证和回收批复的范围之外，为 S1，记在线索所在地区。一定天数内未转为案件的升为 S2。坐标在任一范围之内的不判断。',
    en: 'A lead of remote sensing lies outside the area of every mining licence and recovery approval valid when it was received: S1, for the region of the lead. Not handed to a case some days later, it rises to S2. Places inside an area are left alone.',
  },
  severity: 'S1',
  authorities: ['resources'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '五(十二)',
      quotation: {
        zh: '利用卫星遥感技术加强对私挖盗采、违规新建等情况的监控',
        en: 'Satellite remote sensing serves to watch for illegal digging and building',
      },
    },
  ],
  parameters: {
    matchDays: {
      value: 15,
      min: 0,
      max: 365,
      unit: 'd',
      meaning: { zh: '线索转为案件的天数', en: 'Days in which a lead must have been handed to a case' },
    },
  },
  *onRegistry(facts, { matchDays }) {
    for (const lead of facts.registry.where('leads', 'kind', 'remote-sensing')) {
      const at = Date.parse(lead.receivedAt);
      if (at > facts.clock || !lead.point || isPermitted(lead, at, facts)) continue;
      const isLate = lead.case === undefined && facts.clock >= at + matchDays * DAY_MS;
      yield {
        region: lead.region,
        subject: `leads/${lead.number}`,
        at,
        severity: isLate ? 'S2' : 'S1',
        evidence: {
          documents: [`leads/${lead.number}`, ...(lead.case === undefined ? [] : [`cases/${lead.case}`])],
          regions: [lead.region],
          figures: [
            { name: { zh: '纬度', en: 'Latitude' }, value: lead.point.lat, unit: '°' },
            { name: { zh: '经度', en: 'Longitude' }, value: lead.point.lon, unit: '°' },
          ],
          ...(isLate ? { note: { zh: '逾期未转为案件', en: 'Not handed to a case in time' } } : {}),
        },
      };
    }
  },
});

/** Inside the area of a right to mine or recover that held then. */
function isPermitted({ point }: Lead, at: number, { registry }: EventFacts): boolean {
  const rights = (['mining-licence', 'recovery-approval'] as const).flatMap(kind => registry.whereAt('permits', 'kind', kind, at)); // prettier-ignore
  return rights.some(right => right.polygon && isValidAt(right, at) && metresOutside(right.polygon, point!) === 0);
}
