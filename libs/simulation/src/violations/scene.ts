import type { EventInput } from '#lots';
import { dateOf, instant, type Phase } from '../calendar.js';
import { invoiceNumber, numbered } from '../codes.js';
import { importGoods } from '../customs.js';
import { foundMine, foundSmelter } from '../economy/cast.js';
import { separate } from '../economy/works.js';
import { hold, shelve, unshelve, type Firm, type Item, type Kind, type Lot } from '../firm.js';
import { declared, makeLots, mine, own, run, type Ran } from '../making.js';
import { profile, type Mixture } from '../chemistry.js';
import { bookInvoice, sell, type Terms } from '../trading.js';
import type { KeyEntry } from '../key.js';
import type { World } from '../world.js';
import { nominalDistribution } from '#catalogue';

/** Who else is found by what follows from a violation, by rule. */
export type Also = Readonly<Record<string, Firm | readonly Firm[] | undefined>>;

interface Told {
  readonly period?: string;
  readonly events?: readonly EventInput[];
  readonly also?: Also;
  readonly region?: string;
}

/** A stage apart from the economy: enterprises of its own, in order until somebody breaks something. */
export class Scene {
  /** In numbers of its papers, so that no two are the same. */
  readonly tag: string;
  /** Of the scenes of its rule, from 1. */
  readonly n: number;

  constructor(
    readonly rule: string,
    readonly world: World,
    readonly kind: KeyEntry['kind'],
    /** Of what is graded, in multiples of what is tolerated. */
    readonly effect?: number,
  ) {
    this.n = world.next(rule);
    this.tag = `${rule}-${this.n}`;
  }

  /** Writes the answer: who is to be found, or must not be. */
  tell(about: Firm | undefined, { period, events = [], also = {}, region }: Told = {}): void {
    this.world.answer({
      rule: this.rule,
      kind: this.kind,
      ...(this.effect === undefined ? {} : { effect: this.effect }),
      ...(about ? { enterprise: about.uscc } : {}),
      ...(region === undefined ? {} : { region }),
      ...(period === undefined ? {} : { period }),
      events: events.map(({ id }) => id),
      also: Object.entries(also).flatMap(([rule, firms]) =>
        [firms ?? []].flat().map(({ uscc }: Firm) => ({ rule, enterprise: uscc })),
      ),
    });
  }

  firm(kinds: readonly Kind[], region = '360700', group?: string): Firm {
    return this.world.found(kinds, region, { isApart: true, ...(group === undefined ? {} : { group }) });
  }

  /** On ion clay of Jiangxi. */
  ionMine(): Firm {
    return foundMine(this.world, 0, false, this.groups(), true);
  }

  /** On mixed ore of Inner Mongolia. */
  rockMine(): Firm {
    return foundMine(this.world, 0, true, this.groups(), true);
  }

  /** In Jiangxi, of the southern group. */
  smelter(isRock = false): Firm {
    return foundSmelter(this.world, 0, isRock, this.groups(), true);
  }

  /** A smelter that imports what it separates. */
  importingSmelter(): Firm {
    return this.firm(['smelter', 'importer'], '360700', this.groups()[1]!.uscc);
  }

  groups(): Firm[] {
    return this.world.firms.filter(({ kinds, isApart }) => kinds.includes('group') && !isApart);
  }

  on(day: number, phase: Phase, task: () => void): void {
    this.world.calendar.at(day, phase, task);
  }

  /** Changes papers of a collection of an enterprise; those for which it answers nothing are never written. */
  amend(firm: Firm, collection: string, change: (item: Item) => Item | undefined): void {
    firm.amendments.push((name, item) => (name === collection ? change(item) : item));
  }

  /** Changes permits of a kind. */
  permit(firm: Firm, kind: string, change: Item | undefined): void {
    this.amend(firm, 'permits', item => (item.kind === kind ? change && { ...item, ...change } : item));
  }

  /** Stock from before the ledger began, its origin stated. */
  give(
    firm: Firm,
    product: string,
    reoT: number,
    day: number,
    mixture: Mixture = Float64Array.from(nominalDistribution(product)),
    reoPercent = contentOf(product),
  ): void {
    this.on(day, 'arrive', () => {
      const lots = makeLots(this.world, firm, product, reoT * 1e6, reoPercent, mixture);
      own(firm, lots, false);
      this.world.record(firm, {
        type: 'opening-stock',
        statedOrigin: '2024年度盘点结转',
        yields: lots.map(lot => declared(this.world, lot)),
      });
    });
  }

  /** Digs so many tonnes of REO on a day; then it has the lots off its shelf. */
  digs(firm: Firm, day: number, reoT: number, given: Parameters<typeof mine>[3] = {}, then?: (ran: Ran) => void): void {
    this.on(day, 'mine', () => {
      const ran = mine(this.world, firm, reoT * 1e6, given);
      if (!then) return;
      for (const lot of ran.lots) unshelve(firm, lot.product);
      then(ran);
    });
  }

  /** Imports ion concentrate on a day and separates it on the next. */
  separates(firm: Firm, day: number, reoT: number, then?: (ran: Ran) => void): void {
    this.on(day, 'mine', () => importGoods(this.world, firm, reoT * 1e6));
    this.on(day + 1, 'refine', () => {
      const ran = separate(this.world, firm)!;
      then?.(ran);
    });
  }

  /** Sells lots that are off the shelf, every dispatch naming its invoice. */
  sells(seller: Firm, buyer: Firm, lots: readonly Lot[], terms: Terms = {}): void {
    sell(this.world, seller, buyer, lots, { isCited: true, weighed: 1, ...terms });
  }

