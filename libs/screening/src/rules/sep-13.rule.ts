import { findProcess } from '#catalogue';
import { groupBy, kgToGrams } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact, TransferFact } from '../facts/facts.js';
import { DAY_MS, isWithin, parsePeriod, type Period } from '../periods.js';
import { massFigure, percentFigure, reoFigure } from '../readings/figures.js';
import { invoicedSales } from '../readings/invoiced-sales.js';
import { papersBegin } from '../readings/papers-begin.js';
import { isOfKind } from '../readings/parties.js';
import { isRun, madeUnder, sumReo, totalReoG } from '../readings/production.js';
import { provinceOfEnterprise } from '../readings/provinces.js';
import { quotaG } from '../readings/quota.js';
import { isSale } from '../readings/sales.js';
import { type Bilingual, defineRule, type Figure, type Values } from '../rule.js';

const PARAMETERS = {
  difference: {
    value: 3, min: 0, max: 100, unit: '%',
    meaning: { zh: '两项数据之差的允许比例', en: 'Difference between two sets of data that is let pass' },
  },
  floorT: {
    value: 1, min: 0, max: 1e6, unit: 't',
    meaning: { zh: '差额下限', en: 'Least difference that counts' },
  },
} as const; // prettier-ignore

type Limits = Values<typeof PARAMETERS>;

const GRACE_MS = 30 * DAY_MS;

/** Plan, traceability, invoices and resource tax do not agree over a quarter. */
export default defineRule({
  code: 'SEP-13',
  kind: 'C',
  title: { zh: '计划、追溯、发票和资源税数据不一致', en: 'Plan, traceability, invoices and resource tax do not agree' },
  reading: {
    zh: '矿山和冶炼企业每季度结束 30 日后比对三组数据：追溯产量与月报产量；追溯销量与正常发票、出口（均折 REO）；购进国产精矿的实物量与其发货所引资源税完税证明的数量。任一组相差超过 3% 且不少于 1 吨的，列为核查线索。产量介于扣除与不扣除在制品、混批之间的视为一致；没有月报的月份不比。指标数量作为参考列出。',
    en: 'Thirty days after each quarter three pairs are compared for mines and smelters: production by the ledger and by monthly reports; sales by the ledger and by NORMAL invoices and exports (in REO); domestic concentrate bought and the mass on the resource-tax certificates that its dispatches cite. Any pair apart by more than 3 % and a tonne is to be checked. A report that lies between production with and without work in progress and blending agrees; months without any report are left out. The quota is shown beside.',
  },
  severity: 'S2',
  authorities: ['industry', 'tax'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: {
        zh: '结合年度稀土开采和冶炼分离总量控制计划、稀土产品追溯系统、稀土增值税专用发票开具量、资源税完税证明等数据，定期核查计划执行情况',
        en: 'From the yearly plans, the traceability system, the quantities on special VAT invoices and the resource-tax certificates, the execution of plans is checked regularly',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(一)',
      quotation: {
        zh: '结合年度稀土冶炼分离总量控制计划、稀土产品追溯系统、稀土增值税专用发票开具量、资源税完税证明等数据，定期核查计划执行情况',
        en: 'From the yearly separation plan, the traceability system, the quantities on special VAT invoices and the resource-tax certificates, the execution of plans is checked regularly',
      },
    },
  ],
  consequence: { zh: '核查计划执行情况，责令说明或改正', en: 'The execution of the plan is checked; to be explained or put right' },
  parameters: PARAMETERS,
  *onQuarter(uscc, quarter, facts, limits) {
    const isJudged = facts.clock >= quarter.until + GRACE_MS && isOfKind(uscc, quarter.until - 1, ['mine', 'smelter'], facts);
    if (!isJudged) return;
    const apart = [production(uscc, quarter, facts), sales(uscc, quarter, facts), taxedOre(uscc, quarter, facts)].filter(pair => isApart(pair, limits));
    if (apart.length === 0) return;
    yield {
      enterprise: uscc,
      period: quarter.label,
      at: quarter.until - 1,
      amount: { value: Math.max(...apart.map(({ differenceG }) => Math.round(differenceG))) / 1000, unit: apart.every(({ unit }) => unit === 'kg') ? 'kg' : 'kg REO' },
      evidence: {
        events: [...new Set(apart.flatMap(({ events }) => events))],
        documents: [...new Set(apart.flatMap(({ documents }) => documents))],
        enterprises: [uscc],
        figures: [...apart.flatMap(({ figures }) => figures), percentFigure('允许相差', 'Difference let pass', limits.difference), ...quotaFigures(uscc, quarter, facts)],
        note: { zh: apart.map(({ name }) => name.zh).join('；'), en: apart.map(({ name }) => name.en).join('; ') },
      },
    };
  },
}); // prettier-ignore

