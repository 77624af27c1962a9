import { DOCUMENTS } from '../documents.js';
import type { EventFact } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import { isMining, miningRight, placeOf } from '../readings/mining-rights.js';
import { permitsFor } from '../readings/permits.js';
import { isBeforeEia, isPermitted, permitKeysFor, productionSites, siteCause } from '../readings/production-sites.js';
import { defineRule } from '../rule.js';

/** Production without environmental approval (无环评批复). Early starts of mines are MIN-07's, recovery without any MIN-09's. */
export default defineRule({
  code: 'ENV-01',
  kind: 'V',
  title: { zh: '无环评批复', en: 'No environmental approval' },
  reading: {
    zh: '在某场所开采或加工（混批、分装等除外）的当日，该场所（批复未注明场所的，按持有人）没有有效环评批复，或批复列有工艺而不含该工艺。矿山早于后来批复开工的归 MIN-07，回收批复名下完全没有环评的归 MIN-09。每一企业每一场所一条。',
    en: 'On the day of mining or processing (blending, repacking and the like apart) no environmental approval of the site, or of the holder where it names none, was valid, or it names processes and not this one. A mine’s start before an approval that came later is MIN-07’s case, recovery without any MIN-09’s. One finding per enterprise and site.',
  },
  severity: 'S3',
  authorities: ['environment'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(二)',
      quotation: {
        zh: '对无环评批复文件……的企业，立即责令停产整改',
        en: 'Enterprises without environmental approval are stopped at once until it is put right',
      },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '四(七)',
      quotation: {
        zh: '对环评手续不全……的企业，依法依规处理处罚到位',
        en: 'Enterprises whose environmental papers are incomplete are dealt with and fined',
      },
    },
  ],
  consequence: { zh: '立即责令停产整改', en: 'Production is stopped at once until it is put right' },
  absenceOf: ['permits/eia'],
  parameters: {},
  *onEnterprise(uscc, facts) {
    const { registry } = facts;
    for (const place of productionSites(uscc, facts)) {
      const offences = place.events.filter(
        event => !isPermitted(event, 'eia', registry) && !isOthersCase(event, registry),
      );
      if (offences.length === 0) continue;
      yield siteCause(place, offences, facts, { documents: permitKeysFor(registry, 'eia', place) });
    }
  },
});

const isOthersCase = (event: EventFact, registry: RegistryFacts): boolean =>
  isBeforeEia(event, registry) || isRecoveryWithoutEia(event, registry);

const isRecoveryWithoutEia = (event: EventFact, registry: RegistryFacts): boolean =>
  isMining(event) &&
  miningRight(event, registry).case === 'recovery' &&
  permitsFor(registry, 'eia', placeOf(event)).length === 0;
