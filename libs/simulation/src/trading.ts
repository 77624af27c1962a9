import type { DispatchEvent, DocumentRef, EventInput } from '#lots';
import { instant, LAST_SALE, monthOf } from './calendar.js';
import { invoiceNumber } from './codes.js';
import { flowOf, hold, kg, partOf, reoOf, shelve, type Firm, type Lot } from './firm.js';
import { isMineral, itemOf, tradeOf } from './goods.js';
import type { World } from './world.js';

/** What happened of a sale. */
export interface Sold {
  readonly seller: Firm;
  readonly buyer: Firm;
  readonly dispatches: readonly EventInput[];
  /** Key of its invoice. */
  readonly invoice?: string;
}

/** How a sale departs from the usual; stories break rules by it. */
export interface Terms {
  readonly day?: number;
  /** Price of the month times this. */
  readonly markUp?: number;
  readonly isInvoiced?: boolean;
  /** Whether the dispatch names its invoice; most do. */
  readonly isCited?: boolean;
  /** Changes the invoice as it is issued; nothing, and it is never known. */
  readonly invoice?: (item: Record<string, unknown>) => Record<string, unknown>;
  /** Changes the dispatch. */
  readonly dispatch?: Partial<DispatchEvent>;
  /** Weighed over dispatched. */
  readonly weighed?: number;
  /** Called as the goods arrive. */
  readonly arrived?: (lots: readonly Lot[]) => void;
  readonly sent?: (sold: Sold) => void;
}

/** Price of a product in a month, CNY/t without VAT: a slow swing over the year. */
export const priceOf = (product: string, month: number): number =>
  tradeOf(product).cnyPerT * (1 + 0.05 * Math.sin((month / 12) * 2 * Math.PI));

/** Sells lots, off the shelf already: one invoice, a truck for each lot, accepted some days later. */
export function sell(world: World, seller: Firm, buyer: Firm, lots: readonly Lot[], terms: Terms = {}): void {
  const day = terms.day ?? world.calendar.day + world.dice.between(0, 5);
  if (lots.length === 0) return;
  if (day > LAST_SALE) {
    for (const lot of lots) shelve(seller, lot);
    return;
  }
  world.calendar.at(day, 'sell', () => send(world, seller, buyer, lots, terms));
}

function send(world: World, seller: Firm, buyer: Firm, lots: readonly Lot[], terms: Terms): void {
  const { dice } = world;
  const number = invoiceNumber(world.year, seller.region, world.next('invoice'));
  const price = Math.round(
    priceOf(lots[0]!.product, monthOf(world.calendar.day)) * (terms.markUp ?? 1) * dice.about(0.02),
  );
  const taxed = lots.map(lot => firstSale(world, seller, lot));
  const isCited = terms.isCited ?? (lots.length > 1 || !dice.chance(0.05));
  const invoiced = terms.isInvoiced ?? true;
  const dispatches = taxed.map(lot => {
    const documents: DocumentRef[] = [
      ...(invoiced && isCited ? [{ kind: 'vat-invoice', number } as const] : []),
      ...(lot.tax !== undefined && isMineral(lot.product)
        ? [{ kind: 'resource-tax-certificate', number: lot.tax } as const]
        : []),
    ];
    return dispatchOf(world, seller, buyer, lot, price, documents, terms);
  });
  if (invoiced) issue(world, seller, buyer, lots, number, price, terms);
  terms.sent?.({ seller, buyer, dispatches, ...(invoiced ? { invoice: number } : {}) });
}

/** Minerals are taxed where they are first sold, under a certificate of the quarter. */
function firstSale(world: World, seller: Firm, lot: Lot): Lot {
  if (!isMineral(lot.product) || !seller.deposit) return lot;
  const quarter = Math.ceil(monthOf(world.calendar.day) / 3);
  const sold = (seller.firstSold.get(lot.product) ?? 0) + lot.massG;
  seller.firstSold.set(lot.product, sold);
  return { ...lot, tax: taxCertificate(seller, lot.product, quarter) };
}

