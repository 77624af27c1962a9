import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFact, EventFacts, TransferFact } from '../facts/facts.js';
import { massFigure } from '../readings/figures.js';
import { isOfKind } from '../readings/parties.js';
import { type Cause, defineRule } from '../rule.js';

/** Books and goods of trade that do not agree (账实不符): a trader's count, or a weight that differs on arrival. */
export default defineRule({
  code: 'TRD-05',
  kind: 'V',
  title: { zh: '交易账实不符', en: 'Books and goods of trade differ' },
  reading: {
    zh: '(一)贸易企业盘点,某批次或全部与账面相差超过 0.5% 与 50 千克的较大者;(二)被接收货物某批次或全车的过磅重量与发货重量相差超过 0.5% 且超过 50 千克的,对发货方立一条。',
    en: 'A count of a trader, or of a lot in it, differs from the books by more than the larger of 0.5 % and 50 kg; or an accepted receipt, or a lot of it, weighs by more than 0.5 % and 50 kg otherwise than what was dispatched: the finding is on the dispatcher, whatever its kind.',
  },
  severity: 'S2',
  authorities: ['market', 'industry'],
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
  parameters: {
    share: { value: 0.5, min: 0, max: 100, unit: '%', meaning: { zh: '允许差占比', en: 'Share that may differ' } },
    floorKg: { value: 50, min: 0, max: 1000000000.0, unit: 'kg', meaning: { zh: '允许差下限', en: 'Kilograms that may differ in any case' } },
  },
  *onEvent(event, facts, { share, floorKg }) {
    const { content } = event;
    if (content.type === 'stocktake' && isTrader(event, facts)) {
      const counts = countsOf(event);
      const differs = ({ bookG, foundG }: Weighing): boolean => Math.abs(foundG - bookG) > Math.max((bookG * share) / 100, floorKg * 1000);
      const lots = counts.filter(differs);
      for (const { lot, bookG, foundG } of lots) yield causeOf(event, event.enterprise, [lot], bookG, foundG);
      const whole = together(counts);
      if (lots.length === 0 && differs(whole)) yield causeOf(event, event.enterprise, counts.map(({ lot }) => lot), whole.bookG, whole.foundG);
    }
    const transfer = content.type === 'receipt' ? facts.transfer(event.id) : undefined;
    if (transfer?.state !== 'accepted') return;
    const differs = ({ bookG, foundG }: Weighing): boolean => Math.abs(foundG - bookG) * 100 > bookG * share && Math.abs(foundG - bookG) > floorKg * 1000;
    const weighings = weighingsOf(transfer);
    const lots = weighings.filter(differs);
    for (const { lot, bookG, foundG } of lots) yield causeOf(event, transfer.from, [lot], bookG, foundG);
    const whole = together(weighings);
    if (lots.length === 0 && differs(whole)) yield causeOf(event, transfer.from, weighings.map(({ lot }) => lot), whole.bookG, whole.foundG);
  },
}); // prettier-ignore

/** Recyclers' counts are REC-07's. */
const isTrader = ({ enterprise, at }: EventFact, facts: EventFacts): boolean =>
  isOfKind(enterprise, at, ['trader'], facts) && !isOfKind(enterprise, at, ['recycler'], facts);

type Weighing = Pick<Difference, 'bookG' | 'foundG'>;

/** Small differences of many lots add up. */
const together = (weighings: readonly Weighing[]): Weighing => ({
  bookG: sum(weighings.map(({ bookG }) => bookG)),
  foundG: sum(weighings.map(({ foundG }) => foundG)),
});

interface Difference {
  readonly lot: string;
  readonly bookG: number;
  readonly foundG: number;
}

const sum = (masses: readonly number[]): number => masses.reduce((total, mass) => total + mass, 0);

const countsOf = ({ draws, yields }: EventFact): Difference[] =>
  [...groupBy([...draws, ...yields], ({ lot }) => lot.key).keys()].map(lot => ({
    lot,
    bookG: sum(draws.filter(each => each.lot.key === lot).map(({ massG }) => massG)),
    foundG: sum(yields.filter(each => each.lot.key === lot).map(({ massG }) => massG)),
  }));

const weighingsOf = ({ parts }: TransferFact): Difference[] =>
  [...groupBy(parts, ({ lot }) => lot.key)].map(([lot, own]) => ({
    lot,
    bookG: sum(own.map(({ massG }) => massG)),
    foundG: sum(own.map(({ receivedG = 0 }) => receivedG)),
  }));

const causeOf = (event: EventFact, enterprise: string, lots: readonly string[], bookG: number, foundG: number): Cause => ({
  enterprise,
  subject: lots.length === 1 ? `${event.id} ${lots[0]}` : event.id,
  event: event.id,
  at: event.at,
  amount: { value: (foundG - bookG) / 1000, unit: 'kg' },
  evidence: {
    events: [event.id],
    lots: [...new Set(lots)],
    enterprises: [...new Set([enterprise, event.enterprise])],
    figures: [massFigure('账面或发货量', 'By the books or as dispatched', bookG), massFigure('盘点或过磅量', 'Counted or weighed', foundG)],
  },
}); // prettier-ignore
