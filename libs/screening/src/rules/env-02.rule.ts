import { DOCUMENTS } from '../documents.js';
import type { EnterpriseItem } from '../facts/registry-items.js';
import { isPermitted, permitKeysFor, productionSites, siteCause } from '../readings/production-sites.js';
import { defineRule } from '../rule.js';

const KINDS: readonly EnterpriseItem['kinds'][number][] = ['mine', 'recovery', 'smelter', 'recycler'];

/** Production without safety filing or acceptance (无安评备案). */
export default defineRule({
  code: 'ENV-02',
  kind: 'V',
  title: { zh: '无安全备案或验收', en: 'No safety filing or acceptance' },
  reading: {
    zh: '矿山、回收、冶炼分离或综合利用企业在某场所生产的当日，该场所（文件未注明场所的，按持有人）没有有效的安全备案或验收，或文件列有工艺而不含该工艺。每一企业每一场所一条。',
    en: 'On the day a mine, recovery enterprise, smelter or recycler produced, no safety filing or acceptance of the site, or of the holder where it names none, was valid, or it names processes and not this one. One finding per enterprise and site.',
  },
  severity: 'S3',
  authorities: ['emergency'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '对无……安评备案文件……的企业，立即责令停产整改',
        en: 'Enterprises without safety filing are stopped at once until it is put right',
      },
    },
    {
      document: DOCUMENTS.miit2014,
      clause: '附表2',
      quotation: { zh: '安全备案或验收部门及文号', en: 'Authority and number of the safety filing or acceptance' },
    },
  ],
  consequence: { zh: '立即责令停产整改', en: 'Production is stopped at once until it is put right' },
  absenceOf: ['permits/safety'],
  parameters: {},
  *onEnterprise(uscc, facts) {
    const { registry } = facts;
    const isMeant = (at: number): boolean =>
      registry.at('enterprises', uscc, at)?.kinds.some(kind => KINDS.includes(kind)) ?? false;
    for (const place of productionSites(uscc, facts)) {
      const offences = place.events.filter(event => isMeant(event.at) && !isPermitted(event, 'safety', registry));
      if (offences.length === 0) continue;
      yield siteCause(place, offences, facts, { documents: permitKeysFor(registry, 'safety', place) });
    }
  },
});
