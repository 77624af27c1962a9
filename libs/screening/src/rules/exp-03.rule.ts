import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFacts } from '../facts/facts.js';
import type { Period } from '../periods.js';
import { type Cause, defineRule, type Values } from '../rule.js';

const PARAMETERS = {
  ratio: {
    value: 0.7,
    min: 0,
    max: 1,
    unit: '×',
    meaning: { zh: '相对他企中位数的下限', en: 'Least part of the median of the others' },
  },
  z: { value: -3, min: -100, max: 0, unit: '', meaning: { zh: '稳健 z 值下限', en: 'Least robust z' } },
  ratioZ: {
    value: 0.85,
    min: 0,
    max: 1,
    unit: '×',
    meaning: { zh: 'z 值检验时的中位数占比上限', en: 'Part of the median that z speaks below' },
  },
  minLines: {
    value: 5,
    min: 1,
    max: 1000,
    unit: 'lines',
    meaning: { zh: '他企报关行数下限', en: 'Lines of others that must be known' },
  },
  minOthers: {
    value: 3,
    min: 1,
    max: 1000,
    unit: 'exporters',
    meaning: { zh: '他企数下限', en: 'Other exporters that must be known' },
  },
  minKg: {
    value: 10,
    min: 0,
    max: 1000000.0,
    unit: 'kg',
    meaning: { zh: '计入的重量下限', en: 'Least mass of a line that counts' },
  },
  fxCnyPerUsd: { value: 7.1, min: 0.01, max: 1000, unit: 'CNY/USD', meaning: { zh: '汇率', en: 'Rate of exchange' } },
  landed: {
    value: 0.9,
    min: 0,
    max: 10,
    unit: '×',
    meaning: { zh: '相对进货价的下限', en: 'Least part of the purchase price' },
  },
} as const;

type Limits = Values<typeof PARAMETERS>;

/** Abnormally low export price (出口价格异常偏低), by exporter and ten-digit code. */
export default defineRule({
  code: 'EXP-03',
  kind: 'V',
  title: { zh: '出口价格异常偏低', en: 'Abnormally low export price' },
  reading: {
    zh: '按报关行的税号和月份比较单价(低于 10 千克的行不计,他企至少 3 家共 5 行):低于他企中位数的 70%;或稳健 z 值低于 -3 且低于中位数的 85%。未经加工直接出口的货物,出口单价折人民币低于进货单价(不含税)90% 的,同样成立。',
    en: 'Unit prices of declaration lines are compared by code and month (lines under 10 kg left out; at least five lines of three others): less than 70 % of the median of the others; or a robust z below -3 and less than 85 % of the median. Goods exported as they were bought for less than 90 % of their purchase price without VAT as well.',
  },
  severity: 'S2',
  authorities: ['commerce', 'customs'],
  basis: [
    { document: DOCUMENTS.weihai2020, clause: '一(四)', quotation: { zh: '低价出口稀土产品', en: 'Rare earths exported at low prices' } },
  ],
  consequence: { zh: '核查产品来源,直至矿产品源头', en: 'The source of the goods is traced back to the ore' },
  parameters: PARAMETERS,
  *onMarketMonth(month, facts, limits) {
    if (facts.clock < month.until) return;
    for (const [code, lines] of groupBy(linesOf(month, facts, limits), line => line.code)) {
      for (const [party, own] of groupBy(lines, line => line.party)) {
        const others = lines.filter(line => line.party !== party);
        const low = isComparable(others, limits) ? own.filter(line => isLow(line.price, others, limits)) : [];
        if (low.length > 0) yield causeOf(party, code, month, low, median(others.map(({ price }) => price)));
      }
    }
  },
  *onMonth(uscc, month, facts, limits) {
    for (const event of facts.eventsOf(uscc)) {
      if (event.content.type !== 'export' || event.at < month.from || event.at >= month.until) continue;
      const { declaration, items } = event.content;
      for (const draw of event.draws) {
        const usd = items.find(({ lot }) => lot === draw.lot.code || lot === draw.lot.key)?.unitPriceUsd ?? declaredPrice(declaration, facts);
        const paid = draw.fromType === 'receipt' ? pricePaid(draw.from, draw.lot.key, facts) : undefined;
        if (usd === undefined || paid === undefined || usd * limits.fxCnyPerUsd >= limits.landed * paid) continue;
        yield {
          enterprise: uscc,
          subject: `${declaration} ${draw.lot.key}`,
          period: month.label,
          event: event.id,
          at: event.at,
          evidence: {
            events: [event.id, draw.from],
            lots: [draw.lot.key],
            figures: [
              { name: { zh: '出口单价', en: 'Export price' }, value: usd, unit: 'USD/t' },
              { name: { zh: '进货单价', en: 'Purchase price' }, value: paid, unit: 'CNY/t' },
            ],
          },
        };
      }
    }
  },
}); // prettier-ignore

interface Line {
  readonly declaration: string;
  readonly party: string;
  readonly code: string;
  /** USD a tonne. */
  readonly price: number;
}

const linesOf = ({ label }: Period, { registry }: EventFacts, { minKg }: Limits): Line[] =>
  registry
    .where('customs-declarations', 'direction', 'export')
    .filter(({ date }) => date.startsWith(label))
    .flatMap(({ number, party, lines }) =>
      lines
        .filter(({ massKg }) => massKg >= minKg)
        .map(({ hsCode, massKg, valueUsd }) => ({
          declaration: number,
          party,
          code: hsCode,
          price: (valueUsd / massKg) * 1000,
        })),
    );
// prettier-ignore

const isComparable = (others: readonly Line[], { minLines, minOthers }: Limits): boolean =>
  others.length >= minLines && new Set(others.map(({ party }) => party)).size >= minOthers;

function isLow(price: number, others: readonly Line[], { ratio, z, ratioZ }: Limits): boolean {
  const prices = others.map(each => each.price);
  const middle = median(prices);
  if (price < ratio * middle) return true;
  const spread = 1.4826 * median(prices.map(each => Math.abs(each - middle)));
  return spread > 0 && (price - middle) / spread < z && price < ratioZ * middle;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const causeOf = (party: string, code: string, month: Period, low: readonly Line[], middle: number): Cause => ({
  enterprise: party,
  subject: code,
  period: month.label,
  at: month.until - 1,
  evidence: {
    documents: low.map(({ declaration }) => `customs-declarations/${declaration}`),
    figures: [
      { name: { zh: '最低单价', en: 'Lowest price' }, value: Math.min(...low.map(({ price }) => price)), unit: 'USD/t' },
      { name: { zh: '他企中位数', en: 'Median of the others' }, value: middle, unit: 'USD/t' },
    ],
  },
}); // prettier-ignore

/** CNY a tonne that was paid for a lot by the transfer a receipt answers. */
const pricePaid = (receipt: string, lotKey: string, facts: ChainFacts): number | undefined =>
  facts.transfer(receipt)?.parts.find(({ lot }) => lot.key === lotKey)?.unitPrice;

/** USD a tonne by customs, where the declaration has one line only. */
function declaredPrice(declaration: string, { registry }: ChainFacts): number | undefined {
  const [line, ...more] = registry.latest('customs-declarations', declaration)?.lines ?? [];
  return line && more.length === 0 ? (line.valueUsd / line.massKg) * 1000 : undefined;
}
