import { DOCUMENTS } from '../documents.js';
import type { Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import { inspectionCause, type InspectionItem, inspectionsOf, saw } from '../readings/inspections.js';
import { hasMiningPaper, isMining, isRecoveryPlace, miningCause, miningRight } from '../readings/mining-rights.js';
import { defineRule } from '../rule.js';

/** Illegal mining or recovery place (非法开采（回收）矿点). Takes MIN-01's place where recovery goes on without any paper. */
export default defineRule({
  code: 'MIN-08',
  kind: 'V',
  title: { zh: '非法开采（回收）矿点', en: 'Illegal mining or recovery place' },
  reading: {
    zh: '在回收场所开采，或由开采类型仅为回收的企业开采，而既无采矿许可证也无回收批复（不论日期）；或检查看到这样的场所有开采、浸取活动，或任何没有这两种文件的企业有开采活动。批复过期、超量归 MIN-09。',
    en: 'Mining at a recovery site, or by an enterprise whose only mining kind is recovery, with neither mining licence nor recovery approval of any date; or an inspection that saw mining or leaching at such a place, or mining at any enterprise without either paper. Approvals that ran out or were exceeded are MIN-09’s case.',
  },
  severity: 'S4',
  authorities: ['resources'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(一)',
      quotation: {
        zh: '取缔非法开采（回收）矿点',
        en: 'Illegal mining (recovery) places are closed',
      },
    },
    {
      document: DOCUMENTS.notice2018,
      clause: '二(一)',
      quotation: {
        zh: '取缔关闭……违法违规开采稀土矿点（含回收利用）',
        en: 'Places that mine rare earths against the law, recovery included, are banned and closed',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(五)',
      quotation: {
        zh: '坚决取缔非法开采（含资源回收）矿点',
        en: 'Illegal mining places, recovery of resources included, are resolutely closed',
      },
    },
  ],
  consequence: {
    zh: '取缔，及时拆除地面设施，没收采出的矿产品和违法所得',
    en: 'The place is closed, surface facilities are removed, minerals and gains confiscated',
  },
  fine: { minCny: 100_000, maxCny: 1_000_000, law: '《矿产资源法》(2024年)第六十四条' },
  parameters: {},
  *onEvent(event, { registry }) {
    if (!isMining(event)) return;
    const { case: on, permits } = miningRight(event, registry);
    if (on === 'illegal-recovery') yield miningCause(event, permits);
  },
  *onEnterprise(uscc, { registry, clock }) {
    for (const inspection of inspectionsOf(uscc, registry, clock)) {
      const cause = inspectionCause(uscc, inspection);
      if (isIllegalPlace(uscc, inspection, registry, cause.at)) yield cause;
    }
  },
});

/** Leaching is a step of smelting too: it speaks against places of recovery only. */
function isIllegalPlace(uscc: string, inspection: InspectionItem, registry: RegistryFacts, at: Instant): boolean {
  const place = { enterprise: uscc, site: inspection.site };
  const isMined = saw(inspection, 'mining') || (saw(inspection, 'leaching') && isRecoveryPlace(registry, place, at));
  return isMined && !hasMiningPaper(registry, place);
}
