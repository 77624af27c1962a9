import { findProduct, reoPercentOfMetal } from '#catalogue';
import type { Element } from '#kernel';
import type { EventInput, LotDeclaration } from '#lots';
import { instant, monthOf } from './calendar.js';
import { measured, normalised, only, pooled, total, type Mixture } from './chemistry.js';
import { flowOf, hold, kg, reoOf, shelve, type Firm, type Lot } from './firm.js';
import { tradeOf } from './goods.js';
import type { World } from './world.js';

/** A product of a run. */
export interface Output {
  readonly product: string;
  /** Part of the feed's REO, in the elements the product is made for, that comes out as it. */
  readonly share: number;
  readonly reoPercent?: number;
  readonly metalPercent?: number;
  readonly lotKg?: number;
  readonly elements?: readonly Element[];
  /** Reported by a laboratory; else the ledger infers it. */
  readonly isAssayed?: boolean;
}

/** Lots of a product out of a mass of REO, their contents with the error of an assay. */
export function makeLots(
  world: World,
  firm: Firm,
  product: string,
  reoG: number,
  reoPercent: number,
  mixture: Mixture,
  lotKg = tradeOf(product).lotKg,
): Lot[] {
  const massG = Math.floor((reoG / reoPercent) * 100);
  if (massG < 1000) return [];
  const count = Math.min(1_500, Math.max(1, Math.round(massG / (lotKg * 1000))));
  const stamp = `${firm.uscc.slice(10)}-${world.year}${String(monthOf(world.calendar.day)).padStart(2, '0')}-${product}`;
  let left = massG;
  return Array.from({ length: count }, (_, n) => {
    const part = n === count - 1 ? left : Math.min(left, Math.round((massG / count) * world.dice.about(0.02)));
    left -= part;
    const declared = Math.min(100, Math.round(reoPercent * world.dice.about(0.0015) * 100) / 100);
    const content = reoPercent > 100 ? Math.round(reoPercent * world.dice.about(0.0005) * 100) / 100 : declared;
    return {
      code: `${stamp}-${String(world.next('lot')).padStart(5, '0')}`,
      product,
      massG: part,
      reoPercent: content,
      mixture,
    };
  });
}

/** How a lot is declared; one in a dozen lacks its assay. */
export function declared(
  world: World,
  { code, product, massG, reoPercent, mixture }: Lot,
  isAssayed = true,
): LotDeclaration {
  const isKnown = isAssayed && findProduct(product)!.elements.length > 1;
  const assay = isKnown ? { assay: measured(mixture, world.dice) } : {};
  return { lot: code, product, massKg: kg(massG), reoPercent, ...assay };
}

/** The holder has new lots; they count as produced. */
export function own(firm: Firm, lots: readonly Lot[], isProduced: boolean): void {
  for (const lot of lots) {
    hold(firm, lot, lot.massG);
    shelve(firm, lot);
    if (isProduced) flowOf(firm, lot.product).producedReo += reoOf(lot);
  }
}

export interface Running {
  readonly days?: number;
  /** Declared losses as parts of the REO fed. */
  readonly losses?: readonly {
    readonly kind: 'tailings' | 'waste' | 'radioactive-residue' | 'loss';
    readonly share: number;
    readonly reoPercent: number;
  }[];
}

export interface Ran {
  readonly event: EventInput;
  readonly lots: readonly Lot[];
}

