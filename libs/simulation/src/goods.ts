import { findProduct } from '#catalogue';
import type { Element } from '#kernel';

/** How a product is traded: mean mass of a quality lot, price without VAT, tariff code of ten digits. */
interface Trade {
  readonly lotKg: number;
  readonly cnyPerT: number;
  readonly hs: string;
}

const trade = (lotKg: number, cnyPerT: number, hs: string): Trade => ({ lotKg, cnyPerT, hs });

/** Invented price level of a quiet year; masses after the usual packing. */
const TRADES: Readonly<Record<string, Trade>> = {
  'CON-MIX': trade(50_000, 24_000, '2530902000'),
  'CON-BAS': trade(50_000, 31_000, '2530902000'),
  'ENR-ION-M': trade(5_000, 168_000, '2846901999'),
  'ENR-ION-L': trade(5_000, 152_000, '2846901999'),
  'ENR-IMP': trade(25_000, 160_000, '2846901999'),
  MRC: trade(50_000, 27_000, '2846904800'),
  MRCL: trade(40_000, 26_000, '2846902800'),
  'OX-La': trade(2_500, 4_200, '2846901200'),
  'OX-Ce': trade(2_500, 8_200, '2846101000'),
  'CA-La': trade(2_500, 3_000, '2846904100'),
  'CA-Ce': trade(2_500, 5_000, '2846103000'),
  'OX-PrNd': trade(2_000, 412_000, '2846901993'),
  'OX-SEG': trade(1_000, 21_000, '2846901994'),
  'OX-Tb': trade(500, 5_900_000, '2846901600'),
  'OX-Dy': trade(1_000, 1_660_000, '2846901500'),
  'OX-Ho': trade(500, 460_000, '2846901995'),
  'OX-Er': trade(1_000, 300_000, '2846901920'),
  'OX-Y': trade(2_500, 43_000, '2846901100'),
  'MET-PrNd': trade(1_000, 508_000, '2805302900'),
  'ALY-DyFe': trade(500, 1_620_000, '7202999100'),
  'MAG-NdFeB': trade(5_000, 178_000, '8505111000'),
  'SCR-NdFeB-B': trade(2_000, 118_000, '8505111000'),
  'SCR-NdFeB-S': trade(2_000, 82_000, '8505111000'),
  'SCR-NdFeB-E': trade(2_000, 96_000, '8505111000'),
};

export function tradeOf(product: string): Trade {
  const known = TRADES[product];
  if (!known) throw new Error(`nobody trades ${product}`);
  return known;
}

/** Item as the tax catalogue prints it. */
export const itemOf = (product: string): string =>
  `*稀土产品*${
    findProduct(product)!
      .zh.replace(/（.*）/, '')
      .split('、')[0]!
  }`;

/** Elements that may leave only under a dual-use licence since April 2025. */
const CONTROLLED: readonly Element[] = ['Sm', 'Gd', 'Tb', 'Dy', 'Lu', 'Sc', 'Y'];

export function isControlled(product: string): boolean {
  const { elements } = findProduct(product)!;
  return elements.length === 1 && CONTROLLED.includes(elements[0]!);
}

/** Rare earth goods of the tariff that wait for licence and inspection; magnets and ferro-alloys are not among them. */
export const isLicensed = (product: string): boolean => /^(2805|2846|2530|2612)/.test(tradeOf(product).hs);

export const isMineral = (product: string): boolean => findProduct(product)!.stage === 'CONC';
