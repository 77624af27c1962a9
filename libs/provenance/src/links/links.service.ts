import { type Context, provinceOf } from '#kernel';
import type { Stage } from '#catalogue';
import { PRODUCTS } from '#catalogue';
import type { Head } from '#ledger';
import { cursorParser, type Database, encodeCursor, type PageRequest, type Transaction } from '#platform';
import { Type } from '@sinclair/typebox';
import { compareFlows, findCrossings, flowsOf, linkAnswer, type ProvinceCrossing } from '../domain/links.js';
import type { CrossProvinceLinks } from '../domain/schema/links.js';
import { HEAD } from '../engines/postgres/subject-statements.js';
import type { RegionReader } from '../registry-regions.js';
import { illegalAmong } from './illegal-dispatches.js';
import { acceptedTransfers, idsOf, sentMasses, type MassColumns, type TransferColumns } from './link-statements.js';
import { type ReadTransfers, readMasses, readTransfers } from './transfer-rows.js';

/** Most transfers that one question adds up, the latest first. */
export const TRANSFERS_MAX = 200_000;

/** The stages that links can be asked for, as the catalogue divides them. */
export const LINK_STAGES = {
  ore: ['ORE'],
  concentrate: ['CONC'],
  compound: ['COMP_MIX', 'COMP_SEP'],
  metal: ['METAL', 'ALLOY', 'MAG'],
  scrap: ['SCRAP'],
} as const satisfies Readonly<Record<string, readonly Stage[]>>;

export type LinkStage = keyof typeof LINK_STAGES;

export interface LinkFilter {
  /** Region the goods left, and they went to; only the province counts. */
  readonly from?: string;
  readonly to?: string;
  readonly stage?: LinkStage;
  readonly flagged?: boolean;
  /** When they were dispatched: `since` ≤ t < `until`. */
  readonly since?: Date;
  readonly until?: Date;
}

const readPlace = cursorParser(Type.Object({ reoG: Type.Integer(), from: Type.String(), to: Type.String() }));

/** What went from one province to another: gross mass of distinct accepted dispatches. */
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly regions: RegionReader,
  ) {}

  async crossProvince(context: Context, filter: LinkFilter, page: PageRequest): Promise<CrossProvinceLinks> {
    const after = page.cursor === undefined ? undefined : readPlace(page.cursor);
    const { since, until } = filter;
    return this.database.snapshot(context, async tx => {
      const [[columns], [head]] = (await tx.pipeline([acceptedTransfers(since, until, TRANSFERS_MAX + 1), HEAD])) as [
        [TransferColumns],
        [Head],
      ];
      const read = readTransfers(columns);
      const crossings = await this.crossings(context, read, filter, head.seq);
      const flows = (await this.flows(tx, crossings, filter)).filter(({ flagged }) => (filter.flagged ?? flagged) === flagged);
      const rest = after ? flows.filter(flow => compareFlows(after, flow) < 0) : flows;
      const shown = rest.slice(0, page.limit);
      const ids = await namesOf(tx, shown.flatMap(({ dispatchNos }) => dispatchNos));
      const last = rest.length > shown.length ? shown.at(-1) : undefined;
      return {
        items: shown.map(flow => linkAnswer(flow, ids)),
        ...(last ? { nextCursor: encodeCursor({ reoG: last.reoG, from: last.from, to: last.to }) } : {}),
        total: flows.length,
        truncated: read.transfers.length > TRANSFERS_MAX,
      };
    });
  } // prettier-ignore

  private async crossings(
    context: Context,
    { transfers, places }: ReadTransfers,
    { from, to }: LinkFilter,
    position: number,
  ): Promise<ProvinceCrossing[]> {
    const counted = transfers.slice(0, TRANSFERS_MAX);
    const usccs = new Set(counted.flatMap(({ dispatch, receipt }) => [dispatch.enterprise, receipt.enterprise]));
    const sites = new Set([...places.values()].flatMap(({ site }) => site ?? []));
    const regions = await this.regions.read(context, [...usccs], [...sites], position);
    return findCrossings(counted, places, regions).filter(
      crossing =>
        (from === undefined || crossing.from === provinceOf(from)) &&
        (to === undefined || crossing.to === provinceOf(to)),
    );
  }

  private async flows(tx: Transaction, crossings: readonly ProvinceCrossing[], { stage }: LinkFilter) {
    if (crossings.length === 0) return [];
    const stages: readonly Stage[] | undefined = stage && LINK_STAGES[stage];
    const products = stages && PRODUCTS.filter(product => stages.includes(product.stage)).map(({ code }) => code);
    const dispatchNos = crossings.map(({ dispatchNo }) => dispatchNo);
    const [[masses]] = (await tx.pipeline([sentMasses(dispatchNos, products)])) as [[MassColumns]];
    return flowsOf(crossings, readMasses(masses), await illegalAmong(tx, dispatchNos, products));
  }
}

async function namesOf(tx: Transaction, eventNos: readonly number[]): Promise<Map<number, string>> {
  if (eventNos.length === 0) return new Map();
  const [rows] = (await tx.pipeline([idsOf(eventNos)])) as [{ no: number; id: string }[]];
  return new Map(rows.map(({ no, id }) => [no, id]));
}
