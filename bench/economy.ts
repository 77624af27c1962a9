import { createHash } from 'node:crypto';
import type { EventInput } from '#lots';
import { uscc } from '#testing';

/** A seeded economy of mines, smelters, separators and exporters, masses conserved to the gram. */
export interface EconomyOptions {
  /** Lots to be declared, about. */
  readonly lots: number;
  readonly seed: number;
  /** Every dispatch cites an invoice of its own. */
  readonly invoices?: boolean;
}

export const MINES = 20;
export const PLANTS = 40;
const FAN_IN_MAX = 300;
const LOTS_PER_RUN = 25;
/** A plant draws from the newest lots of a few suppliers, as stocks turn over. */
const SUPPLIERS = 3;

export const mineOf = (n: number): string => uscc(1 + n, '150200');
export const plantOf = (n: number): string => uscc(1_000 + n, '360700');
export const exporterOf = (n: number): string => uscc(5_000 + n, '310000');
export const licenceOf = (n: number): string => `C36000020101251${String(n).padStart(8, '0')}`;

const ASSAY = { La: 25, Ce: 48, Pr: 5, Nd: 17, Sm: 2, Eu: 0.5, Gd: 1, Tb: 0.1, Dy: 0.4, Y: 1 };

interface Stock {
  readonly lot: string;
  readonly massG: number;
}

/** Mulberry32: small, seeded, good enough to spread sizes. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Events in the order in which they can be recorded; the last ones export. */
export function* economy({ lots, seed, invoices = false }: EconomyOptions): Generator<EventInput> {
  const roll = dice(seed);
  const between = (low: number, high: number): number => low + Math.floor(roll() * (high - low + 1));
  const stocks: Stock[][] = Array.from({ length: PLANTS }, () => []);
  let made = 0;
  let step = 0;
  const at = (): string => new Date(Date.UTC(2024, 0, 1) + step * 60_000).toISOString().replace('Z', '+00:00');
  const id = (): string => uuidOf(`${seed}:${step}`);
  while (made < lots) {
    // a mine's day: a few lots for one plant
    const mine = between(0, MINES - 1);
    const plant = between(0, PLANTS / 2 - 1);
    const yields = Array.from({ length: between(5, 20) }, (_, i) => ({
      lot: `M${step}-${i}`,
      product: 'CON-MIX',
      massKg: between(5_000, 50_000),
      reoPercent: 50,
      assay: ASSAY,
    }));
    made += yields.length;
    step += 1;
    yield { id: id(), type: 'mining', enterprise: mineOf(mine), occurredAt: at(), licence: licenceOf(mine), yields };
    yield* transfer(
      mineOf(mine),
      plant,
      yields.map(each => ({ lot: each.lot, massG: each.massKg * 1000 })),
    );
    // when a plant has gathered enough, it runs
    for (const runner of [plant, PLANTS / 2 + between(0, PLANTS / 2 - 1)]) yield* runIfReady(runner);
  }
  yield* exports();

  function* transfer(from: string, plant: number, goods: readonly Stock[]): Generator<EventInput> {
    step += 1;
    const dispatch = id();
    const draws = goods.map(each => ({ lot: each.lot, massKg: each.massG / 1000 }));
    const cited = invoices ? { documents: [{ kind: 'vat-invoice' as const, number: invoiceOf(step) }] } : {};
    yield { id: dispatch, type: 'dispatch', enterprise: from, to: plantOf(plant), occurredAt: at(), draws, ...cited };
    step += 1;
    yield { id: id(), type: 'receipt', enterprise: plantOf(plant), occurredAt: at(), dispatch, outcome: 'accepted' };
    stocks[plant]!.push(...goods);
  }

  function* runIfReady(plant: number): Generator<EventInput> {
    const stock = stocks[plant]!;
    const wanted = between(20, FAN_IN_MAX);
    if (stock.length < wanted) return;
    const feed = stock.splice(0, wanted);
    const totalG = feed.reduce((sum, each) => sum + each.massG, 0);
    const count = LOTS_PER_RUN + between(0, 15);
    const partG = Math.floor(totalG / count);
    step += 1;
    const yields = Array.from({ length: count }, (_, i) => ({
      lot: `P${step}-${i}`,
      product: 'MRC',
      massKg: (i === 0 ? totalG - partG * (count - 1) : partG) / 1000,
      reoPercent: 50,
      assay: ASSAY,
    }));
    made += count;
    const draws = feed.map(each => ({ lot: each.lot, massKg: each.massG / 1000 }));
    yield {
      id: id(),
      type: 'processing',
      enterprise: plantOf(plant),
      occurredAt: at(),
      process: 'BLEND',
      from: at(),
      draws,
      yields,
    };
    const goods = yields.map(each => ({ lot: each.lot, massG: Math.round(each.massKg * 1000) }));
    if (plant >= PLANTS / 2) stock.push(...goods.slice(0, 5)); // work in progress goes round
    const out = plant >= PLANTS / 2 ? goods.slice(5) : goods;
    for (let i = 0; i < SUPPLIERS; i++) {
      const share = out.filter((_, n) => n % SUPPLIERS === i);
      const buyer = PLANTS / 2 + ((plant * 7 + i * 5) % (PLANTS / 2));
      if (share.length > 0 && buyer !== plant) yield* transfer(plantOf(plant), buyer, share);
    }
  }

  function* exports(): Generator<EventInput> {
    for (let n = 0; n < 200; n++) {
      const plant = PLANTS / 2 + (n % (PLANTS / 2));
      const goods = stocks[plant]!.splice(0, 4);
      if (goods.length === 0) continue;
      step += 1;
      const items = goods.map(each => ({ lot: each.lot, massKg: each.massG / 1000 }));
      yield {
        id: id(),
        type: 'export',
        enterprise: plantOf(plant),
        occurredAt: at(),
        declaration: declarationOf(n),
        destination: 'JP',
        items,
      };
    }
  }
}

/** The invoice of the dispatch at a step, of twenty digits. */
export const invoiceOf = (step: number): string => `2436200000${String(step).padStart(10, '0')}`;

export const declarationOf = (n: number): string => `42202026000${String(n).padStart(7, '0')}`;

function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
