import { DOCUMENTS } from '../documents.js';
import type { EventFact, EventFacts, LotFact } from '../facts/facts.js';
import { amountOfReo, reoFigure } from '../readings/figures.js';
import { isOfKind } from '../readings/parties.js';
import { isRunOf, sumReo } from '../readings/production.js';
import { type Bilingual, defineRule } from '../rule.js';

const RECYCLING = ['RECYCLING'];

/** A recycler feeds or acquires ore, enrichment or compounds. */
export default defineRule({
  code: 'REC-01',
  kind: 'V',
  title: { zh: '综合利用企业以矿产品或化合物为原料', en: 'Recycler uses ore or compounds as feed' },
  reading: {
    zh: '废料回收投入了既非废料、也非钕铁硼磁体的批次（任何企业）；或没有冶炼、金属、贸易、磁材资格的综合利用企业进口或签收（含无人发货的）这样的批次。本企业原先产出的产品退回、本企业废料回收的在制品不计。',
    en: 'A recycling run of anybody draws a lot that is neither scrap nor NdFeB magnets; or a recycler that is no smelter, metal plant, trader or magnet maker besides imports or accepts (also undispatched) such a lot. Its own former output that comes back, and work in progress of its own recycling, are no case.',
  },
  severity: 'S4',
  authorities: ['industry', 'reform'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(三)',
      quotation: {
        zh: '限定资源综合利用企业只能以稀土功能材料及器件废料等二次资源为原料，禁止以稀土矿（包括进口稀土矿）、富集物及稀土化合物等为原料',
        en: 'Recyclers may only use secondary resources, such as scrap of functional materials and devices; ore (imported ore with it), enrichments and compounds are forbidden as feed',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(二)',
      quotation: {
        zh: '限定资源综合利用企业只能以稀土功能材料及器件废料等二次资源为原料，禁止以稀土矿（包括进口稀土矿）、富集物及稀土化合物等为原料',
        en: 'Recyclers may only use secondary resources; ore, enrichments and compounds are forbidden as feed',
      },
    },
  ],
  consequence: {
    zh: '责令停止，没收产品、违法所得和生产工具，并处罚款；情节严重的吊销营业执照',
    en: 'Ordered to stop; products, gains and tools are confiscated and a fine imposed; in serious cases the business licence is revoked',
  },
  fine: { minCny: 2_000_000, maxCny: 5_000_000, law: '《稀土管理条例》第二十二条' },
  parameters: {},
  *onEvent(event, facts) {
    const { what, parts } = forbidden(event, facts);
    if (parts.length === 0) return;
    const reoG = sumReo(parts);
    yield {
      enterprise: event.enterprise,
      subject: event.id,
      event: event.id,
      at: event.at,
      amount: amountOfReo(reoG),
      evidence: {
        events: [event.id],
        lots: [...new Set(parts.map(({ lot }) => lot.key))],
        enterprises: [event.enterprise],
        figures: [reoFigure('非废料原料', 'Feed that is no scrap', reoG)],
        note: noteOf(what, parts),
      },
    };
  },
});

type Parts = readonly { readonly lot: LotFact; readonly reoG: number }[];

function forbidden(event: EventFact, facts: EventFacts): { readonly what: Bilingual; readonly parts: Parts } {
  const isForbidden = ({ lot }: Parts[number]): boolean => lot.product.stage !== 'SCRAP' && lot.product.code !== 'MAG-NdFeB';
  if (isRunOf(event, RECYCLING)) {
    const parts = event.draws.filter(part => isForbidden(part) && !isOwnRecycling(part.lot, event.enterprise, facts));
    return { what: { zh: '投入', en: 'Fed' }, parts };
  }
  const parts = isRecyclerOnly(event, facts) ? acquired(event) : [];
  return { what: { zh: '购入', en: 'Acquired' }, parts: parts.filter(isForbidden) };
} // prettier-ignore

/** Its own output; of which process is told where the run is loaded, and believed where not. */
function isOwnRecycling({ declaredBy, event, eventType }: LotFact, uscc: string, facts: EventFacts): boolean {
  if (declaredBy !== uscc || eventType !== 'processing') return false;
  const run = facts.event(event);
  return run === undefined || isRunOf(run, RECYCLING);
}

const isRecyclerOnly = ({ enterprise, at }: EventFact, facts: EventFacts): boolean =>
  isOfKind(enterprise, at, ['recycler'], facts) &&
  !isOfKind(enterprise, at, ['smelter', 'metal', 'trader', 'magnet'], facts);
// prettier-ignore

/** Imported, received without a dispatch, or accepted, its own lots that come back left out. */
function acquired({ content, enterprise, yields }: EventFact): Parts {
  if (content.type === 'import') return yields;
  if (content.type !== 'receipt') return [];
  if (!('dispatch' in content)) return yields;
  return content.outcome === 'accepted' ? yields.filter(({ lot }) => lot.declaredBy !== enterprise) : [];
}

function noteOf({ zh, en }: Bilingual, parts: Parts): Bilingual {
  const products = [...new Set(parts.map(({ lot }) => lot.product.code))].join(', ');
  return { zh: `${zh}：${products}`, en: `${en}: ${products}` };
}
