import { Type } from '@sinclair/typebox';
import type { Context } from '#kernel';
import type { Head, Ledger } from '#ledger';
import { cursorParser, encodeCursor, type PageRequest, type Transaction } from '#platform';
import { compareFlows, linkAnswer, type ProvinceFlow } from '../domain/links.js';
import type { CrossProvinceLinks } from '../domain/schema/links.js';
import { FlowReader, type FlowSources, type LinkFilter } from './flow-reader.js';
import { idsOf } from './link-statements.js';

const readPlace = cursorParser(
  Type.Object({
    reoG: Type.Integer(),
    from: Type.String(),
    to: Type.String(),
    /** The position that the first page was asked for. */
    seq: Type.Optional(Type.Integer()),
  }),
);

/** What went from one province to another: gross mass of distinct accepted dispatches. */
export class LinksService {
  constructor(
    private readonly sources: FlowSources,
    private readonly ledger: Pick<Ledger, 'resolve'>,
  ) {}

  /** Further pages are of the position of the first, where that was asked for one. */
  async crossProvince(context: Context, filter: LinkFilter, page: PageRequest): Promise<CrossProvinceLinks> {
    const after = page.cursor === undefined ? undefined : readPlace(page.cursor);
    const asOf = after?.seq === undefined ? filter.asOf : { seq: after.seq };
    const at = asOf && (await this.ledger.resolve(context, asOf));
    return this.reading(context, at, async tx => {
      const reader = new FlowReader(this.sources, context, tx, at?.seq);
      const { flows, truncated } = await reader.read(filter);
      const rest = after ? flows.filter(flow => compareFlows(after, flow) < 0) : flows;
      const shown = rest.slice(0, page.limit);
      const ids = await namesOf(tx, shown.flatMap(({ dispatchNos }) => dispatchNos));
      const last = rest.length > shown.length ? shown.at(-1) : undefined;
      return {
        items: shown.map(flow => linkAnswer(flow, ids)),
        ...(last ? { nextCursor: encodeCursor(placeOf(last, at)) } : {}),
        total: flows.length,
        truncated,
      };
    });
  } // prettier-ignore

  /** In one snapshot. The past does not change: there no connection is held while a walk waits for others. */
  private reading<Answer>(
    context: Context,
    at: Head | undefined,
    ask: (tx: Pick<Transaction, 'pipeline'>) => Promise<Answer>,
  ): Promise<Answer> {
    const { database } = this.sources;
    if (!at) return database.snapshot(context, ask);
    return ask({ pipeline: statements => database.snapshot(context, tx => tx.pipeline(statements)) });
  }
}

const placeOf = ({ reoG, from, to }: ProvinceFlow, at: Head | undefined) => ({
  reoG,
  from,
  to,
  ...(at ? { seq: at.seq } : {}),
});

async function namesOf(tx: Pick<Transaction, 'pipeline'>, eventNos: readonly number[]): Promise<Map<number, string>> {
  if (eventNos.length === 0) return new Map();
  const [rows] = (await tx.pipeline([idsOf(eventNos)])) as [{ no: number; id: string }[]];
  return new Map(rows.map(({ no, id }) => [no, id]));
}