interface Pair {
  readonly name: Bilingual;
  readonly unit: 'kg' | 'kg REO';
  /** What the ledger says. */
  readonly tracedG: number;
  readonly differenceG: number;
  readonly events: readonly string[];
  readonly documents: readonly string[];
  readonly figures: readonly Figure[];
}

const isApart = ({ tracedG, differenceG }: Pair, { difference, floorT }: Limits): boolean =>
  differenceG >= floorT * 1e6 && differenceG * 100 > tracedG * difference;

/** Reports of the quarter's months, and what was made in the months that have one. */
function production(uscc: string, quarter: Period, facts: ChainFacts): Pair {
  const inQuarter = (month: string): boolean => isWithin(quarter, parsePeriod(month)?.from ?? -Infinity);
  const reports = facts.registry.where('monthly-reports', 'enterprise', uscc).filter(({ month }) => inQuarter(month));
  const months = [...new Set(reports.map(({ month }) => month))].map(month => parsePeriod(month)!);
  const reportedG = reports.reduce((sum, { producedReoT }) => sum + Math.round(producedReoT * 1e6), 0);
  const made = facts.eventsOf(uscc).filter(({ at }) => months.some(month => isWithin(month, at)));
  const [grossG, netG] = [sumReo(made.flatMap(grossYields)), sumReo(made.map(netYield))];
  const tracedG = Math.min(Math.max(reportedG, netG), grossG);
  return {
    name: { zh: '追溯产量与月报产量不一致', en: 'Production by the ledger and by reports' },
    unit: 'kg REO',
    tracedG,
    differenceG: Math.abs(reportedG - tracedG),
    events: [],
    documents: reports.map(({ month, product }) => `monthly-reports/${uscc}:${month}:${product}`),
    figures: [
      reoFigure('追溯产量', 'Production by the ledger', grossG),
      reoFigure('追溯产量(扣除在制品、原矿和混批)', 'The same without work in progress, ore and blending', netG),
      reoFigure('月报产量', 'Production by monthly reports', reportedG),
    ],
  };
}

type Yields = readonly {
  readonly reoG: number;
  readonly lot: { readonly product: { readonly stage: string; readonly code: string } };
}[];

/** Everything mined or yielded. */
function grossYields(event: EventFact): Yields {
  const isMaking = event.content.type === 'mining' || isRun(event);
  return isMaking ? event.yields.filter(({ lot }) => lot.product.stage !== 'WASTE') : [];
}

/** What is new: no ore, which is made into concentrate, and of a product that was drawn only what is more of it. */
function netYield(event: EventFact): { readonly reoG: number } {
  if (isRun(event) && findProcess(event.content.process)?.sameProduct) return { reoG: 0 };
  const yielded = groupBy(grossYields(event).filter(({ lot }) => lot.product.stage !== 'ORE'), ({ lot }) => lot.product.code);
  const drawnOf = (code: string): number => sumReo(event.draws.filter(({ lot }) => lot.product.code === code));
  return { reoG: [...yielded].reduce((sum, [code, own]) => sum + Math.max(0, sumReo(own) - drawnOf(code)), 0) };
} // prettier-ignore