  /** Goods that nobody sent. */
  appears(firm: Firm, product: string, reoG: number, from: Firm): EventInput {
    const lots = makeLots(
      this.world,
      firm,
      product,
      reoG,
      contentOf(product),
      Float64Array.from(nominalDistribution(product)),
    );
    own(firm, lots, false);
    return this.world.record(firm, {
      type: 'receipt',
      from: { name: from.name, uscc: from.uscc },
      yields: lots.map(lot => declared(this.world, lot)),
    });
  }

  explorationNumber(): string {
    return `T360000202401${String(this.world.next('exploration')).padStart(10, '0')}`;
  }

  inspection(item: Item): void {
    const number = `JD-${this.tag}`;
    this.world.paper('inspections', { number, region: '360700', authority: '示例主管部门', ...item });
  }

  /** A licence that is no longer valid on a day on which it is used. */
  revoke(firm: Firm, day: number): void {
    this.permit(firm, 'mining-licence', { to: dateOf(day) });
  }

  /** Puts goods on the shelf of whoever made them. */
  back(firm: Firm, lots: readonly Lot[]): void {
    for (const lot of lots) shelve(firm, lot);
  }

  /** Takes goods off a shelf. */
  taken(firm: Firm, lots: readonly Lot[]): readonly Lot[] {
    for (const lot of lots) unshelve(firm, lot.product, 1);
    return lots;
  }

  /** Works that may recover rare earths from a building ground, once they are approved. */
  recovery(): Firm {
    const deposit = { product: 'ENR-ION-M', mixture: ionProfile() };
    const works = this.world.found(['recovery'], '360700', { isApart: true, deposit });
    this.amend(works, 'permits', item => (item.kind === 'mining-licence' ? undefined : item));
    return works;
  }

  /** A recovery approval under the number its events cite, for so many kg REO. */
  approve(works: Firm, quantityKg: number): void {
    works.amendments.length = 0;
    this.amend(works, 'permits', item =>
      item.kind === 'mining-licence' ? { ...item, kind: 'recovery-approval', quantityKg } : item,
    );
  }

  /** An invoice for which nothing moves. */
  invoice(seller: Firm, buyer: Firm, line: { item: string; massKg: number; price: number }): void {
    const { item, massKg, price } = line;
    const amount = (massKg / 1000) * price;
    const number = invoiceNumber(this.world.year, seller.region, this.world.next('invoice'));
    const lines = [{ item, massKg, basis: 'physical', unit: '吨', unitPrice: price, amount }];
    const parties = {
      seller: seller.uscc,
      buyer: buyer.uscc,
      issuedAt: noon(this.world.calendar.day),
      region: seller.region,
    };
    bookInvoice(seller, amount, false);
    this.world.paper('invoices', { number, type: 'digital-special', ...parties, state: 'normal', lines });
  }

  /** Changes the line of an invoice. */
  line(invoice: Item, change: Item): Record<string, unknown> {
    return { ...invoice, lines: (invoice.lines as Item[]).map(line => ({ ...line, ...change })) };
  }

  /** The same invoice for a part of the quantity, at a price that keeps the amount. */
  quantity(invoice: Item, share: number): Record<string, unknown> {
    return {
      ...invoice,
      lines: (invoice.lines as Item[]).map(line => ({ ...line, massKg: scaled(line.massKg, share) })),
    };
  }

  /** The same declaration for a part of the mass. */
  declaredMass(declaration: Item, share: number): Record<string, unknown> {
    return this.quantity(declaration, share);
  }

  /** The same declaration under another code of the tariff. */
  tariff(declaration: Item, hsCode: string): Record<string, unknown> {
    return this.line(declaration, { hsCode });
  }

  /** A reading of waste water so many times its limit. */
  reading(firm: Firm, day: number, share: number, point = 'DW009'): void {
    const number = numbered('HJ', this.world.year, this.world.next('reading'));
    const about = { number, enterprise: firm.uscc, site: firm.site, point, parameter: 'NH3-N', from: noon(day) };
    this.world.paper('monitoring', { ...about, value: Math.round(15 * share * 100) / 100, limit: 15, unit: 'mg/L' });
  }

  /** Recycles all its scrap. */
  recycles(firm: Firm, day: number, then: (event: EventInput) => void): void {
    this.on(day, 'run', () => {
      const outputs = ['OX-PrNd', 'OX-Dy'].map(product => ({ product, share: 0.95, reoPercent: 99.3 }));
      then(run(this.world, firm, 'RECYCLING', unshelve(firm, 'SCR-NdFeB-E'), outputs).event);
    });
  }

  /** A count of one lot that finds a part of it. */
  counts(firm: Firm, product: string, day: number, share: number, then: (event: EventInput) => void): void {
    this.on(day, 'run', () => {
      const counts = firm.shelf
        .get(product)!
        .map(({ code, massG }) => ({ lot: code, countedKg: Math.round(massG * share) / 1000 }));
      for (const lot of firm.shelf.get(product)!) hold(firm, lot, Math.round(lot.massG * share) - lot.massG);
      then(this.world.record(firm, { type: 'stocktake', reason: '年中盘点', counts }));
    });
  }
}

const scaled = (kilograms: unknown, share: number): number => Math.round(Number(kilograms) * share * 1000) / 1000;

/** Usual content of a product, % REO. */
const contentOf = (product: string): number =>
  ({ 'CON-MIX': 50, 'ENR-IMP': 92, MRC: 43.5, 'MAG-NdFeB': 36.4, 'SCR-NdFeB-E': 33.5, 'CA-Ce': 50, 'CA-La': 50 })[
    product
  ] ?? 99.4;

export const noon = (day: number): string => instant(day, 43_200_000);
export const ionProfile = (): Mixture => profile('XINFENG');
