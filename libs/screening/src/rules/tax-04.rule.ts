import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import { DAY_MS, isWithin, parsePeriod, type Period } from '../periods.js';
import { papersBegin } from '../readings/papers-begin.js';
import { provinceOfEnterprise } from '../readings/provinces.js';
import { defineRule } from '../rule.js';

type Reading = RegistryItems['monitoring'];

/** Days behind the quarter by which the return must be there. */
const GRACE_DAYS = 15;

/** Environmental protection tax unpaid though limits were exceeded (未缴纳排污费、环境保护税). */
export default defineRule({
  code: 'TAX-04',
  kind: 'V',
  title: { zh: '超标排放未缴环境保护税', en: 'Environmental tax unpaid' },
  reading: {
    zh: '季度内有监测超标,而季度结束 15 日后没有环境保护税申报,或已缴低于应缴的,立一条。',
    en: 'In a quarter a reading exceeded its limit, and 15 days after it there is no return of environmental tax, or less was paid than due.',
  },
  severity: 'S2',
  authorities: ['tax', 'environment'],
  basis: [
    { document: DOCUMENTS.miit2014, clause: '一(二)', quotation: { zh: '依法追缴排污费', en: 'Pollutant discharge fees are recovered by law' } },
  ],
  parameters: {},
  *onQuarter(uscc, quarter, facts) {
    if (facts.clock < quarter.until + GRACE_DAYS * DAY_MS) return;
    const exceeded = facts.registry.where('monitoring', 'enterprise', uscc).filter(each => isWithin(quarter, Date.parse(each.from)) && isExceeded(each));
    if (exceeded.length === 0) return;
    const returns = returnsOf(uscc, quarter, facts);
    const shortCny = returns.reduce((sum, { due, paid }) => sum + due - paid, 0);
    const isPaid = returns.length > 0 ? shortCny <= 0 : papersBegin('tax-returns', provinceOfEnterprise(facts.registry, uscc, quarter.from), facts.registry) > quarter.until;
    if (isPaid) return;
    yield {
      enterprise: uscc,
      period: quarter.label,
      at: quarter.until - 1,
      ...(returns.length > 0 ? { amount: { value: shortCny, unit: 'CNY' } } : {}),
      evidence: { documents: [...exceeded.map(({ number }) => `monitoring/${number}`), ...returns.map(each => `tax-returns/${uscc}:environment:${each.period}`)] },
    };
  },
}); // prettier-ignore

const isExceeded = ({ value, limit }: Reading): boolean => value !== undefined && limit !== undefined && value > limit;

/** Returns of the quarter, or of months in it. */
const returnsOf = (uscc: string, quarter: Period, { registry }: ChainFacts): RegistryItems['tax-returns'][] =>
  registry.where('tax-returns', 'taxpayer', uscc).filter(({ tax, period }) => {
    const span = parsePeriod(period);
    return tax === 'environment' && span !== undefined && quarter.from <= span.from && span.until <= quarter.until;
  }); // prettier-ignore
