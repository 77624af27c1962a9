import type { Books } from './books.js';
import type { Bound } from './bounds.js';
import { excessKey, surplusKey, type Compositions } from './composition.js';
import { origin, takenFor, type BookedEvent, type Holding, type Lot } from './holding.js';
import { FlowNetwork } from './max-flow.js';
import { unexplainedGrams } from './pool.js';
import { most, Rational } from './rational.js';
import type { Subject } from './subject.js';

const SUPPLY = 'supply';
const SUBJECT = 'subject';

/**
 * Bounds by flow: the least and most part of an element of a subject that can come from a source, if every event could
 * lead its inputs to its outputs as it pleased. Counts mass that reaches the subject on several ways only once, as
 * {@link Bounds} does not; but lets a lot be drawn apart into its origins, as {@link Bounds} does not. Both hold; they
 * agree for one event, and where no lot is split and no two ways meet. For small graphs.
 */
export class FlowBounds {
  constructor(
    private readonly books: Books,
    private readonly compositions: Compositions,
  ) {}

  /** Bounds of the sources with the given keys, taken together, as parts of the subject's element. */
  of(subject: Subject, e: number, keys: ReadonlySet<string>): Bound {
    const made = Rational.sum(subject.parts.map(({ holding, reo }) => this.grams(holding.lot, reo, e)));
    if (made.isZero()) return { least: Rational.ZERO, most: Rational.ZERO };
    const flow = (supplies: (key: string) => boolean): Rational =>
      this.network(subject, e, supplies).maximum(SUPPLY, SUBJECT);
    return {
      least: made.minus(flow(key => !keys.has(key))).over(made),
      most: flow(key => keys.has(key)).over(made),
    };
  }

  private network(subject: Subject, e: number, supplies: (key: string) => boolean): FlowNetwork {
    const network = new FlowNetwork();
    for (const { holding, reo } of subject.parts) {
      network.connect(holding.id, SUBJECT, this.grams(holding.lot, reo, e));
    }
    const seen = new Set<string>();
    const open = subject.parts.map(({ holding }) => this.books.event(holding.event));
    for (let event = open.pop(); event; event = open.pop()) {
      if (seen.has(event.id)) continue;
      seen.add(event.id);
      this.addEvent(network, event, e, supplies);
      open.push(...event.draws.map(({ holding }) => this.books.event(holding.event)));
    }
    return network;
  }

  /** A run is one place where all meets; a transfer or count is one place per lot or holding. */
  private addEvent(network: FlowNetwork, event: BookedEvent, e: number, supplies: (key: string) => boolean): void {
    const placeOf = (holding: Holding): string =>
      event.content?.type === 'processing'
        ? event.id
        : `${event.id} ${holding.from?.id ?? `${holding.lot.declaredBy}:${holding.lot.code}`}`;
    for (const place of new Set(event.yields.map(placeOf))) {
      const yields = event.yields.filter(holding => placeOf(holding) === place);
      const draws = place === event.id ? event.draws : takenFor(event, yields[0]!);
      const [taken, made] = [draws, yields.map(holding => ({ holding, reo: holding.reo }))];
      const total = (parts: typeof made): Rational =>
        Rational.sum(parts.map(({ holding, reo }) => this.grams(holding.lot, reo, e)));
      for (const { holding, reo } of taken) network.connect(holding.id, place, this.grams(holding.lot, reo, e));
      for (const { holding, reo } of made) network.connect(place, holding.id, this.grams(holding.lot, reo, e));
      const [key, added] = this.supply(event, yields, e, total(made), total(taken));
      if (supplies(key)) network.connect(SUPPLY, place, added);
      const tolerated = total(made).minus(total(taken)).minus(added);
      network.connect(SUPPLY, place, most(Rational.ZERO, tolerated));
    }
  }

  /** What an event brings in itself, and under which key. */
  private supply(
    event: BookedEvent,
    yields: readonly Holding[],
    e: number,
    made: Rational,
    taken: Rational,
  ): [string, Rational] {
    const [holding] = yields as [Holding];
    const how = origin(event, holding);
    if (how === 'root') return [event.id, made];
    if (how === 'run') {
      const [inputs, outputs] = [this.compositions.inputs(event), this.compositions.outputs(event)];
      return [excessKey(event.id), unexplainedGrams(inputs, outputs)[e]!];
    }
    return [surplusKey(event.id), holding.surplus > 0 ? most(Rational.ZERO, made.minus(taken)) : Rational.ZERO];
  }

  private grams(lot: Lot, reo: number, e: number): Rational {
    return this.compositions.distribution(lot)[e]!.times(Rational.of(reo));
  }
}