export const taxCertificate = ({ uscc }: Firm, product: string, quarter: number): string =>
  `ZY-${uscc.slice(8)}-${product}-Q${quarter}`;

function dispatchOf(
  world: World,
  seller: Firm,
  buyer: Firm,
  lot: Lot,
  unitPrice: number,
  documents: DocumentRef[],
  terms: Terms,
): EventInput {
  const event = world.record(seller, {
    type: 'dispatch',
    to: buyer.uscc,
    draws: [{ lot: lot.code, massKg: kg(lot.massG), unitPrice }],
    ...(documents.length > 0 && { documents }),
    ...terms.dispatch,
  });
  hold(seller, lot, -lot.massG);
  correctSometimes(world, seller, event as DispatchEvent, unitPrice);
  world.calendar.at(world.calendar.day + world.dice.between(1, 4), 'arrive', () =>
    arrive(world, buyer, lot, event.id, terms),
  );
  return event;
}

const CORRECTIONS_A_MONTH = 2;

/** A price mistyped, put right the next day; nobody does so often. */
function correctSometimes(world: World, seller: Firm, { id, ...event }: DispatchEvent, unitPrice: number): void {
  if (!world.dice.chance(0.002) || seller.corrections >= CORRECTIONS_A_MONTH) return;
  seller.corrections += 1;
  const draws = event.draws.map(draw => ({ ...draw, unitPrice: unitPrice + 100 }));
  world.calendar.at(world.calendar.day + 1, 'mine', () => {
    world.record(seller, {
      type: 'correction',
      corrects: id,
      reason: '单价录入错误',
      replacement: { ...event, draws },
    });
  });
}

function arrive(world: World, buyer: Firm, lot: Lot, dispatch: string, { weighed, arrived }: Terms): void {
  const share = weighed ?? (world.dice.chance(0.3) ? 1 + world.dice.between(-20, 15) / 10_000 : 1);
  const massG = Math.round(lot.massG * share);
  const items = share === 1 ? {} : { items: [{ lot: lot.code, massKg: kg(massG) }] };
  world.record(buyer, { type: 'receipt', dispatch, outcome: 'accepted', ...items });
  const got = partOf(lot, massG);
  hold(buyer, lot, massG);
  flowOf(buyer, lot.product).purchased += massG;
  if (arrived) arrived([got]);
  else world.whenArrived(buyer, got);
}

function issue(
  world: World,
  seller: Firm,
  buyer: Firm,
  lots: readonly Lot[],
  number: string,
  price: number,
  { invoice }: Terms,
): void {
  const [{ product }] = lots as readonly [Lot];
  const isByOxide = product.startsWith('ENR-ION');
  const massG = lots.reduce((sum, lot) => sum + lot.massG, 0);
  const quantityG = isByOxide ? Math.round(lots.reduce((sum, lot) => sum + reoOf(lot), 0)) : massG;
  const amount = Math.round((quantityG / 1e6) * price * 100) / 100;
  const line = {
    item: itemOf(product),
    massKg: kg(quantityG),
    basis: isByOxide ? 'reo' : 'physical',
    unit: '吨',
    unitPrice: price,
    amount,
  };
  const parties = {
    seller: seller.uscc,
    buyer: buyer.uscc,
    issuedAt: instant(world.calendar.day, 16 * 3_600_000),
    region: seller.region,
  };
  const item = { number, type: 'digital-special', ...parties, state: 'normal', lines: [line] };
  flowOf(seller, product).sold += massG;
  bookInvoice(seller, amount, isMineral(product));
  world.paper('invoices', invoice ? invoice(item) : item, seller);
}

/** Tax is due on it. */
export function bookInvoice(seller: Firm, amount: number, isMineral: boolean): void {
  seller.invoiced += amount;
  if (isMineral) seller.mineralsInvoiced += amount;
}

export const quarterLabel = (world: World, quarter: number): string => `${world.year}-Q${quarter}`;
