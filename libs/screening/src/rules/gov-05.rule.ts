import { DOCUMENTS } from '../documents.js';
import type { EventFacts } from '../facts/facts.js';
import { instantOf } from '../readings/days.js';
import { blacklisting } from '../readings/sanctions.js';
import { defineRule } from '../rule.js';

/** Dealing with, or issuing to, a blacklisted enterprise (与黑名单企业交易、向黑名单企业发放指标或许可). */
export default defineRule({
  code: 'GOV-05',
  kind: 'V',
  title: { zh: '与黑名单企业交易、向黑名单企业发放指标或许可', en: 'Dealing with, or issuing to, a blacklisted enterprise' },
  reading: {
    zh: '与发货时已列入黑名单的企业发生交易的,对另一方立 S2;黑名单期间取得指标或出口许可证的,对持有者立 S3。',
    en: "A dispatch to or from an enterprise blacklisted at the time: S2 for the other party. A quota or export licence issued to an enterprise while it is blacklisted: S3 for the holder.",
  },
  severity: 'S3',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '五(十二)',
      quotation: { zh: '健全企业"黑名单"制度', en: 'A system of blacklists of enterprises' },
    },
  ],
  parameters: {
  },
  *onEvent(event, facts) {
    const { content } = event;
    if (content.type !== 'dispatch') return;
    for (const [listed, other] of [[content.to, event.enterprise], [event.enterprise, content.to]] as const) {
      const sanction = blacklisting(listed, event.at, facts);
      if (!sanction) continue;
      yield {
        enterprise: other,
        subject: event.id,
        event: event.id,
        at: event.at,
        severity: 'S2',
        evidence: { events: [event.id], enterprises: [listed], documents: [`sanctions/${sanction.number}`] },
      };
    }
  },
  *onEnterprise(uscc, facts) {
    for (const { document, at } of issuedTo(uscc, facts)) {
      const sanction = Number.isFinite(at) ? blacklisting(uscc, at, facts) : undefined;
      if (sanction) yield { enterprise: uscc, subject: document, at, evidence: { documents: [document, `sanctions/${sanction.number}`] } };
    }
  },
}); // prettier-ignore

/** Quotas and export licences of an enterprise, and when they were issued: where nothing says so, when they were stated. */
function issuedTo(uscc: string, { registry }: EventFacts): { document: string; at: number }[] {
  const quotas = registry.where('quotas', 'holder', uscc).map(({ year, batch, kind, issuedAt }) => {
    const key = `${year}:${batch}:${kind}:${uscc}`;
    const at = issuedAt === undefined ? registry.latestSince('quotas', key) : Date.parse(issuedAt);
    return { document: `quotas/${key}`, at: at ?? -Infinity };
  });
  const licences = registry.where('permits', 'holder', uscc).filter(({ kind }) => kind === 'export-licence');
  return [
    ...quotas,
    ...licences.map(({ number, from }) => ({ document: `permits/export-licence:${number}`, at: instantOf(from) })),
  ];
}
