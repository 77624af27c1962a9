import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import { periodOf } from '../periods.js';
import { madeUnder, totalReoG } from '../readings/production.js';
import { isQuotaOut, quotaG, type QuotaKind } from '../readings/quota.js';
import { defineRule } from '../rule.js';

/** Quota of the next year not cut by the excess (次年指标未按超采超产核减). */
export default defineRule({
  code: 'GOV-06',
  kind: 'D',
  title: { zh: '次年指标未按超采超产核减', en: 'Quota of the next year not cut by the excess' },
  reading: {
    zh: '超指标生产(SEP-02、MIN-03)经确认后,次年同类指标高于本年指标减去超出量的,对持有者立一条。',
    en: "After a finding of SEP-02 or MIN-03 of a year was confirmed, the quota of the next year and kind is above that of the year less its excess.",
  },
  severity: 'S1',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.quotaDraft,
      clause: '16',
      quotation: { zh: '核减下一年度稀土指标', en: 'Cut of the quota of the next year' },
    },
  ],
  parameters: {
  },
  *onYear(uscc, year, facts) {
    for (const { rule, kinds } of EXCESSES) {
      const before = String(year.year - 1);
      const confirmed = facts.findings(rule, uscc).filter(({ state, period }) => state === 'confirmed' && period === before);
      for (const kind of confirmed.length > 0 ? kinds : []) {
        const { now, allowed, cut } = quotaAfterCut(uscc, year.year, kind, facts);
        if (cut <= 0 || !isQuotaOut(facts.registry, year.year, kind) || now <= allowed) continue;
        yield {
          enterprise: uscc,
          subject: kind,
          period: year.label,
          at: year.from,
          amount: { value: (now - allowed) / 1e6, unit: 't REO' },
          evidence: {
            documents: confirmed.map(({ id }) => `findings/${id}`),
            figures: [
              { name: { zh: '本年指标', en: 'Quota of this year' }, value: now / 1e6, unit: 't REO' },
              { name: { zh: '上年超出量', en: 'Excess of the year before' }, value: cut / 1e6, unit: 't REO' },
            ],
          },
        };
      }
    }
  },
  isRunningTotal: true,
}); // prettier-ignore

const EXCESSES: readonly { readonly rule: string; readonly kinds: readonly QuotaKind[] }[] = [
  { rule: 'SEP-02', kinds: ['separation'] },
  { rule: 'MIN-03', kinds: ['mining-rock', 'mining-ion'] },
];

/** Grams of REO: the quota of a year, what the excess of the year before leaves of that year's quota, and the excess. */
function quotaAfterCut(
  uscc: string,
  year: number,
  kind: QuotaKind,
  facts: ChainFacts,
): { now: number; allowed: number; cut: number } {
  const before = quotaG(facts.registry, uscc, year - 1, kind);
  const made = totalReoG(madeUnder(kind, uscc, facts, periodOf('year', year - 1, 1)));
  const cut = Math.max(0, made - before);
  return { now: quotaG(facts.registry, uscc, year, kind), allowed: before - cut, cut };
}
