import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import { DAY_MS, isWithin, type Period, periodAt, previousPeriod, type Span } from '../periods.js';
import { massFigure, percentFigure } from '../readings/figures.js';
import { type InvoicedPart, invoicedSales } from '../readings/invoiced-sales.js';
import { isOfKind } from '../readings/parties.js';
import { type Movement, type MovementKind, movementsOf } from '../readings/stock.js';
import { type Cause, defineRule, type Figure, type Values } from '../rule.js';

const PARAMETERS = {
  floorT: {
    value: 1, min: 0, max: 1e6, unit: 't',
    meaning: { zh: '允许差额下限', en: 'Least difference that counts' },
  },
  share: {
    value: 3, min: 0, max: 100, unit: '%',
    meaning: { zh: '允许差额占累计产量的比例', en: 'Difference that is let pass, of the production so far' },
  },
} as const; // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

/** Months wait so long for the invoices of their dispatches. */
const GRACE_MS = 30 * DAY_MS;

/** Production, stock and invoiced sales of a product disagree. */
export default defineRule({
  code: 'SEP-08',
  kind: 'V',
  title: { zh: '生产量与销售量不一致', en: 'Production and sales disagree' },
  reading: {
    zh: '冶炼企业每种产品（废物除外）自一月起累计：产量＋购进－自用－出口－正常发票的销量－库存变化（实物量；该月发货的发票计至月末后 30 日）。退货、寄存、集团内调拨和盘点差异另计。差额绝对值超过 1 吨与累计产量 3% 中较大者的首个月份成立，应由企业书面说明原因。',
    en: 'Per product of a smelter, waste left out, from January on: made and bought, less used, exported, sold with NORMAL invoices and gone into stock (physical mass; invoices for a month’s dispatches count until 30 days after it). Returns, storage, moves within the group and differences of counts are taken apart. The first month in which the difference, either way, is beyond a tonne and 3 % of the production so far is a case: the enterprise has to explain in writing.',
  },
  severity: 'S2',
  authorities: ['industry'],
  basis: [
    {
      document: DOCUMENTS.weihai2020,
      clause: '一(一)',
      quotation: {
        zh: '参照年度生产计划和增值税发票销售票据，核实矿产品来源、实际生产量和销售量，生产量与销售量不一致的，应由企业书面说明原因',
        en: 'Against the year’s plan and the VAT invoices of sales, the source of ore, actual production and sales are verified; where production and sales disagree, the enterprise has to explain in writing',
      },
    },
  ],
  consequence: { zh: '企业书面说明原因', en: 'The enterprise explains in writing' },
  parameters: PARAMETERS,
  *onMonth(uscc, month, facts, limits) {
    if (facts.clock < month.until + GRACE_MS || !isOfKind(uscc, month.until - 1, ['smelter'], facts)) return;
    const before = month.month === 1 ? new Map<string, ProductBalance>() : balancesTo(uscc, previousPeriod(month), facts);
    for (const [product, balance] of balancesTo(uscc, month, facts)) {
      if (!isBroken(balance, limits)) continue;
      const earlier = before.get(product);
      if (!earlier || !isBroken(earlier, limits)) yield causeOf(uscc, month, balance, limits);
    }
  },
}); // prettier-ignore

/** From the beginning of the year to the end of a month, physical grams. */
interface ProductBalance {
  readonly product: string;
  readonly made: number;
  readonly bought: number;
  readonly used: number;
  readonly exported: number;
  readonly invoiced: number;
  /** Transfers that are no sales, counts, what is in transit. */
  readonly otherwise: number;
  readonly stockChange: number;
  readonly sales: readonly InvoicedPart[];
}

const MADE: readonly MovementKind[] = ['mined', 'made'];
const BOUGHT: readonly MovementKind[] = ['purchased', 'imported', 'collected', 'opened', 'undispatched'];
const OTHERWISE: readonly MovementKind[] = ['moved', 'counted'];

function balancesTo(uscc: string, month: Period, facts: ChainFacts): Map<string, ProductBalance> {
  const span: Span = { from: periodAt('year', month.from).from, until: month.until };
  const moved = movementsOf(uscc, facts).filter(({ at, lot }) => isWithin(span, at) && lot.product.stage !== 'WASTE');
  const sales = groupBy(invoicedSales(uscc, facts, span, month.until + GRACE_MS), ({ part }) => part.lot.product.code);
  const byProduct = groupBy(moved, ({ lot }) => lot.product.code);
  return new Map([...byProduct].map(([code, own]) => [code, balanceOf(code, own, sales.get(code) ?? [])]));
} // prettier-ignore

function balanceOf(product: string, movements: readonly Movement[], sales: readonly InvoicedPart[]): ProductBalance {
  const of = (...kinds: readonly MovementKind[]): number =>
    movements.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { massG }) => sum + massG, 0);
  return {
    product,
    made: of(...MADE),
    bought: of(...BOUGHT),
    used: -of('used'),
    exported: -of('exported'),
    invoiced: sales.reduce((sum, { invoicedG }) => sum + invoicedG, 0),
    otherwise: of(...OTHERWISE),
    stockChange: movements.reduce((sum, { massG }) => sum + massG, 0),
    sales,
  };
}

/** Mass that left without an invoice; below 0 where more was invoiced than left. */
const missingG = ({ made, bought, used, exported, invoiced, otherwise, stockChange }: ProductBalance): number =>
  made + bought + otherwise - used - exported - invoiced - stockChange;

const isBroken = (balance: ProductBalance, { floorT, share }: Limits): boolean =>
  Math.abs(missingG(balance)) > Math.max(floorT * 1e6, (balance.made * share) / 100);

function causeOf(uscc: string, month: Period, balance: ProductBalance, limits: Limits): Cause {
  const uncovered = balance.sales.filter(({ soldG, invoicedG }) => Math.round(soldG - invoicedG) !== 0);
  return {
    enterprise: uscc,
    subject: balance.product,
    period: month.label,
    at: month.until - 1,
    amount: { value: Math.round(Math.abs(missingG(balance))) / 1000, unit: 'kg' },
    evidence: {
      events: [...new Set(uncovered.map(({ transfer }) => transfer.dispatch.id))],
      lots: [...new Set(uncovered.map(({ part }) => part.lot.key))],
      enterprises: [uscc, ...new Set(uncovered.map(({ transfer }) => transfer.to))],
      figures: figuresOf(balance, limits),
      note: { zh: `产品 ${balance.product}，自一月起累计`, en: `Product ${balance.product}, from January on` },
    },
  };
}

const figuresOf = (balance: ProductBalance, { floorT, share }: Limits): Figure[] => [
  massFigure('产量', 'Made', balance.made),
  massFigure('购进', 'Bought and brought in', balance.bought),
  massFigure('自用', 'Used', balance.used),
  massFigure('出口', 'Exported', balance.exported),
  massFigure('正常发票的销量', 'Sold with NORMAL invoices', Math.round(balance.invoiced)),
  massFigure('退货、寄存、调拨、盘点和在途', 'Returns, storage, moves, counts and transit', balance.otherwise),
  massFigure('库存变化', 'Change of stock', balance.stockChange),
  massFigure('差额', 'Difference', Math.round(missingG(balance))),
  massFigure('允许差额下限', 'Least difference that counts', floorT * 1e6),
  percentFigure('允许差额占累计产量', 'Difference let pass, of the production so far', share),
];
