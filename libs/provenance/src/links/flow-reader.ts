import { type Context, provinceOf } from '#kernel';
import { PRODUCTS, type Stage } from '#catalogue';
import type { AsOf, Head } from '#ledger';
import type { Database, Transaction } from '#platform';
import { findCrossings, flowsOf, type ProvinceCrossing, type ProvinceFlow } from '../domain/links.js';
import type { Position } from '../engines/postgres/statement-at.js';
import { HEAD } from '../engines/postgres/subject-statements.js';
import type { ProvenanceStore } from '../provenance-store.js';
import type { RegionReader } from '../registry-regions.js';
import { illegalAmong } from './illegal-dispatches.js';
import { IllegalDispatchesThen } from './illegal-dispatches-then.js';
import { acceptedTransfers, sentMasses, type MassColumns, type TransferColumns } from './link-statements.js';
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
  readonly asOf?: AsOf;
}

/** Where flows are read from. */
export interface FlowSources {
  readonly database: Database;
  readonly store: ProvenanceStore;
  readonly regions: RegionReader;
}

/** Reads flows between provinces: now, or as believed at a position. */
export class FlowReader {
  constructor(
    private readonly sources: FlowSources,
    private readonly context: Context,
    private readonly tx: Pick<Transaction, 'pipeline'>,
    private readonly position: Position,
  ) {}

  /** The flows of a filter, the largest first. */
  async read(filter: LinkFilter): Promise<FoundFlows> {
    const { tx, position } = this;
    const { since, until, flagged } = filter;
    const statement = acceptedTransfers(since, until, TRANSFERS_MAX + 1, position);
    const [[columns], [head]] = (await tx.pipeline([statement, HEAD])) as [[TransferColumns], [Head]];
    const read = readTransfers(columns);
    const crossings = await this.crossings(read, filter, position ?? head.seq);
    const { flows, truncated } = await this.flows(crossings, filter);
    return {
      flows: flows.filter(flow => (flagged ?? flow.flagged) === flow.flagged),
      truncated: truncated || read.transfers.length > TRANSFERS_MAX,
    };
  }

  private async crossings(
    { transfers, places }: ReadTransfers,
    { from, to }: LinkFilter,
    position: number,
  ): Promise<ProvinceCrossing[]> {
    const counted = transfers.slice(0, TRANSFERS_MAX);
    const usccs = new Set(counted.flatMap(({ dispatch, receipt }) => [dispatch.enterprise, receipt.enterprise]));
    const sites = new Set([...places.values()].flatMap(({ site }) => site ?? []));
    const regions = await this.sources.regions.read(this.context, [...usccs], [...sites], position);
    return findCrossings(counted, places, regions).filter(
      crossing =>
        (from === undefined || crossing.from === provinceOf(from)) &&
        (to === undefined || crossing.to === provinceOf(to)),
    );
  }

  /** Of the past, transfers count as far back as they can be judged. */
  private async flows(crossings: readonly ProvinceCrossing[], { stage }: LinkFilter): Promise<FoundFlows> {
    const { tx, position } = this;
    if (crossings.length === 0) return { flows: [], truncated: false };
    const stages: readonly Stage[] | undefined = stage && LINK_STAGES[stage];
    const products = stages && PRODUCTS.filter(product => stages.includes(product.stage)).map(({ code }) => code);
    const dispatchNos = crossings.map(({ dispatchNo }) => dispatchNo);
    const [[columns]] = (await tx.pipeline([sentMasses(dispatchNos, products, position)])) as [[MassColumns]];
    const masses = readMasses(columns);
    if (position === undefined) {
      return { flows: flowsOf(crossings, masses, await illegalAmong(tx, dispatchNos, products)), truncated: false };
    }
    const judge = new IllegalDispatchesThen(this.sources, this.context, position);
    const sent = dispatchNos.filter(no => masses.has(no));
    const { illegal, unjudgedFrom } = await judge.among(sent, products);
    const end = unjudgedFrom === undefined ? crossings.length : dispatchNos.indexOf(unjudgedFrom);
    return { flows: flowsOf(crossings.slice(0, end), masses, illegal), truncated: unjudgedFrom !== undefined };
  }
}

export interface FoundFlows {
  readonly flows: readonly ProvinceFlow[];
  readonly truncated: boolean;
}
