import type { ChainFacts, EventFact, Instant, LotFact, TransferFact } from '../facts/facts.js';
import { isSale } from './sales.js';

/**
 * How mass enters or leaves an enterprise's stock. `sold` and `purchased` are sales by reading K12; `moved` are other
 * transfers, what is in transit, what came back, and what a buyer weighed otherwise; `counted` are stocktakes.
 */
export type MovementKind =
  | 'mined' | 'imported' | 'collected' | 'opened' | 'undispatched' | 'purchased' | 'made' | 'counted' | 'moved'
  | 'used' | 'exported' | 'sold'; // prettier-ignore

/** A change of an enterprise's stock of a lot; masses leave with a minus. */
export interface Movement {
  readonly kind: MovementKind;
  readonly at: Instant;
  readonly event: string;
  readonly lot: LotFact;
  readonly massG: number;
  readonly reoG: number;
}

/**
 * Every change of the stock of an enterprise under examination, in no order. What is dispatched leaves at the dispatch and
 * is in nobody's stock until its receipt.
 */
export const movementsOf = (uscc: string, facts: ChainFacts): Movement[] => [
  ...facts.eventsOf(uscc).flatMap(ownMovements),
  ...facts.sentBy(uscc).flatMap(transfer => sentMovements(transfer, facts)),
  ...facts.sentTo(uscc).flatMap(transfer => receivedMovements(transfer, facts)),
];

type Kinds = { readonly drawn?: MovementKind; readonly yielded?: MovementKind };

/** Transfers change the stock of two; they are told from both sides apart. */
function ownMovements(event: EventFact): Movement[] {
  const { drawn, yielded } = kindsOf(event);
  return [
    ...(drawn ? event.draws.map(part => movement(drawn, event, part, -1)) : []),
    ...(yielded ? event.yields.map(part => movement(yielded, event, part, 1)) : []),
  ];
}

function kindsOf({ content }: EventFact): Kinds {
  switch (content.type) {
    case 'mining':
      return { yielded: 'mined' };
    case 'import':
      return { yielded: 'imported' };
    case 'scrap-intake':
      return { yielded: 'collected' };
    case 'opening-stock':
      return { yielded: 'opened' };
    case 'processing':
      return { drawn: 'used', yielded: 'made' };
    case 'export':
      return { drawn: 'exported' };
    case 'stocktake':
      return { drawn: 'counted', yielded: 'counted' };
    case 'receipt':
      return 'dispatch' in content ? {} : { yielded: 'undispatched' };
    case 'dispatch':
      return {};
    default:
      return content satisfies never;
  }
}

function sentMovements(transfer: TransferFact, facts: ChainFacts): Movement[] {
  const { dispatch, receipt, state, parts } = transfer;
  if (receipt && state === 'rejected') {
    return [
      ...parts.map(part => movement('moved', dispatch, part, -1)),
      ...receipt.yields.map(part => movement('moved', receipt, part, 1)),
    ];
  }
  if (!isSale(transfer, facts)) return parts.map(part => movement('moved', dispatch, part, -1));
  return parts.flatMap(part => [
    movement('sold', dispatch, { lot: part.lot, massG: part.receivedG ?? 0, reoG: part.receivedReoG ?? 0 }, -1),
    movement('moved', dispatch, weighedDifference(part), -1),
  ]);
}

function receivedMovements(transfer: TransferFact, facts: ChainFacts): Movement[] {
  const { receipt, state } = transfer;
  if (!receipt || state !== 'accepted') return [];
  const kind = isSale(transfer, facts) ? 'purchased' : 'moved';
  return receipt.yields.map(part => movement(kind, receipt, part, 1));
}

const weighedDifference = ({ lot, massG, reoG, receivedG = 0, receivedReoG = 0 }: TransferFact['parts'][number]): Part => ({
  lot,
  massG: massG - receivedG,
  reoG: reoG - receivedReoG,
}); // prettier-ignore

type Part = Pick<Movement, 'lot' | 'massG' | 'reoG'>;

const movement = (kind: MovementKind, { id, at }: EventFact, { lot, massG, reoG }: Part, sign: 1 | -1): Movement => ({
  kind,
  at,
  event: id,
  lot,
  massG: sign * massG,
  reoG: sign * reoG,
});

export interface Stock {
  readonly massG: number;
  readonly reoG: number;
}

/** What an enterprise under examination holds of each product just before an instant, by product code; in transit is nobody's. */
export const stockAt = (uscc: string, instant: Instant, facts: ChainFacts): ReadonlyMap<string, Stock> =>
  stockOf(movementsOf(uscc, facts).filter(({ at }) => at < instant), ({ product }) => product.code); // prettier-ignore

/** Movements summed by a property of their lots. */
export function stockOf(movements: readonly Movement[], keyOf: (lot: LotFact) => string): ReadonlyMap<string, Stock> {
  const stock = new Map<string, Stock>();
  for (const { lot, massG, reoG } of movements) {
    const known = stock.get(keyOf(lot)) ?? { massG: 0, reoG: 0 };
    stock.set(keyOf(lot), { massG: known.massG + massG, reoG: known.reoG + reoG });
  }
  return stock;
}
