import { dayOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { PermitItem } from '../facts/registry-items.js';
import { DAY_MS, endOfDay } from '../periods.js';
import { BOUNDARY_TOLERANCE, breachEvidence, breachOf } from '../readings/boundaries.js';
import { isMining, isRecoveryPlace, miningCause, type MiningFact, miningRight, placeOf } from '../readings/mining-rights.js'; // prettier-ignore
import { permitKey, permitsFor, type Whereabouts } from '../readings/permits.js';
import { isRun } from '../readings/production.js';
import { covers, isProduction } from '../readings/production-sites.js';
import { type Cause, defineRule } from '../rule.js';

/**
 * Recovery of overlain resources that does not keep to its approval, or leaves the place unrestored. How a process is run
 * and how good the restoration is need eyes on site.
 */
export default defineRule({
  code: 'MIN-10',
  kind: 'V',
  title: { zh: '压覆资源回收未按批复和环评开展', en: 'Recovery of overlain resources not as approved' },
  reading: {
    zh: '回收项目的开采坐标超出批复范围且超过允许偏差，或产品不属批准矿种，或工艺不在批复之列；批复到期一定天数后该场所仍无生态修复验收，且没有后续批复。期限和数量归 MIN-09；修复质量由检查人员核实。',
    en: 'A recovery project mines outside the approval’s area by more than the tolerance, wins products of other minerals or runs a process the approval does not name; or some days after its end there is no restoration record for the site and no further approval. Term and quantity are MIN-09’s; the quality of restoration remains for inspectors.',
  },
  severity: 'S3',
  authorities: ['resources', 'environment'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(一)',
      quotation: {
        zh: '已有压覆稀土资源回收项目要严格按照批复文件和环境影响评价报告开展工作，做好矿点生态环境恢复和综合治理',
        en: 'Projects recovering overlain rare earths must keep strictly to their approval and environmental report, and restore the place',
      },
    },
  ],
  parameters: {
    ...BOUNDARY_TOLERANCE,
    restorationDays: {
      value: 90,
      min: 0,
      max: 3650,
      unit: 'd',
      meaning: {
        zh: '批复到期后完成生态修复的天数',
        en: 'Days after the end of the approval in which the place is restored',
      },
    },
  },
  *onEvent(event, { registry }, { boundaryToleranceM }) {
    if (isMining(event)) yield* judgeMining(event, registry, boundaryToleranceM);
    else if (isRun(event) && isProduction(event)) yield* judgeRun(event, registry);
  },
  *onEnterprise(uscc, facts, { restorationDays }) {
    const held = facts.registry.where('permits', 'holder', uscc).filter(({ kind }) => kind === 'recovery-approval');
    for (const approval of held) yield* judgeRestoration(approval, facts, restorationDays);
  },
});

function* judgeMining(event: MiningFact, registry: RegistryFacts, toleranceM: number): Iterable<Cause> {
  const { case: on, permits } = miningRight(event, registry);
  const isCited = on === 'recovery' || on === 'outsourced';
  const approvals = isCited ? permits.filter(({ kind }) => kind === 'recovery-approval') : [];
  const breach = breachOf(event, approvals, toleranceM);
  if (breach) yield miningCause(event, approvals, breachEvidence(breach, toleranceM));
}

/** A run at a recovery place by a process that none of its approvals allows. */
function* judgeRun(event: EventFact, registry: RegistryFacts): Iterable<Cause> {
  const place = placeOf(event);
  if (!isRun(event) || !isRecoveryPlace(registry, place, event.at)) return;
  const { process } = event.content;
  const approvals = permitsFor(registry, 'recovery-approval', place, event.at);
  if (approvals.length === 0 || approvals.some(approval => covers(approval, process))) return;
  yield {
    enterprise: event.enterprise,
    subject: event.id,
    event: event.id,
    at: event.at,
    evidence: {
      events: [event.id],
      documents: approvals.map(permitKey),
      note: { zh: `批复不含工艺 ${process}`, en: `Process not approved: ${process}` },
    },
  };
}

function* judgeRestoration(approval: PermitItem, facts: ChainFacts, days: number): Iterable<Cause> {
  const { holder, site, to } = approval;
  if (to === undefined) return;
  const due = endOfDay(to) + days * DAY_MS;
  const where = { enterprise: holder, site };
  if (facts.clock < due || isContinued(approval, facts) || isRestored(facts, where)) return;
  yield {
    enterprise: holder,
    subject: permitKey(approval),
    at: due,
    evidence: {
      documents: [permitKey(approval)],
      figures: [{ name: { zh: '修复期限', en: 'Days for restoration' }, value: days, unit: 'd' }],
      note: { zh: `批复于 ${to} 到期`, en: `The approval ended on ${to}` },
    },
  };
}

/** Another right of the same place runs on: work there is not over, or ends with that one. */
function isContinued({ holder, site, number, to }: PermitItem, { registry }: ChainFacts): boolean {
  const rights = (['recovery-approval', 'mining-licence'] as const).flatMap(kind =>
    permitsFor(registry, kind, { enterprise: holder, site }),
  );
  return rights.some(right => right.number !== number && right.site === site && runsBeyond(right, to!));
}

const runsBeyond = ({ status, to }: PermitItem, day: string): boolean =>
  status === 'valid' && (to === undefined || to > day);

function isRestored({ registry, clock }: ChainFacts, where: Whereabouts): boolean {
  const today = dayOf(new Date(clock));
  return permitsFor(registry, 'restoration', where).some(({ from, status }) => status === 'valid' && from <= today);
}
