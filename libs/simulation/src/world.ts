import type { EventInput } from '#lots';
import { Calendar, instant, YEAR } from './calendar.js';
import { licenceNumber, uscc, uuid } from './codes.js';
import { Dice } from '#kernel';
import { type Firm, type Item, type Kind, type Lot, shelve } from './firm.js';
import type { Mixture } from './chemistry.js';
import type { KeyEntry } from './key.js';

/** A line of a file: of `registry/<collection>`, `events` or `key`. */
export interface Line {
  readonly file: string;
  readonly item: object;
}

type Content<T> = T extends EventInput ? Omit<T, 'id' | 'enterprise' | 'occurredAt' | 'site'> : never;

export interface Founding {
  readonly group?: string;
  readonly place?: number;
  readonly isApart?: boolean;
  readonly deposit?: { readonly product: string; readonly ore?: string; readonly mixture: Mixture };
}

/** The country in the making: its enterprises, its calendar, and the lines that are still to be written. */
export class World {
  readonly dice: Dice;
  readonly calendar = new Calendar();
  readonly firms: Firm[] = [];
  /** `region month` of reviews that nobody made. */
  readonly unreviewed = new Set<string>();
  /** Written and forgotten by whoever streams. */
  lines: Line[] = [];
  /** What an enterprise does with goods that came in. */
  whenArrived: (firm: Firm, lot: Lot) => void = shelve;
  private readonly counts = new Map<string, number>();
  private readonly byCode = new Map<string, Firm>();
  private readonly byKind = new Map<Kind, Firm[]>();

  constructor(seed: number) {
    this.dice = new Dice(seed);
  }

  /** The next number of a sort, from 1. */
  next(sort: string): number {
    const n = (this.counts.get(sort) ?? 0) + 1;
    this.counts.set(sort, n);
    return n;
  }

  found(kinds: readonly Kind[], region: string, { deposit, ...given }: Founding = {}): Firm {
    const n = this.next('enterprise');
    const code = uscc(100_000 + n, region);
    const maps = { shelf: new Map(), held: new Map(), flows: new Map(), firstSold: new Map(), underQuota: new Map() };
    const licence = deposit && { ...deposit, licence: licenceNumber(region, this.next('licence')) };
    const firm: Firm = {
      ...{ uscc: code, name: `示例${n}号企业`, kinds, region, site: `S-${n}`, place: 0, isApart: false },
      ...{ ...maps, invoiced: 0, corrections: 0, mineralsInvoiced: 0, amendments: [] },
      ...given,
      ...(licence ? { deposit: licence } : {}),
    };
    this.firms.push(firm);
    this.byCode.set(code, firm);
    this.byKind.clear();
    return firm;
  }

  firmOf(uscc: string): Firm | undefined {
    return this.byCode.get(uscc);
  }

  /** Enterprises of a kind that trade with everybody. */
  all(kind: Kind): Firm[] {
    const known = this.byKind.get(kind);
    if (known) return known;
    const found = this.firms.filter(({ kinds, isApart }) => kinds[0] === kind && !isApart);
    this.byKind.set(kind, found);
    return found;
  }

  /** The few of a kind that an enterprise deals with. */
  partner({ place }: Pick<Firm, 'place'>, kind: Kind, few = 3): Firm {
    const all = this.all(kind);
    return all[(place * few + this.dice.between(0, few - 1)) % all.length]!;
  }

  /** Writes a paper as the enterprise it is about lets it be, and answers how it is; nothing where it lets none be. */
  paper(collection: string, item: Item, about?: Firm): Item | undefined {
    let left: Item | undefined = { ...item, source: 'simulation' };
    for (const amend of about?.amendments ?? []) left = left && amend(collection, left);
    if (left) this.lines.push({ file: `registry/${collection}`, item: left });
    return left;
  }

  /** Records what happens now; most is entered the same day, some days later. */
  record(firm: Firm, content: Content<EventInput>): EventInput {
    const occurredAt = this.calendar.now();
    const hours = this.dice.chance(0.04) ? this.dice.between(24, 9 * 24) : this.dice.between(0, 6);
    const enteredAt = instant(
      this.calendar.day,
      Date.parse(occurredAt) - Date.parse(instant(this.calendar.day)) + hours * 3_600_000,
    );
    const facts = { id: uuid(this.dice), enterprise: firm.uscc, occurredAt, enteredAt, site: firm.site };
    const event = { ...facts, ...content } as EventInput;
    this.lines.push({ file: 'events', item: event });
    return event;
  }

  answer(entry: KeyEntry): void {
    this.lines.push({ file: 'key', item: entry });
  }

  get year(): number {
    return YEAR;
  }
}
