import type { Context } from '#kernel';
import type { AsOf } from '#ledger';
import type { EventFilter, HoldingFilter, TransferFilter } from '#lots';
import type { Page, PageRequest } from '#platform';

/** What the edge needs to read events, lots, holdings and transfers; answers are as the contract writes them. */
export interface LotsQueriesPort {
  event(context: Context, id: string): Promise<unknown>;
  events(context: Context, filter: EventFilter, page: PageRequest): Promise<Page<unknown>>;
  lot(context: Context, code: string, asOf?: AsOf): Promise<unknown>;
  holdings(context: Context, filter: HoldingFilter, page: PageRequest): Promise<Page<unknown>>;
  transfers(context: Context, filter: TransferFilter, page: PageRequest): Promise<Page<unknown>>;
}

/** Injection token of {@link LotsQueriesPort}. */
export const LOTS_QUERIES = Symbol('lots-queries');
