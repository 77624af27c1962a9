import { groupBy } from '#kernel';
import type { ChainFacts, EventFacts, TransferFact, TransferPart } from '../facts/facts.js';
import type { Cause } from '../rule.js';
import { firstAsked } from './asked.js';
import { amountOfReo, percentFigure, reoFigure } from './figures.js';
import { isSale } from './sales.js';
import { causesOf, illegalReoBy, type TaintLimits, taintOf } from './taint.js';

/** Goods of one lot that an enterprise sold or bought and that are illegal by one source. */
interface TaintedTrade {
  readonly at: number;
  readonly transfer: TransferFact;
  readonly parts: readonly TransferPart[];
  /** Id of the illegal source, or `findings/id` of what made the lot's making unlawful. */
  readonly source: string;
  readonly illegalG: number;
}

/** Are these goods that the rule is about, at the time they moved? */
type IsTraded = (part: TransferPart, at: number) => boolean;

/**
 * What an enterprise under examination did by trading illegal goods, one cause per source (readings K9, K10): as seller on
 * the dispatch, as buyer on acceptance. Goods sent back to whom they came from are not traded.
 */
export function* taintedTradeOf(uscc: string, facts: ChainFacts, limits: TaintLimits, goods: { readonly sold: IsTraded; readonly bought: IsTraded }): Generator<Cause> {
  const sold = facts.sentBy(uscc).filter(transfer => !isSentBack(transfer, facts)).flatMap(each => tradesOf(each, goods.sold, limits, facts));
  const accepted = facts.sentTo(uscc).filter(transfer => transfer.state === 'accepted' && !isSentBack(transfer, facts));
  const bought = accepted.flatMap(each => tradesOf(each, goods.bought, limits, facts));
  for (const [source, trades] of groupBy([...sold, ...bought], ({ source }) => source)) yield causeOf(uscc, source, trades, limits, facts);
} // prettier-ignore

function isSentBack(transfer: TransferFact, facts: EventFacts | ChainFacts): boolean {
  return transfer.terms === 'return' && !isSale({ ...transfer, state: 'accepted' }, facts);
}

/** A lot is tainted or not as a whole; where it is, every illegal source of it counts. */
function tradesOf(transfer: TransferFact, isTraded: IsTraded, limits: TaintLimits, facts: EventFacts): TaintedTrade[] {
  return [...groupBy(transfer.parts.filter(part => isTraded(part, transfer.at)), ({ lot }) => lot.key).values()].flatMap(parts => {
    const taint = taintOf(parts, limits, facts);
    if (!taint.isTainted) return [];
    return causesOf(taint).map(source => ({ at: transfer.at, transfer, parts, source, illegalG: illegalReoBy(source, parts, facts) }));
  }); // prettier-ignore
}

function causeOf(uscc: string, source: string, trades: readonly TaintedTrade[], limits: TaintLimits, facts: ChainFacts): Cause {
  const { transfer, at } = firstAsked(trades, facts)!;
  const illegalG = Math.round(sum(trades.map(trade => trade.illegalG)));
  const events = new Set(trades.map(trade => trade.transfer.dispatch.id));
  return {
    enterprise: uscc,
    subject: source,
    ...(events.size === 1 ? { event: transfer.dispatch.id } : {}),
    at,
    amount: amountOfReo(illegalG),
    evidence: {
      events: [...events],
      lots: [...new Set(trades.flatMap(({ parts }) => parts.map(({ lot }) => lot.key)))],
      ...(source.startsWith('findings/') ? { documents: [source] } : { sources: [source] }),
      enterprises: [...new Set(trades.map(({ transfer: { from, to } }) => (from === uscc ? to : from)))],
      figures: [
        reoFigure('由该来源而来的稀土', 'REO from this source', illegalG),
        reoFigure('所交易批次的稀土', 'REO of the lots traded', sum(trades.flatMap(({ parts }) => parts.map(({ reoG }) => reoG)))),
        percentFigure('非法占比下限', 'Least illegal share that counts', limits.minTaint),
      ],
    },
  };
} // prettier-ignore

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
