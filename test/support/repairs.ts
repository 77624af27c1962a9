import type { Problem } from '#platform';
import { type LotDeclaration, type MaterialEvent, openingStock, undispatchedReceipt } from '#testing';
import type { TestApi } from './api.js';

/** What somebody does who wants a chain recorded of which a part is missing. */
export type Repair = 'opening-stock' | 'undispatched-receipt' | 'leave-out';

/** Events that can draw or answer no more, and how they come to be recorded all the same. */
export class Repairer {
  private readonly declared: ReadonlyMap<string, LotDeclaration>;
  private found = 0;

  /** `whole` is the chain with nothing missing: it says what the missing lots were. */
  constructor(
    private readonly api: TestApi,
    whole: readonly MaterialEvent[],
    private readonly repair: Repair,
  ) {
    const lots = whole.flatMap(event => ('yields' in event ? event.yields : []));
    this.declared = new Map(lots.map(lot => [lot.lot, lot]));
  }

  async record(events: readonly MaterialEvent[]): Promise<void> {
    for (const event of events) await this.recordOne(event);
  }

  private async recordOne(event: MaterialEvent): Promise<void> {
    for (let wanted: MaterialEvent | undefined = event, tries = 0; wanted; tries++) {
      const answer = await this.api.post<Problem>('/v1/events', { events: [wanted] });
      if (answer.status === 201) return;
      if (tries > 20) throw new Error(`cannot be repaired: ${answer.text}`);
      wanted = await this.mend(wanted, answer.body);
    }
  }

  /** The event as it can be tried again, once what it lacked is there; nothing where it is given up. */
  private async mend(event: MaterialEvent, { errors = [] }: Problem): Promise<MaterialEvent | undefined> {
    const [error] = errors;
    if (error?.code === 'unknown-event' && event.type === 'receipt') return undefined;
    const place = /^\/events\/0\/(draws|items)\/(\d+)\//.exec(error?.pointer ?? '');
    if (!place) throw new Error(`nobody knows how to repair ${JSON.stringify(errors)}`);
    const index = Number(place[2]);
    const wish = wishesOf(event)[index]!;
    const rest = error?.available ? [{ ...wish, massKg: error.available }] : [];
    if (this.repair === 'leave-out') return withWishes(event, index, rest);
    const missing = { lot: rest.length > 0 ? `${wish.lot}~${++this.found}` : wish.lot, massKg: wish.massKg - (error?.available ?? 0) }; // prettier-ignore
    await this.recordOne(this.foundStock(event, wish.lot, missing));
    return withWishes(event, index, [...rest, missing]);
  }

  /** The missing lot, as goods that somebody says he had, or that somebody brought. */
  private foundStock(event: MaterialEvent, like: string, { lot, massKg }: Wish): MaterialEvent {
    const yields = [{ ...this.declared.get(like)!, lot, massKg: Math.round(massKg * 1000) / 1000 }];
    const { enterprise, occurredAt } = event;
    const facts = { enterprise, occurredAt, yields };
    return this.repair === 'opening-stock' ? openingStock(facts) : undispatchedReceipt(facts);
  }
}

interface Wish {
  readonly lot: string;
  readonly massKg: number;
}

function wishesOf(event: MaterialEvent): readonly Wish[] {
  if (event.type === 'export') return event.items;
  return event.type === 'processing' || event.type === 'dispatch' ? event.draws : [];
}

/** The event with other wishes in the place of one; nothing where it has none any more. */
function withWishes(event: MaterialEvent, index: number, others: readonly Wish[]): MaterialEvent | undefined {
  const wishes = wishesOf(event).flatMap((wish, place) =>
    place === index ? others.map(each => ({ ...each, massKg: Math.round(each.massKg * 1000) / 1000 })) : [wish],
  );
  if (wishes.length === 0) return undefined;
  if (event.type === 'export') return { ...event, items: wishes };
  return event.type === 'processing' || event.type === 'dispatch' ? { ...event, draws: wishes } : undefined;
}
