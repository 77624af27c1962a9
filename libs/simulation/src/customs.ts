import { dateOf, monthOf } from './calendar.js';
import { declarationNumber, exportLicenceNumber, numbered } from './codes.js';
import { variant } from './chemistry.js';
import { flowOf, hold, kg, type Firm, type Lot } from './firm.js';
import { isControlled, isLicensed, tradeOf } from './goods.js';
import { declared, makeLots, own, type Ran } from './making.js';
import { priceOf } from './trading.js';
import type { World } from './world.js';
import type { EventInput } from '#lots';
import { IMPORTED } from './economy/deposits.js';

const CNY_PER_USD = 7.1;
const CUSTOMS = ['2225', '4220', '5165', '3105'] as const;

export const customsOf = ({ place }: Firm): string => CUSTOMS[place % CUSTOMS.length]!;

/** Changes what goes out; stories break rules by it. */
export interface Shipping {
  readonly priceFactor?: number;
  readonly declaration?: (item: Record<string, unknown>) => Record<string, unknown> | undefined;
  readonly certificate?: (item: Record<string, unknown>) => Record<string, unknown> | undefined;
  readonly licence?: (item: Record<string, unknown>) => Record<string, unknown> | undefined;
}

const same = (item: Record<string, unknown>): Record<string, unknown> => item;

/** Lots of one product leave the country, with declaration, inspection certificate and licences. */
export function exportGoods(
  world: World,
  firm: Firm,
  lots: readonly Lot[],
  destination: string,
  shipping: Shipping = {},
): { event: EventInput; declaration: string } {
  const { product } = lots[0]!;
  const { hs } = tradeOf(product);
  const declaration = declarationNumber(customsOf(firm), world.year, 'export', world.next('declaration'));
  const massG = lots.reduce((sum, lot) => sum + lot.massG, 0);
  const price = exportPrice(world, product, shipping);
  const event = world.record(firm, {
    ...{ type: 'export', declaration, destination, port: '示例港', consignee: 'Example Materials' },
    items: lots.map(lot => ({ lot: lot.code, massKg: kg(lot.massG), hsCode: hs, unitPriceUsd: price })),
  });
  for (const lot of lots) hold(firm, lot, -lot.massG);
  flowOf(firm, product).exported += massG;
  const line = { hsCode: hs, massKg: kg(massG), valueUsd: Math.round((massG / 1e6) * price) };
  declare(world, firm, { number: declaration, direction: 'export', country: destination, lines: [line] }, shipping);
  certify(world, firm, declaration, lots, shipping);
  if (isLicensed(product)) license(world, firm, product, destination, massG, shipping);
  return { event, declaration };
}

/** USD/t: a little above the price at home. */
function exportPrice(world: World, product: string, { priceFactor = 1 }: Shipping): number {
  const home = priceOf(product, monthOf(world.calendar.day)) / CNY_PER_USD;
  return Math.round(home * 1.12 * world.dice.about(0.03) * priceFactor);
}

function declare(world: World, firm: Firm, facts: Record<string, unknown>, { declaration = same }: Shipping): void {
  const about = { party: firm.uscc, date: dateOf(world.calendar.day), customs: customsOf(firm) };
  const item = declaration({ ...about, ...facts });
  if (item) world.paper('customs-declarations', item, firm);
}

function certify(
  world: World,
  firm: Firm,
  declaration: string,
  lots: readonly Lot[],
  { certificate = same }: Shipping,
): void {
  const massKg = kg(lots.reduce((sum, lot) => sum + lot.massG, 0));
  const number = numbered('JC', world.year, world.next('certificate'));
  const codes = lots.map(({ code }) => code);
  const item = certificate({
    number,
    declaration,
    lots: codes,
    massKg,
    date: dateOf(world.calendar.day),
    result: 'pass',
  });
  if (item) world.paper('inspection-certificates', item, firm);
}

function license(
  world: World,
  firm: Firm,
  product: string,
  destination: string,
  massG: number,
  { licence = same }: Shipping,
): void {
  for (const kind of ['export-licence', ...(isControlled(product) ? ['dual-use-licence'] : [])]) {
    const number = exportLicenceNumber(world.year, world.next('export-licence'));
    const goods = {
      hsCode: tradeOf(product).hs,
      destination,
      customs: customsOf(firm),
      quantityKg: Math.ceil(kg(massG) * 1.1),
    };
    const time = { from: dateOf(world.calendar.day - 20), to: dateOf(world.calendar.day + 160), status: 'valid' };
    const item = licence({ kind, number, holder: firm.uscc, issuer: '商务部', ...time, ...goods });
    if (item) world.paper('permits', item, firm);
  }
}

const IMPORT_CUSTOMS = '8603';

/** Ion concentrate from abroad, with declaration and inspection certificate. */
export function importGoods(
  world: World,
  firm: Firm,
  reoG: number,
  shipping: Shipping = {},
): Ran & { declaration: string } {
  const { product, country, mixture, reoPercent } = IMPORTED;
  const lots = makeLots(world, firm, product, reoG, reoPercent, variant(mixture, world.dice, 0.02));
  const declaration = declarationNumber(IMPORT_CUSTOMS, world.year, 'import', world.next('declaration'));
  const massG = lots.reduce((sum, lot) => sum + lot.massG, 0);
  const yields = lots.map(lot => declared(world, lot));
  const event = world.record(firm, { type: 'import', declaration, originCountry: country, yields });
  own(firm, lots, false);
  flowOf(firm, product).imported += massG;
  const line = { hsCode: tradeOf(product).hs, massKg: kg(massG), valueUsd: Math.round(massG * 0.021) };
  const facts = { number: declaration, direction: 'import', country, customs: IMPORT_CUSTOMS, lines: [line] };
  declare(world, firm, facts, shipping);
  certify(world, firm, declaration, lots, shipping);
  return { event, lots, declaration };
}