/** Exports stand on both sides. */
function sales(uscc: string, quarter: Period, facts: ChainFacts): Pair {
  const parts = invoicedSales(uscc, facts, quarter, quarter.until + GRACE_MS);
  const exports = facts.eventsOf(uscc).filter(({ content, at }) => content.type === 'export' && isWithin(quarter, at));
  const exportedG = sumReo(exports.flatMap(({ draws }) => draws));
  const soldG = sumReo(parts.map(({ soldReoG }) => ({ reoG: soldReoG })));
  const invoicedG = Math.round(sumReo(parts.map(({ invoicedReoG }) => ({ reoG: invoicedReoG }))));
  const open = parts.filter(({ soldReoG, invoicedReoG }) => Math.round(soldReoG - invoicedReoG) !== 0);
  return {
    name: { zh: '追溯销量与发票、出口不一致', en: 'Sales by the ledger and by invoices and exports' },
    unit: 'kg REO',
    tracedG: soldG + exportedG,
    differenceG: Math.abs(soldG - invoicedG),
    events: [...new Set(open.map(({ transfer }) => transfer.dispatch.id))],
    documents: [],
    figures: [
      reoFigure('追溯内销', 'Sold in the country by the ledger', soldG),
      reoFigure('出口', 'Exported', exportedG),
      reoFigure('正常发票', 'NORMAL invoices', invoicedG),
    ],
  };
}

/** Domestic concentrate bought, of provinces whose certificates are supplied, and the certificates its dispatches cite. */
function taxedOre(uscc: string, quarter: Period, facts: ChainFacts): Pair {
  const bought = facts.sentTo(uscc).filter(({ at }) => isWithin(quarter, at)).filter(each => isSale(each, facts) && isTaxKnown(each, facts));
  const boughtG = bought.reduce((sum, transfer) => sum + domesticG(transfer), 0);
  const cited = bought.flatMap(({ dispatch }) => dispatch.content.documents ?? []).filter(({ kind }) => kind === 'resource-tax-certificate');
  const certificates = [...new Set(cited.map(({ number }) => number))].flatMap(number => facts.registry.latest('resource-tax-certificates', number) ?? []);
  const taxedG = certificates.reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
  return {
    name: { zh: '购进国产精矿与资源税完税证明不一致', en: 'Domestic concentrate bought and resource-tax certificates' },
    unit: 'kg',
    tracedG: boughtG,
    differenceG: Math.max(0, boughtG - taxedG),
    events: bought.filter(transfer => domesticG(transfer) > 0).map(({ dispatch }) => dispatch.id),
    documents: certificates.map(({ number }) => `resource-tax-certificates/${number}`),
    figures: [
      massFigure('购进国产精矿', 'Domestic concentrate bought', Math.round(boughtG)),
      massFigure('所引完税证明的数量', 'Mass on the certificates cited', taxedG),
    ],
  };
} // prettier-ignore

/** Physical mass of concentrate, as weighed, that is not from imports. */
const domesticG = ({ parts }: TransferFact): number =>
  parts
    .filter(({ lot }) => lot.product.stage === 'CONC')
    .reduce((sum, { receivedG = 0, reoG, origins }) => {
      const mined = sumReo(origins.filter(({ source }) => source.kind === 'mine'));
      return sum + (reoG > 0 ? (receivedG * mined) / reoG : 0);
    }, 0);

const isTaxKnown = ({ from, at }: TransferFact, { registry }: ChainFacts): boolean =>
  papersBegin('resource-tax-certificates', provinceOfEnterprise(registry, from, at), registry) <= at;

/** For information: nothing is compared with it. */
const quotaFigures = (uscc: string, { year, until }: Period, facts: ChainFacts): Figure[] =>
  (['mining-rock', 'mining-ion', 'separation'] as const).flatMap(kind => {
    const quota = quotaG(facts.registry, uscc, year, kind);
    const span = { from: parsePeriod(`${year}`)!.from, until };
    return quota > 0
      ? [
          reoFigure(`年度指标 ${kind}`, `Quota of the year, ${kind}`, quota),
          reoFigure(`自一月起产量 ${kind}`, `Made since January under it, ${kind}`, totalReoG(madeUnder(kind, uscc, facts, span))),
        ]
      : [];
  }); // prettier-ignore
