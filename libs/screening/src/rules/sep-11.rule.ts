import { startOfDay } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, Instant } from '../facts/facts.js';
import type { RegistryItems } from '../facts/registry-items.js';
import type { Period } from '../periods.js';
import { amountOfReo, reoFigure } from '../readings/figures.js';
import { kindsOf } from '../readings/parties.js';
import { type Made, madeUnder, totalReoG } from '../readings/production.js';
import { type Cause, defineRule } from '../rule.js';

/** Production by an enterprise that its group has not published; a group that published no list at all. */
export default defineRule({
  code: 'SEP-11',
  kind: 'V',
  title: { zh: '未列入公示名单而生产', en: 'Producing while not on the published list' },
  reading: {
    zh: '自 4 月 1 日起，当年生产矿产品（冶炼分离产品）而不在当年公示的矿山（冶炼分离企业）名单上的；一至三月的生产在上年名单上亦可。所属企业当年有生产而集团当年没有任何名单的，对集团成立。名单上注明非在产的不计。尚无任何名单时不判断。每家企业每年一条。',
    en: 'From 1 April on: an enterprise produced minerals (separated products) in the year and is not on the year’s published list of mines (smelters); for production until March last year’s list will do. Where subsidiaries produced and their group has no list of the year at all, the group has a finding. Whoever is listed with another status is on the list. Nothing is judged before any list is known. One finding an enterprise and year.',
  },
  severity: 'S2',
  authorities: ['industry', 'resources'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(二)',
      quotation: {
        zh: '督促辖区内稀土集团每年按时公示其所属正在生产的稀土矿山名单（含压覆稀土资源回收项目）和所有冶炼分离企业名单，接受社会监督',
        en: 'Groups publish in time every year the list of their mines in production (recovery of overlain resources with them) and of all their smelters, open to supervision by society',
      },
    },
    {
      document: DOCUMENTS.quotaDraft,
      clause: '4',
      quotation: {
        zh: '确定稀土开采企业和稀土冶炼分离企业，并向社会公布',
        en: 'The enterprises for mining and for separation are determined and made public',
      },
    },
  ],
  consequence: { zh: '责令改正', en: 'Ordered to put it right' },
  absenceOf: ['published-lists'],
  parameters: {
    listDue: {
      value: 31, min: 1, max: 31, unit: 'd',
      meaning: { zh: '三月内应公示的最后一日', en: 'Day of March until which lists are due' },
    },
  },
  isRunningTotal: true,
  *onYear(uscc, year, facts, { listDue }) {
    const due = startOfDay(`${year.year}-03-01`).getTime() + listDue * 86_400_000;
    if (facts.clock < due || !isListKnown(year.year, facts)) return;
    const lists = (['mine', 'smelter'] as const).map(kind => ({ kind, made: madeIn(kind, uscc, year, facts) }));
    const unlisted = lists.flatMap(({ kind, made }) => made.filter(({ at }) => !isListed(uscc, kind, year.year, at < due, facts)));
    if (unlisted.length > 0) yield ownCause(uscc, year, unlisted);
    const produced = lists.flatMap(({ made }) => made);
    if (produced.length > 0) yield* groupCause(uscc, year, due, produced, facts);
  },
}); // prettier-ignore

type ListKind = RegistryItems['published-lists']['kind'];

const isListKnown = (year: number, { registry }: ChainFacts): boolean =>
  registry.all('published-lists').some(row => row.year <= year);

/** What makes an enterprise one to be listed: readings K6 and K7. */
function madeIn(kind: ListKind, uscc: string, year: Period, facts: ChainFacts): Made[] {
  const quotas = kind === 'mine' ? (['mining-rock', 'mining-ion'] as const) : (['separation'] as const);
  const made = quotas.flatMap(quota => madeUnder(quota, uscc, facts, year));
  return totalReoG(made) > 0 ? made.filter(({ reoG }) => reoG > 0) : [];
}

function isListed(uscc: string, kind: ListKind, year: number, isEarly: boolean, { registry }: ChainFacts): boolean {
  const rows = registry.where('published-lists', 'enterprise', uscc).filter(row => row.kind === kind);
  return rows.some(row => row.year === year || (isEarly && row.year === year - 1));
}

function ownCause(uscc: string, { label, year }: Period, unlisted: readonly Made[]): Cause {
  const madeG = totalReoG(unlisted);
  return {
    enterprise: uscc,
    period: label,
    at: Math.min(...unlisted.map(({ at }) => at)),
    amount: amountOfReo(madeG),
    evidence: {
      events: [...new Set(unlisted.map(({ event }) => event.id))],
      enterprises: [uscc],
      figures: [reoFigure('不在名单期间的产量', 'Made while not on the list', madeG)],
      note: { zh: `不在 ${year} 年公示名单上`, en: `Not on the list published for ${year}` },
    },
  };
}

/** Found with each subsidiary that produced; for the group it is one and the same. */
function* groupCause(uscc: string, { label, year }: Period, due: Instant, produced: readonly Made[], facts: ChainFacts): Iterable<Cause> {
  const { at } = produced.at(-1)!;
  const group = (facts.registry.at('enterprises', uscc, at) ?? facts.registry.latest('enterprises', uscc))?.group;
  if (group === undefined || group === uscc || !kindsOf(group, at, facts).includes('group')) return;
  if (facts.registry.where('published-lists', 'group', group).some(row => row.year === year)) return;
  yield {
    enterprise: group,
    period: label,
    at: due,
    title: { zh: '集团未按时公示名单', en: 'The group has not published its lists in time' },
    evidence: {
      enterprises: [group, uscc],
      note: { zh: `所属企业有生产而集团没有 ${year} 年名单`, en: `Subsidiaries produced and the group has no list of ${year}` },
    },
  };
} // prettier-ignore