/** A run: whole lots go in, what the outputs say comes out, masses of every element conserved. */
export function run(
  world: World,
  firm: Firm,
  process: string,
  feed: readonly Lot[],
  outputs: readonly Output[],
  running: Running = {},
): Ran {
  const pool = pooled(feed.map(lot => ({ reoG: reoOf(lot), mixture: lot.mixture })));
  const made = outputs.map(output => ({ output, lots: comeOut(world, firm, output, pool) }));
  for (const lot of feed) hold(firm, lot, -lot.massG);
  const lots = made.flatMap(({ lots }) => lots);
  own(firm, lots, true);
  const { days = 4, losses = [] } = running;
  const occurred = world.calendar.now();
  const event = world.record(firm, {
    type: 'processing',
    process,
    from: instant(world.calendar.day - days, Date.parse(occurred) % 3_600_000),
    draws: feed.map(({ code, massG }) => ({ lot: code, massKg: kg(massG) })),
    yields: made.flatMap(({ output, lots }) =>
      lots.map(lot => declared(world, lot, output.isAssayed ?? !world.dice.chance(0.08))),
    ),
    ...(losses.length > 0 && { losses: losses.map(loss => lossOf(loss, total(pool))) }),
  });
  underQuota(firm, process, feed, lots);
  return { event, lots };
}

function comeOut(world: World, firm: Firm, output: Output, pool: Float64Array): Lot[] {
  const { product, share, reoPercent, metalPercent, elements = findProduct(product)!.elements } = output;
  const part = only(pool, elements, share);
  const mixture = normalised(part);
  const content = reoPercent ?? Math.round(reoPercentOfMetal(metalPercent!, [...mixture]) * 100) / 100;
  return makeLots(world, firm, product, total(part), content, mixture, output.lotKg);
}

const lossOf = ({ kind, share, reoPercent }: NonNullable<Running['losses']>[number], reoG: number) => ({
  kind,
  massKg: Math.floor(((reoG * share) / reoPercent) * 100) / 1000,
  reoPercent,
});

const COMPOUND = /^COMP/;

function underQuota(firm: Firm, process: string, feed: readonly Lot[], lots: readonly Lot[]): void {
  const sum = (of: readonly Lot[], stage: RegExp): number =>
    of.filter(({ product }) => stage.test(findProduct(product)!.stage)).reduce((all, lot) => all + reoOf(lot), 0);
  if (process === 'SMELT_DECOMP' || process === 'SEPARATION')
    produced(firm, 'separation', sum(lots, COMPOUND) - sum(feed, COMPOUND));
  if (process === 'BENEFICIATION') produced(firm, 'mining-rock', sum(lots, /^CONC/));
}

const produced = ({ underQuota }: Firm, kind: string, reoG: number): void =>
  void underQuota.set(kind, (underQuota.get(kind) ?? 0) + reoG);

/** Digs: new lots of the deposit's ore, or of its enrichment where it is leached in place. */
export function mine(
  world: World,
  firm: Firm,
  reoG: number,
  given: {
    readonly licence?: string;
    readonly enteredAt?: string;
    readonly location?: { readonly lat: number; readonly lon: number };
  } = {},
): Ran {
  const { product, ore, mixture, licence } = firm.deposit!;
  const dug = ore ?? product;
  const lots = makeLots(
    world,
    firm,
    dug,
    reoG,
    ore ? 5 : product.startsWith('ENR') ? 92 : 55,
    mixture,
    ore ? 5_000_000 : undefined,
  );
  const [lon, lat] = centreOf(firm);
  const event = world.record(firm, {
    type: 'mining',
    licence,
    location: { lat: round(lat + 0.01 * world.dice.about(1) - 0.01), lon: round(lon) },
    yields: lots.map(lot => declared(world, lot)),
    ...given,
  });
  own(firm, lots, true);
  if (!ore)
    produced(
      firm,
      product.startsWith('ENR') ? 'mining-ion' : 'mining-rock',
      lots.reduce((sum, lot) => sum + reoOf(lot), 0),
    );
  return { event, lots };
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** Middle of an enterprise's ground; areas of 0.1° around lie apart from each other. */
export function centreOf({ site }: Firm): readonly [lon: number, lat: number] {
  const n = Number(site.slice(2));
  return [round(100 + (n % 100) * 0.2), round(24 + Math.floor(n / 100) * 0.2)];
}
