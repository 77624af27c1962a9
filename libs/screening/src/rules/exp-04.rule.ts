import { DOCUMENTS } from '../documents.js';
import { dayOf, kgToGrams } from '#kernel';
import type { ChainFacts, DrawFact, EventFact } from '../facts/facts.js';
import { DAY_MS } from '../periods.js';
import { codesOf, isInspected, areCertificatesFed } from '../readings/customs.js';
import { defineRule } from '../rule.js';

/** Export without statutory inspection of every batch (出口未经法定检验). */
export default defineRule({
  code: 'EXP-04',
  kind: 'V',
  title: { zh: '出口未经法定检验', en: 'Export without statutory inspection' },
  reading: {
    zh: '出口 3 日后:属检验税目的出口,每一批次须有合格、日期不晚于出口日、载明该批次的检验证书;引用同一证书的出口重量合计不得超过其数量的 1.005 倍。多证一行、一证多行均可。',
    en: 'Three days after the export: every lot of goods under the headings of inspection is named in a certificate that was passed and is not later than the export; what leaves on a certificate is not more than 1.005 times its mass. Several certificates for a line, and several lines on a certificate, are fine.',
  },
  severity: 'S3',
  authorities: ['customs'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(四)', quotation: { zh: '严格落实稀土出口法定检验程序,做到批批必检', en: 'Statutory inspection of rare-earth exports is carried out strictly, every batch' } },
  ],
  parameters: {
    feedGraceDays: { value: 3, min: 0, max: 365, unit: 'd', meaning: { zh: '数据到达宽限天数', en: 'Days a certificate may come late' } },
    massTolerance: { value: 0.5, min: 0, max: 100, unit: '%', meaning: { zh: '重量容差', en: 'Tolerance of masses' } },
  },
  *onEnterprise(uscc, facts, { feedGraceDays, massTolerance }) {
    const exports = facts.eventsOf(uscc).filter(event => event.content.type === 'export' && facts.clock >= event.at + feedGraceDays * DAY_MS);
    for (const event of exports) {
      if (!codesOf(event, facts.registry).some(isInspected) || !areCertificatesFed(event.at, facts.registry)) continue;
      const bare = event.draws.filter(draw => !isCovered(draw, event, exports, facts, massTolerance));
      if (bare.length === 0) continue;
      yield {
        enterprise: uscc,
        subject: event.id,
        event: event.id,
        at: event.at,
        amount: { value: bare.reduce((sum, { massG }) => sum + massG, 0) / 1000, unit: 'kg' },
        evidence: { events: [event.id], lots: bare.map(({ lot }) => lot.key) },
      };
    }
  },
}); // prettier-ignore

/** Certificates that name a lot, were passed, and are not later than the day. */
const certificatesFor = ({ lot }: DrawFact, day: string, { registry }: ChainFacts) =>
  [...registry.where('inspection-certificates', 'lots', lot.code), ...registry.where('inspection-certificates', 'lots', lot.key)].filter(
    ({ result, date }) => result === 'pass' && date <= day,
  ); // prettier-ignore

/** Is there room for the draw on its certificates, behind what left on them before? */
function isCovered(draw: DrawFact, event: EventFact, exports: readonly EventFact[], facts: ChainFacts, tolerance: number): boolean {
  const certificates = certificatesFor(draw, dayOf(new Date(event.at)), facts);
  if (certificates.length === 0) return false;
  const numbers = new Set(certificates.map(({ number }) => number));
  const shares = (each: DrawFact, at: number): boolean => certificatesFor(each, dayOf(new Date(at)), facts).some(({ number }) => numbers.has(number));
  const upTo = exports.slice(0, exports.indexOf(event) + 1);
  const usedG = upTo.flatMap(({ draws, at }) => draws.filter(each => shares(each, at))).reduce((sum, { massG }) => sum + massG, 0);
  const certifiedG = certificates.reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
  return usedG * 100 <= certifiedG * (100 + tolerance);
} // prettier-ignore
