import { dateOf, DAYS, firstDay, instant } from '../calendar.js';
import { declarationNumber, numbered } from '../codes.js';
import { customsOf } from '../customs.js';
import type { Firm } from '../firm.js';
import type { World } from '../world.js';

const FILED = dateOf(80);
const KINDS = ['mining-rock', 'mining-ion', 'separation'] as const;

/** Room that a quota leaves above what is made. */
const ROOM = 1.3;

/** Quotas of the year, parted by the groups, and the lists of who produces. */
export function writePlans(world: World): void {
  const groups = world.firms.filter(({ kinds }) => kinds.includes('group'));
  for (const kind of KINDS) {
    for (const group of groups) {
      const rows = membersOf(world, group, kind).map(firm => quotaRow(world, firm, kind, group));
      if (rows.length === 0) continue;
      const tonnesReo = Math.round(rows.reduce((sum, row) => sum + row.tonnesReo, 0) * 1e6) / 1e6;
      const own = { year: world.year, batch: 1, kind, holder: group.uscc, tonnesReo };
      world.paper(
        'quotas',
        { ...own, issuer: '工业和信息化部、自然资源部', issuedAt: instant(73), filedAt: FILED },
        group,
      );
    }
  }
  const recovering = world.firms.filter(({ kinds }) => kinds.includes('recovery'));
  for (const firm of recovering) publish(world, firm, 'mine', groups.at(-1)!); // lists name recovery projects as well
}

function membersOf(world: World, group: Firm, kind: string): Firm[] {
  const made = kind === 'separation' ? 'smelter' : 'mine';
  return world.firms.filter(
    firm => firm.group === group.uscc && firm.kinds.includes(made) && (made === 'smelter' || firm.underQuota.has(kind)),
  );
}

function quotaRow(world: World, firm: Firm, kind: string, group: Firm): { tonnesReo: number } {
  const madeT = (firm.underQuota.get(kind) ?? 0) / 1e6;
  const tonnesReo = firm.room === undefined ? Math.ceil(madeT * ROOM) + 1 : Math.round(madeT * firm.room * 1e6) / 1e6;
  const row = { year: world.year, batch: 1, kind, holder: firm.uscc, tonnesReo, parent: group.uscc };
  if (firm.room !== 0) world.paper('quotas', { ...row, issuer: group.name, issuedAt: instant(78) }, firm);
  publish(world, firm, kind === 'separation' ? 'smelter' : 'mine', group);
  return { tonnesReo };
}

function publish(world: World, firm: Firm, kind: 'mine' | 'smelter', group: Firm): void {
  const row = { year: world.year, kind, enterprise: firm.uscc, group: group.uscc, status: '在产' };
  world.paper('published-lists', row, firm);
}

/** Every month a review in each province that has a plan; key areas are looked at every quarter. */
export function writeInspections(world: World): void {
  const planned = world.firms.filter(({ kinds }) => kinds.includes('mine') || kinds.includes('smelter'));
  const provinces = new Set(planned.map(({ region }) => `${region.slice(0, 2)}0000`));
  for (let month = 1; month <= 14; month++) {
    for (const region of provinces)
      if (!world.unreviewed.has(`${region} ${month}`))
        inspect(world, firstDay(month) + 15, { region, kind: 'monthly-review' });
    if (month % 2 === 1) {
      for (const firm of planned)
        inspect(
          world,
          firstDay(month) + 10,
          { enterprise: firm.uscc, site: firm.site, region: firm.region, kind: 'routine' },
          firm,
        );
    }
  }
}

function inspect(world: World, day: number, about: object, firm?: Firm): void {
  const number = numbered('JD', world.year, world.next('inspection'));
  const item = {
    number,
    ...about,
    date: dateOf(day),
    authority: '示例主管部门',
    result: 'pass',
    closedAt: dateOf(day),
  };
  world.paper('inspections', item, firm);
}

const FEEDS = [
  ['tax', 'invoices'],
  ['customs', 'customs-declarations'],
  ['commerce', 'permits'],
  ['industry', 'quotas'],
] as const;

/** Departments whose feeds were alive a day before the clock. */
export function writeFeeds(world: World, clockDay: number): void {
  for (const [department, collection] of FEEDS) {
    const feed = { feed: `${department}-${collection}`, department, collection, region: '000000', periodDays: 7 };
    world.paper('feeds', { ...feed, lastAt: instant(clockDay - 1) });
  }
}

/** Kilograms a month of an exporter and a tariff code. */
export type ExportHistory = Map<string, { readonly firm: Firm; readonly hs: string; readonly months: number[] }>;

/** Last year every exporter shipped about as much as this year. */
export function writeHistory(world: World, history: ExportHistory): void {
  for (const { firm, hs, months } of history.values()) {
    const busy = months.filter(kg => kg > 0);
    const mean = busy.reduce((sum, each) => sum + each, 0) / busy.length;
    for (let month = 1; month <= 12; month++) {
      const massKg = Math.round((months[month - 1] || mean) * world.dice.about(0.1));
      const day = firstDay(month) - DAYS - 1 + 20;
      const number = declarationNumber(customsOf(firm), world.year - 1, 'export', world.next('declaration'));
      const about = {
        number,
        direction: 'export',
        party: firm.uscc,
        date: dateOf(day),
        country: 'JP',
        customs: customsOf(firm),
      };
      world.paper('customs-declarations', { ...about, lines: [{ hsCode: hs, massKg, valueUsd: massKg * 20 }] }, firm);
    }
  }
}
