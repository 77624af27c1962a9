import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import type { PermitItem } from '../facts/registry-items.js';
import { reoFigure } from '../readings/figures.js';
import { isMining, miningCause, type MiningFact, miningRight, placeOf, wonUpTo } from '../readings/mining-rights.js';
import { validPermitsFor } from '../readings/permits.js';
import { type Cause, defineRule } from '../rule.js';

/** Prospecting used as mining (以采代探). The sample limit is the only thing that keeps exploration from being mining. */
export default defineRule({
  code: 'MIN-04',
  kind: 'V',
  title: { zh: '以采代探', en: 'Prospecting used as mining' },
  reading: {
    zh: '开采事件所引为持证人有效的勘查许可证，该场所没有采矿许可证，且其批次被发出或出口，或该许可证名下累计产出超过取样限量。取样限量之内且未外销的不判断。',
    en: 'Mining cites its holder’s valid right to explore, no mining licence is held at that site, and a lot of it was dispatched or exported, or what was won under the right exceeds the sample limit. Samples within the limit that stay where they are are left alone.',
  },
  severity: 'S4',
  authorities: ['resources'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(一)',
      quotation: {
        zh: '坚决依法取缔关闭以采代探……等违法违规开采稀土矿点',
        en: 'Places that mine under cover of prospecting are resolutely banned and closed',
      },
    },
  ],
  consequence: {
    zh: '取缔关闭，没收违法所得，彻底清理地面设施',
    en: 'The place is closed, gains are confiscated, surface facilities removed',
  },
  fine: { minCny: 100_000, maxCny: 1_000_000, law: '《矿产资源法》(2024年)第六十四条' },
  parameters: {
    sampleLimitKg: {
      value: 1000,
      min: 0,
      max: 1e6,
      unit: 'kg REO',
      meaning: { zh: '每一勘查许可证的取样限量', en: 'What may be won under one right to explore as samples' },
    },
  },
  *onEnterprise(uscc, facts, { sampleLimitKg }) {
    for (const event of facts.eventsOf(uscc).filter(isMining)) {
      const licence = licenceOf(event, facts);
      if (!licence) continue;
      const [wonG, limitG] = [wonUpTo(event, facts), sampleLimitKg * 1000];
      const leaving = leavesWith(event, facts);
      if (leaving.length > 0 || wonG > limitG) yield causeOf(event, licence, { wonG, limitG, leaving });
    }
  },
});

/** The right to explore that an event mines on alone: no mining licence of its holder holds at the site. */
function licenceOf(event: MiningFact, { registry }: ChainFacts): PermitItem | undefined {
  const { case: on, permits } = miningRight(event, registry);
  return on === 'prospecting' ? permits.find(licence => !mayMine(licence, event, registry)) : undefined;
}

const mayMine = ({ holder }: PermitItem, event: MiningFact, registry: RegistryFacts): boolean =>
  validPermitsFor(registry, 'mining-licence', { ...placeOf(event), enterprise: holder }, event.at).length > 0;

/** Dispatches and exports of lots of a mining event, by who mined. */
function leavesWith({ id, enterprise }: MiningFact, facts: ChainFacts): EventFact[] {
  const leaving = facts
    .eventsOf(enterprise)
    .filter(({ content: { type } }) => type === 'dispatch' || type === 'export');
  return leaving.filter(({ draws }) => draws.some(({ lot }) => lot.event === id));
}

interface Found {
  readonly wonG: number;
  readonly limitG: number;
  readonly leaving: readonly EventFact[];
}

const causeOf = (event: MiningFact, licence: PermitItem, { wonG, limitG, leaving }: Found): Cause => ({
  ...miningCause(event, [licence], {
    events: [event.id, ...leaving.map(({ id }) => id)],
    enterprises: [...new Set([licence.holder, event.enterprise])],
    figures: [
      reoFigure('该许可证累计产出', 'Won under the right so far', wonG),
      reoFigure('取样限量', 'Sample limit', limitG),
    ],
  }),
  enterprise: licence.holder,
});
