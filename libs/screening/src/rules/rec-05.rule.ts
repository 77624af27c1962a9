import { DOCUMENTS } from '../documents.js';
import type { PermitItem } from '../facts/registry-items.js';
import { knownApprovals } from '../readings/approvals.js';
import { instantOf } from '../readings/days.js';
import { isOfKind } from '../readings/parties.js';
import { isValidAt, permitKey } from '../readings/permits.js';
import { type Bilingual, defineRule } from '../rule.js';

const SMELTING: readonly string[] = ['SMELT_DECOMP', 'SEPARATION', 'BENEFICIATION', 'ION_LEACH'];

/** A recycler holds an approval that is one of smelting in disguise, or of an authority below the province. */
export default defineRule({
  code: 'REC-05',
  kind: 'V',
  title: { zh: '以综合利用为名变相核准冶炼分离', en: 'Smelting approved in the disguise of recycling' },
  reading: {
    zh: '没有冶炼资格的综合利用企业持有的有效项目核准，列有选矿、浸取、精矿分解或萃取分离工序的，或由省级以下机关核准的。对持有人成立，核准机关列入证据；机关一方由检查人员处理。',
    en: 'A recycler that is no smelter holds a valid project approval that names beneficiation, leaching, decomposition or separation, or that an authority below the province issued. The finding is on the holder, the issuer is evidence; the officials’ side is for an inspector.',
  },
  severity: 'S3',
  authorities: ['reform', 'industry', 'discipline'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(三)',
      quotation: {
        zh: '严禁以综合利用为名变相核准冶炼分离企业',
        en: 'Approving smelters in disguise, under the name of recycling, is strictly forbidden',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(二)',
      quotation: {
        zh: '严禁以综合利用为名变相核准稀土冶炼分离项目',
        en: 'Approving smelting projects in disguise, under the name of recycling, is strictly forbidden',
      },
    },
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(六)',
      quotation: {
        zh: '对存在违规备案稀土资源综合利用企业……等行为的地方，追究相关责任人责任',
        en: 'Where recyclers were registered against the rules, those responsible are held to account',
      },
    },
  ],
  consequence: { zh: '撤销违规核准，追究相关责任人责任', en: 'The approval is revoked, those responsible are held to account' },
  parameters: {},
  *onEnterprise(uscc, facts) {
    for (const approval of knownApprovals(uscc, facts).filter(each => isValidAt(each, facts.clock))) {
      const at = instantOf(approval.from);
      const isRecycler = isOfKind(uscc, at, ['recycler'], facts) && !isOfKind(uscc, at, ['smelter'], facts);
      const faults = isRecycler ? faultsOf(approval) : [];
      if (faults.length === 0) continue;
      yield {
        enterprise: uscc,
        subject: permitKey(approval),
        at,
        evidence: {
          documents: [permitKey(approval)],
          enterprises: [uscc],
          regions: approval.issuerRegion ? [approval.issuerRegion] : [],
          note: {
            zh: `${faults.map(({ zh }) => zh).join('；')}；核准机关：${approval.issuer}`,
            en: `${faults.map(({ en }) => en).join('; ')}; issued by: ${approval.issuer}`,
          },
        },
      };
    }
  },
}); // prettier-ignore

function faultsOf({ processes = [], issuerRegion }: PermitItem): Bilingual[] {
  const smelting = processes.filter(process => SMELTING.includes(process)).join(', ');
  const isLocal = issuerRegion !== undefined && !issuerRegion.endsWith('0000');
  return [
    ...(smelting ? [{ zh: `核准的工序：${smelting}`, en: `Processes approved: ${smelting}` }] : []),
    ...(isLocal ? [{ zh: '由省级以下机关核准', en: 'Issued below the province' }] : []),
  ];
}
