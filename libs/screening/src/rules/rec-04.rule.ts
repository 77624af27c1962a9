import { findProcess } from '#catalogue';
import { DOCUMENTS } from '../documents.js';
import type { EventFact, EventFacts } from '../facts/facts.js';
import { validApprovals } from '../readings/approvals.js';
import { amountOfReo } from '../readings/figures.js';
import { kindsOf } from '../readings/parties.js';
import { permitKey } from '../readings/permits.js';
import { isRun, isRunOf, sumReo } from '../readings/production.js';
import { defineRule } from '../rule.js';

/** A recycler runs what its approval does not name. Recycling without any approval is REC-08's. */
export default defineRule({
  code: 'REC-04',
  kind: 'V',
  title: { zh: '实际工艺与核准文件不符', en: 'Actual process differs from the approval' },
  reading: {
    zh: '综合利用企业进行的工序不在其当日有效项目核准所列工序之中（混批、分装、拆批、合批除外）；企业其他资格允许的工序不计。没有任何有效核准而进行废料回收的归 REC-08。',
    en: 'A recycler ran a process that none of its project approvals valid that day names; blending, repacking, splitting and merging are free, and so is what another kind of the enterprise may run. Recycling without any valid approval is REC-08’s case.',
  },
  severity: 'S3',
  authorities: ['industry', 'reform'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(三)',
      quotation: {
        zh: '督促实际工艺、装备与核准文件不符的企业转产',
        en: 'Enterprises whose actual process and equipment differ from the approval are made to change production',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(二)',
      quotation: {
        zh: '督促实际工艺、装备与核准文件不符的企业转产',
        en: 'Enterprises whose actual process and equipment differ from the approval are made to change production',
      },
    },
  ],
  consequence: { zh: '责令转产', en: 'Made to change production' },
  absenceOf: ['permits/project-approval'],
  parameters: {},
  *onEvent(event, facts) {
    if (!isRun(event) || isFree(event, event.content.process, facts)) return;
    const approvals = validApprovals(event.enterprise, event.at, facts);
    if (approvals.some(({ processes }) => !processes || processes.includes(event.content.process))) return;
    if (approvals.length === 0 && isRunOf(event, ['RECYCLING'])) return;
    const named = [...new Set(approvals.flatMap(({ processes = [] }) => processes))].sort().join(', ');
    yield {
      enterprise: event.enterprise,
      subject: event.id,
      event: event.id,
      at: event.at,
      amount: amountOfReo(sumReo(event.draws)),
      evidence: {
        events: [event.id],
        lots: event.yields.map(({ lot }) => lot.key),
        documents: approvals.map(permitKey),
        enterprises: [event.enterprise],
        note: {
          zh: `实际工序 ${event.content.process}，核准工序 ${named || '无'}`,
          en: `Process run: ${event.content.process}; approved: ${named || 'none'}`,
        },
      },
    };
  },
});

/** Handling of one product, and what the enterprise may do as something else than a recycler. */
function isFree({ enterprise, at }: EventFact, code: string, facts: EventFacts): boolean {
  const kinds = kindsOf(enterprise, at, facts);
  if (!kinds.includes('recycler')) return true;
  const process = findProcess(code);
  return process?.sameProduct === true || kinds.some(kind => kind !== 'recycler' && process?.actorKinds.includes(kind));
}
