import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact } from '../facts/facts.js';
import type { PermitItem, RegistryItems } from '../facts/registry-items.js';
import { firstAsked } from '../readings/asked.js';
import { instantOf } from '../readings/days.js';
import { permitKey } from '../readings/permits.js';
import { actsAt } from '../readings/sanctions.js';
import { defineRule } from '../rule.js';

type Sanction = RegistryItems['sanctions'];

/** Production, sale or licence of an enterprise under a sanction (暂停期间继续生产、销售、领证): one finding a sanction. */
export default defineRule({
  code: 'EXP-06',
  kind: 'V',
  title: { zh: '处罚期间继续生产、销售或领取许可证', en: 'Production, sale or licence while under a sanction' },
  reading: {
    zh: '货源非法或停产处罚期间采矿、加工;货源非法或停售处罚期间发货、出口;货源非法或停止发证处罚之后取得出口许可证。处罚自其起始日的次日起算。收货、盘点不计。每项处罚一条。',
    en: 'While a sanction for an illegal source or a stop of production acts: mining or processing; for an illegal source or a stop of sales: dispatch or export; for an illegal source or a stop of licences: an export licence that begins after it. A sanction acts from the day after its first. Receipts and counts are no case. One finding a sanction.',
  },
  severity: 'S4',
  authorities: ['commerce', 'industry', 'market'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(四)', quotation: { zh: '对经有关部门认定货源非法的出口企业,依法暂停其国内生产、销售,并停止核发企业出口许可证', en: 'Exporters found to have an illegal source have their production and sales suspended by law and receive no export licences' } },
  ],
  consequence: { zh: '依法暂停其国内生产、销售,停止核发出口许可证', en: 'Production and sales are suspended, no export licences are issued' },
  parameters: {},
  *onEnterprise(uscc, facts) {
    for (const sanction of facts.registry.where('sanctions', 'enterprise', uscc)) {
      const events = facts.eventsOf(uscc).filter(event => forbiddenBy(event).includes(sanction.kind) && actsAt(sanction, event.at));
      const licences = stopsLicences(sanction) ? licencesAfter(uscc, sanction, facts) : [];
      const first = firstAsked([...events, ...licences.map(({ from }) => ({ at: instantOf(from) }))], facts);
      if (!first) continue;
      yield {
        enterprise: uscc,
        subject: sanction.number,
        at: first.at,
        evidence: {
          events: events.map(({ id }) => id),
          documents: [`sanctions/${sanction.number}`, ...licences.map(permitKey)],
        },
      };
    }
  },
}); // prettier-ignore

const stopsLicences = ({ kind }: Sanction): boolean => kind === 'illegal-source' || kind === 'licence-stopped';

const licencesAfter = (uscc: string, sanction: Sanction, { registry }: ChainFacts): PermitItem[] =>
  registry
    .where('permits', 'holder', uscc)
    .filter(({ kind, from }) => kind === 'export-licence' && actsAt(sanction, instantOf(from)));
// prettier-ignore

function forbiddenBy({ content }: EventFact): Sanction['kind'][] {
  if (content.type === 'mining' || content.type === 'processing') return ['illegal-source', 'production-suspended'];
  return content.type === 'dispatch' || content.type === 'export' ? ['illegal-source', 'sales-suspended'] : [];
}
