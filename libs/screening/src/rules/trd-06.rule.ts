import { findProcess } from '#catalogue';
import { DOCUMENTS } from '../documents.js';
import type { EventFact } from '../facts/facts.js';
import { kindsOf } from '../readings/parties.js';
import { isRun } from '../readings/production.js';
import { defineRule } from '../rule.js';

const TRADE_KINDS: readonly string[] = ['trader', 'importer', 'exporter', 'group'];

/** A trader transforms products (贸易企业加工转换产品). */
export default defineRule({
  code: 'TRD-06',
  kind: 'V',
  title: { zh: '贸易企业擅自加工转换产品', en: 'A trader transforms products' },
  reading: {
    zh: '只有贸易、进口、出口、集团类型的企业进行混合、分装、拆分、合并以外的加工,或其产出的产品并非投入的产品的,立一条。',
    en: 'An enterprise that is trader, importer, exporter or group only runs a process other than blending, repacking, splitting and merging, or yields a product that it did not draw.',
  },
  severity: 'S3',
  authorities: ['industry', 'market'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(四)',
      quotation: {
        zh: '不定期检查稀土贸易企业，核实交易产品来源、数量',
        en: 'Rare-earth traders are inspected without notice, and sources and quantities of what they trade verified',
      },
    },
  ],
  parameters: {},
  *onEvent(event, facts) {
    const kinds = kindsOf(event.enterprise, event.at, facts);
    if (!isRun(event) || kinds.length === 0 || !kinds.every(kind => TRADE_KINDS.includes(kind))) return;
    const made = transformed(event);
    if (made.length === 0 && isPacking(event)) return;
    yield {
      enterprise: event.enterprise,
      subject: event.id,
      event: event.id,
      at: event.at,
      evidence: {
        events: [event.id],
        lots: (made.length > 0 ? made : event.yields).map(({ lot }) => lot.key),
        enterprises: [event.enterprise],
        note: { zh: `工序 ${event.content.process}`, en: `Process ${event.content.process}` },
      },
    };
  },
}); // prettier-ignore

/** Blending, repacking, splitting or merging. */
const isPacking = (event: EventFact): boolean =>
  isRun(event) && findProcess(event.content.process)?.sameProduct === true;

/** Yields of a product that was not drawn. */
function transformed({ draws, yields }: EventFact): EventFact['yields'] {
  const drawn = new Set(draws.map(({ lot }) => lot.product.code));
  return yields.filter(({ lot }) => !drawn.has(lot.product.code));
}
