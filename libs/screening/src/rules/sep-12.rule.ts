import { dayOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import type { PermitItem } from '../facts/registry-items.js';
import type { Period } from '../periods.js';
import { knownApprovals } from '../readings/approvals.js';
import { instantOf } from '../readings/days.js';
import { amountOfReo, percentFigure, reoFigure } from '../readings/figures.js';
import { overPlan } from '../readings/over-plan.js';
import { permitKey } from '../readings/permits.js';
import { madeUnder, SEPARATION_PROCESSES, totalReoG } from '../readings/production.js';
import { type Cause, defineRule } from '../rule.js';

/** Day of the notice that allows new capacity only where old one goes. */
const IN_FORCE = '2018-12-10';

/** Smelting capacity added without replacing any, or used beyond what was approved. */
export default defineRule({
  code: 'SEP-12',
  kind: 'V',
  title: { zh: '新增冶炼分离产能未等量或减量置换', en: 'Smelting capacity added without equal or reduced replacement' },
  reading: {
    zh: '2018 年 12 月 10 日以后的冶炼分离项目核准，其能力大于所替代核准（replaces）的能力之和，或没有替代任何核准的；或全年冶炼分离产量超过核准能力之和 5% 以上的。登记的企业产能是陈述，不是核准；不知核准能力的不判断。',
    en: 'A project approval for smelting or separation from 10 December 2018 on allows more than the approvals it replaces did together, or replaces none; or the year’s production exceeds the approved capacity by more than 5 %. Capacities that enterprises state are no approvals; where no approved capacity is known, production is not judged.',
  },
  severity: 'S3',
  authorities: ['industry', 'reform'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '三(五)',
      quotation: {
        zh: '严控新增冶炼分离产能，异地搬迁改造须坚持产能等量或减量置换',
        en: 'New smelting and separation capacity is strictly limited; relocation must replace capacity by no more than it was',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '三(四)',
      quotation: {
        zh: '制订冶炼分离产能整合方案，减少冶炼分离企业数量，提高冶炼分离产能利用率',
        en: 'Smelting and separation capacity is to be merged, the number of enterprises reduced, their capacity better used',
      },
    },
  ],
  consequence: { zh: '责令停止建设或生产，压减产能', en: 'Construction or production is stopped, capacity reduced' },
  parameters: {
    capacityTolerance: {
      value: 5, min: 0, max: 100, unit: '%',
      meaning: { zh: '年产量超过核准能力的允许比例', en: 'How far the year’s production may exceed the approved capacity' },
    },
  },
  *onEnterprise(uscc, facts) {
    const today = dayOf(new Date(facts.clock));
    for (const approval of approvalsOf(uscc, facts)) {
      const { from, status } = approval;
      if (status === 'revoked' || from < IN_FORCE || from > today) continue;
      const replaced = replacedBy(approval, facts);
      if (capacityG(approval) > sumCapacityG(replaced)) yield addedCause(uscc, approval, replaced);
    }
  },
  *onYear(uscc, year, facts, { capacityTolerance }) {
    const approvals = approvalsOf(uscc, facts).filter(permit => isOfYear(permit, year));
    if (approvals.length === 0 || facts.clock < year.until) return;
    const made = madeUnder('separation', uscc, facts, year);
    const [madeG, approvedG] = [totalReoG(made), sumCapacityG(approvals)];
    if (madeG * 100 <= approvedG * (100 + capacityTolerance)) return;
    const beyond = overPlan(made, approvedG);
    yield {
      enterprise: uscc,
      period: year.label,
      at: year.until - 1,
      title: { zh: '产量超过核准能力', en: 'Production beyond the approved capacity' },
      amount: amountOfReo(madeG - approvedG),
      evidence: {
        ...beyond?.evidence,
        documents: approvals.map(permitKey),
        enterprises: [uscc],
        figures: [
          reoFigure('年产量', 'Production of the year', madeG),
          reoFigure('核准能力', 'Approved capacity', approvedG),
          percentFigure('允许超出', 'Excess let pass', capacityTolerance),
        ],
      },
    };
  },
}); // prettier-ignore

/** Approvals of smelting or separation whose capacity is known. */
const approvalsOf = (uscc: string, facts: ChainFacts): PermitItem[] =>
  knownApprovals(uscc, facts).filter(({ processes = [], capacityTpy }) => {
    const isSmelting = processes.some(process => SEPARATION_PROCESSES.includes(process));
    return isSmelting && capacityTpy !== undefined;
  });

const replacedBy = ({ number, replaces = [] }: PermitItem, { registry }: ChainFacts): PermitItem[] =>
  [...new Set(replaces)]
    .filter(each => each !== number)
    .flatMap(each => registry.where('permits', 'number', each))
    .filter(({ kind }) => kind === 'project-approval');

const isOfYear = ({ from, to, status }: PermitItem, { year }: Period): boolean =>
  status === 'valid' && from <= `${year}-12-31` && (to === undefined || to >= `${year}-01-01`);

const capacityG = ({ capacityTpy = 0 }: PermitItem): number => Math.round(capacityTpy * 1e6);
const sumCapacityG = (permits: readonly PermitItem[]): number =>
  permits.reduce((sum, permit) => sum + capacityG(permit), 0);

const addedCause = (uscc: string, approval: PermitItem, replaced: readonly PermitItem[]): Cause => ({
  enterprise: uscc,
  subject: permitKey(approval),
  at: instantOf(approval.from),
  amount: { value: (capacityG(approval) - sumCapacityG(replaced)) / 1e6, unit: 't REO/a' },
  evidence: {
    documents: [approval, ...replaced].map(permitKey),
    enterprises: [...new Set([uscc, ...replaced.map(({ holder }) => holder)])],
    figures: [
      { name: { zh: '新核准能力', en: 'Capacity approved' }, value: capacityG(approval) / 1e6, unit: 't REO/a' },
      { name: { zh: '被替代的能力', en: 'Capacity replaced' }, value: sumCapacityG(replaced) / 1e6, unit: 't REO/a' },
    ],
    note: { zh: `核准机关：${approval.issuer}`, en: `Approved by: ${approval.issuer}` },
  },
});
