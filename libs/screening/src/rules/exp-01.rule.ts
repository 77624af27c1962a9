import { groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { EventFact, EventFacts, OriginFact } from '../facts/facts.js';
import { type Cause, defineRule } from '../rule.js';
import { TAINT_PARAMETERS, type TaintLimits, taintOf } from '../readings/taint.js';

/** Export goods traced back to illegal ore (出口产品源头追溯): every hand the illegal mass went through has a finding. */
export default defineRule({
  code: 'EXP-01',
  kind: 'V',
  title: { zh: '出口产品源头为非法稀土矿产品', en: 'Export goods traced to illegal ore' },
  reading: {
    zh: '按生产链追溯出口产品至矿产品源头。非法来源占比达到下限的,出口企业及经手该部分货物的各环节企业各立一条;来源可证明的占比 κ 低于 98% 的,对出口企业立一条。已申报原产地的期初库存和在途货物计入 κ。',
    en: 'The goods are traced along their chain back to the ore. Where mass of illegal sources reaches the limit, the exporter and every enterprise it went through have one finding each; else where less than 98 % (κ) of the REO has a source shown to be legal, the exporter has one. Declared opening stock and goods on their way count as shown.',
  },
  severity: 'S4',
  authorities: ['industry', 'customs', 'tax'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(四)',
      quotation: {
        zh: '按照产品生产链,核查稀土出口企业产品来源,直至矿产品源头。若源头为非法稀土矿产品,依法没收出口产品及所涉各环节违法所得',
        en: 'Along the chain of production, the source of exported goods is verified back to the ore. Where it is illegal ore, the goods and the illegal gains of every link concerned are confiscated by law',
      },
    },
  ],
  consequence: {
    zh: '没收出口产品及各环节违法所得',
    en: 'Confiscation of the goods and of the illegal gains of every link',
  },
  parameters: {
    kappa: {
      value: 98, min: 0, max: 100, unit: '%',
      meaning: { zh: '来源完整度 κ 下限', en: 'Least part κ whose source is shown' },
    },
    ...TAINT_PARAMETERS,
  },
  *onEvent(event, facts, { kappa, ...limits }) {
    if (event.content.type !== 'export') return;
    const { declaration } = event.content;
    const exports = facts.exportsOn(declaration);
    const draws = exports.flatMap(each => each.draws);
    if (taintOf(draws, limits, facts).isTainted) yield* taintedHands(declaration, exports, facts, limits);
    else if (draws.length > 0) yield* incomplete(declaration, event, exports, kappa);
  },
}); // prettier-ignore

/** One cause for each enterprise that the illegal mass went through. */
function* taintedHands(declaration: string, exports: readonly EventFact[], facts: EventFacts, limits: TaintLimits): Iterable<Cause> {
  const taint = taintOf(exports.flatMap(({ draws }) => draws), limits, facts);
  const upstream = new Map(exports.flatMap(({ id }) => facts.upstreamOf(id)).map(event => [event.id, event]));
  const known = [...upstream.values()].filter(event => carries(event, new Set(taint.sources)));
  const carriers = known.length > 0 ? known : exports; // made without a plan: no source to follow
  const hands = groupBy(carriers, ({ enterprise }) => enterprise);
  const { at } = exports.at(-1)!;
  for (const [enterprise, events] of hands) {
    const own = events.find(({ content }) => content.type === 'export');
    yield {
      enterprise,
      subject: declaration,
      ...(own ? { event: own.id } : {}),
      at,
      amount: { value: taint.reoG / 1000, unit: 'kg REO' },
      evidence: {
        events: events.map(({ id }) => id).slice(0, EVIDENCE_MAX),
        documents: [`customs-declarations/${declaration}`],
        sources: taint.sources,
        enterprises: [...hands.keys()],
        figures: [
          { name: { zh: '非法来源稀土量', en: 'REO of illegal sources' }, value: taint.reoG / 1000, unit: 'kg REO' },
          { name: { zh: '非法来源占比', en: 'Share of illegal sources' }, value: taint.share * 100, unit: '%' },
        ],
      },
    };
  }
} // prettier-ignore

/** Most events that a finding names. */
const EVIDENCE_MAX = 200;

/** Did it draw or yield mass of one of the sources? */
const carries = ({ draws, yields }: EventFact, sources: ReadonlySet<string>): boolean =>
  [...draws, ...yields].some(({ origins }) => origins.some(({ source, reoG }) => sources.has(source.id) && source.status === 'illegal' && reoG > 0)); // prettier-ignore

function* incomplete(declaration: string, event: EventFact, exports: readonly EventFact[], least: number): Iterable<Cause> {
  const draws = exports.flatMap(each => each.draws);
  const total = draws.reduce((sum, { reoG }) => sum + reoG, 0);
  const origins = draws.flatMap(draw => draw.origins);
  const shown = origins.filter(isShown).reduce((sum, { reoG }) => sum + reoG, 0);
  if (total === 0 || (shown / total) * 100 >= least - ROUNDING) return;
  yield {
    enterprise: event.enterprise,
    subject: declaration,
    event: event.id,
    at: event.at,
    severity: 'S3',
    title: { zh: '出口产品来源不完整', en: 'The source of export goods is not shown completely' },
    amount: { value: (total - shown) / 1000, unit: 'kg REO' },
    evidence: {
      events: exports.map(({ id }) => id),
      documents: [`customs-declarations/${declaration}`],
      sources: [...new Set(origins.filter(origin => !isShown(origin)).map(({ source }) => source.id))].slice(0, EVIDENCE_MAX),
      figures: [{ name: { zh: '来源完整度 κ', en: 'κ: part whose source is shown' }, value: (shown / total) * 100, unit: '%' }],
    },
  };
} // prettier-ignore

/** Shares are estimates in parts per billion. */
const ROUNDING = 1e-6;

/** Legal, or an opening stock whose origin was stated. */
const isShown = ({ source }: OriginFact): boolean =>
  source.status === 'legal' || (source.kind === 'opening-stock' && source.isDeclared === true);
