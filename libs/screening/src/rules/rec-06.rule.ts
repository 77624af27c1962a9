import { dayOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { PermitItem } from '../facts/registry-items.js';
import { DAY_MS } from '../periods.js';
import { knownApprovals } from '../readings/approvals.js';
import { instantOf } from '../readings/days.js';
import { isOfKind } from '../readings/parties.js';
import { permitKey } from '../readings/permits.js';
import { defineRule } from '../rule.js';

/** A notice of each new recycler, or new project of one. */
export default defineRule({
  code: 'REC-06',
  kind: 'C',
  title: { zh: '新增资源综合利用项目', en: 'New recycling project' },
  reading: {
    zh: '综合利用企业每取得一项项目核准，在其生效年度提示一次；持有人此前另一项核准在生效前 31 日内到期、或到期日在生效之后（续期），或新核准注明替代该核准的，不提示。',
    en: 'Each project approval of a recycler is noted once, in the year it begins; not where the holder had another one that ended no more than 31 days before or ends later (a renewal), or that the new one replaces.',
  },
  severity: 'S1',
  authorities: ['industry', 'reform'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(三)',
      quotation: {
        zh: '严控新增稀土资源综合利用（含独居石处理）企业数量和规模',
        en: 'The number and size of new recyclers (processors of monazite with them) are strictly limited',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(二)',
      quotation: {
        zh: '严控新增稀土资源综合利用（含独居石处理）企业数量和规模',
        en: 'The number and size of new recyclers (processors of monazite with them) are strictly limited',
      },
    },
  ],
  parameters: {
    renewalGapDays: {
      value: 31, min: 0, max: 3650, unit: 'd',
      meaning: { zh: '视为续期的最长间隔', en: 'Longest gap that still is a renewal' },
    },
  },
  *onEnterprise(uscc, facts, { renewalGapDays }) {
    const approvals = knownApprovals(uscc, facts);
    const today = dayOf(new Date(facts.clock));
    for (const approval of approvals.filter(({ from }) => from <= today)) {
      const at = instantOf(approval.from);
      if (!isOfKind(uscc, at, ['recycler'], facts)) continue;
      if (approvals.some(other => isRenewed(other, approval, renewalGapDays))) continue;
      yield {
        enterprise: uscc,
        subject: permitKey(approval),
        period: approval.from.slice(0, 4),
        at,
        ...(approval.capacityTpy === undefined ? {} : { amount: { value: approval.capacityTpy, unit: 't REO/a' } }),
        evidence: {
          documents: [permitKey(approval)],
          enterprises: [uscc],
          note: { zh: `核准机关：${approval.issuer}`, en: `Issued by: ${approval.issuer}` },
        },
      };
    }
  },
}); // prettier-ignore

/** Does an approval take the place of an older one? One without an end goes on beside it. */
function isRenewed(older: PermitItem, newer: PermitItem, gapDays: number): boolean {
  if (older.number === newer.number || older.from >= newer.from) return false;
  if (newer.replaces?.includes(older.number)) return true;
  return older.to !== undefined && instantOf(newer.from) - instantOf(older.to) <= gapDays * DAY_MS;
}
