import { dayOf } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact, Instant } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';
import { isWithin, type Span } from '../periods.js';
import { firstAsked } from '../readings/asked.js';
import { amountOfReo, reoFigure } from '../readings/figures.js';
import { isMining, isRecoveryPlace, miningRight, placeOf } from '../readings/mining-rights.js';
import {
  isRunOf,
  type Made,
  madeUnder,
  scrapShare,
  SEPARATION_PROCESSES,
  sumReo,
  totalReoG,
} from '../readings/production.js';
import { hasQuota, type QuotaKind } from '../readings/quota.js';
import { isCompound } from '../readings/stages.js';
import { defineRule } from '../rule.js';

/** Shares are rounded to a part per billion, so that scrap alone may fall short of the whole. */
const ALL_SCRAP = 1 - 1e-6;

/** Production by who has no quota (无指标生产). Quotas given to others than the designated groups are GOV-19's. */
export default defineRule({
  code: 'MIN-13',
  kind: 'V',
  title: { zh: '无指标开采、冶炼分离', en: 'Mining or separation without quota' },
  reading: {
    zh: '当年产出矿产品而没有该类（岩矿型、离子型）开采指标，无论是否在公布名单内；或当年进行分解、分离而既无冶炼分离指标也不在名单内（与 SEP-01 并列）。某年某类指标尚未下达给任何企业时以上年为准。回收项目按其批复数量由 MIN-09 判断；原料全部为废料的不计。',
    en: 'Minerals were made in the year without a mining quota of their kind (rock or ion), listed or not; or concentrate was decomposed or separated by one that has neither a separation quota nor a place on the published list (beside SEP-01). While nobody has a quota of a year and kind, the year before stands in. Recovery keeps to the quantity of its approval, which MIN-09 judges; runs fed with scrap alone do not count.',
  },
  severity: 'S4',
  authorities: ['industry', 'resources'],
  basis: [
    {
      document: DOCUMENTS.quotaDraft,
      clause: '4',
      quotation: {
        zh: '未获得稀土指标的组织和个人不得开展稀土开采和冶炼分离生产活动',
        en: 'Whoever has obtained no rare-earth quota may not mine, smelt or separate',
      },
    },
  ],
  consequence: {
    zh: '情节严重的，责令停产停业；涉嫌犯罪的，移送公安机关',
    en: 'In serious cases production is stopped; suspected crimes go to the police',
  },
  fine: { minCny: 1_000_000, maxCny: 5_000_000, law: '《稀土管理条例》第二十一条、第二十二条' },
  absenceOf: ['quotas'],
  parameters: {},
  isRunningTotal: true,
  *onYear(uscc, year, facts) {
    const span = { from: year.from, until: Math.min(year.until, facts.clock) };
    const kinds = (['mining-rock', 'mining-ion', 'separation'] as const).map(kind => ({
      kind,
      made: unpermitted(kind, uscc, span, facts),
    }));
    const made = kinds.flatMap(each => each.made).sort((a, b) => a.at - b.at);
    if (made.length === 0) return;
    const events = [...new Set(made.map(({ event }) => event.id))];
    yield {
      enterprise: uscc,
      period: year.label,
      ...(events.length === 1 ? { event: events[0]! } : {}),
      at: firstAsked(made, facts)!.at,
      amount: amountOfReo(totalReoG(made)),
      evidence: {
        events,
        enterprises: [uscc],
        figures: kinds
          .filter(each => each.made.length > 0)
          .map(each => reoFigure(NAMES[each.kind].zh, NAMES[each.kind].en, totalReoG(each.made))),
      },
    };
  },
});

const NAMES = {
  'mining-rock': { zh: '岩矿型产量，无指标', en: 'Made of rock minerals without quota' },
  'mining-ion': { zh: '离子型产量，无指标', en: 'Made of ion minerals without quota' },
  separation: { zh: '冶炼分离产量，无指标', en: 'Separated without quota' },
} as const;

function unpermitted(kind: QuotaKind, uscc: string, span: Span, facts: ChainFacts): Made[] {
  const { registry } = facts;
  const made = kind === 'separation' ? separated(uscc, span, facts) : madeUnder(kind, uscc, facts, span);
  return made.filter(({ event, at, reoG }) => {
    if (reoG <= 0 || hasQuota(registry, uscc, at, kind)) return false;
    return kind === 'separation' ? !isListed(uscc, at, registry) : !isRecovery(event, at, registry);
  });
}

/** Every run counts, also of bought compounds that use no quota up; but not where nothing but scrap went in. */
function separated(uscc: string, span: Span, facts: ChainFacts): Made[] {
  const runs = facts.eventsOf(uscc).filter(event => isRunOf(event, SEPARATION_PROCESSES) && isWithin(span, event.at));
  return runs
    .filter(({ draws }) => scrapShare(draws) < ALL_SCRAP)
    .map(event => ({ event, at: event.at, reoG: sumReo(event.yields.filter(({ lot }) => isCompound(lot.product))) }));
}

/** Recovery keeps to the quantity of its approval. */
function isRecovery(event: EventFact, at: Instant, registry: RegistryFacts): boolean {
  if (isRecoveryPlace(registry, placeOf(event), at)) return true;
  return isMining(event) && miningRight(event, registry).permits.some(({ kind }) => kind === 'recovery-approval');
}

/** Until the lists of a year are due at the end of March, those of the year before will do. */
function isListed(uscc: string, at: Instant, registry: RegistryFacts): boolean {
  const day = dayOf(new Date(at));
  const year = Number(day.slice(0, 4));
  const years = day < `${year}-04-01` ? [year - 1, year] : [year];
  return registry
    .where('published-lists', 'enterprise', uscc)
    .some(row => row.kind === 'smelter' && years.includes(row.year));
}
