import { ELEMENT_COUNT, elementIndex, ELEMENTS, type Assay, type Element } from '#kernel';
import type { EventInput, LotDeclaration } from '#lots';
import { declarationNumber, Dice, licenceNumber } from '#testing';
import {
  DECLARATIONS, DEPOSITS, IMPORTED, IMPORTERS, importerOf, importOf, mineOf, MINES, plantsOf, SCRAP, STAGES,
  supplierOf, SUPPLIERS, type Raw, type Recipe, type Stage, type StageName,
} from './national-cast.js'; // prettier-ignore

/** A lot as it lies: its mass, and grams of each element's oxide in it, indexed like kernel ELEMENTS. */
interface Goods {
  readonly lot: string;
  readonly massG: number;
  readonly elements: Float64Array;
}

/** A plant with its stock; it runs when it has gathered what its next run takes. */
interface Plant {
  readonly enterprise: string;
  readonly stage: Stage;
  /** Among those of its stage: it sells to a few neighbours. */
  readonly place: number;
  readonly stock: Goods[];
  wanted: number;
}

interface Shipment {
  readonly dispatch: string;
  readonly to: Plant;
  readonly goods: readonly Goods[];
}

/** Dispatches that are on their way before the oldest arrives. */
const ON_THE_WAY = 3_000;
const NEIGHBOURS = 3;
const FEED = { least: 2, most: 12 };
const TWO_YEARS_MS = 2 * 365 * 86_400_000;

/**
 * Events of a country's rare earths in the order of time, masses conserved: mines, importers and scrap, smelters,
 * separators, metal and magnet makers, exporters. Of a thousand events some 660 are dispatches and their receipts, 200
 * mining, 120 runs of 2 to 12 draws with 1 to 4 yields, 10 exports.
 */
export class NationalEconomy {
  private readonly dice: Dice;
  private readonly plants: Readonly<Record<StageName, readonly Plant[]>>;
  private readonly onTheWay: Shipment[] = [];
  private count = 0;
  private lots = 0;
  private imports = 0;
  private exports = 0;

  constructor(
    private readonly events: number,
    seed: number,
  ) {
    this.dice = new Dice(seed);
    this.plants = Object.fromEntries(
      Object.entries(STAGES).map(([name, stage]) => [
        name,
        plantsOf(name as StageName).map((enterprise, place) => ({ enterprise, stage, place, stock: [], wanted: 4 })),
      ]),
    ) as unknown as Record<StageName, Plant[]>;
  }

  /** As many events as were asked for. */
  *all(): Generator<EventInput> {
    for (const event of this.endless()) {
      yield event;
      if (this.count >= this.events) return;
    }
  }

  private *endless(): Generator<EventInput> {
    for (;;) {
      if (this.onTheWay.length < Math.min(ON_THE_WAY, this.events / 10)) yield* this.root();
      else yield* this.arrival(this.onTheWay.shift()!);
    }
  }

  private *root(): Generator<EventInput> {
    const { dice } = this;
    if (dice.chance(0.03)) {
      const plant = dice.pick(this.plants.recycler);
      const [goods, yields] = this.declare(SCRAP, dice.between(1, 3), [200, 5_000]);
      const n = dice.between(0, SUPPLIERS - 1);
      const supplier = { name: `示例废料供应商${n}`, uscc: supplierOf(n) };
      yield { ...this.base(plant.enterprise), type: 'scrap-intake', supplier, yields };
      yield* this.intoStock(plant, goods);
    } else if (dice.chance(0.005) && this.imports < DECLARATIONS) {
      const n = this.imports++;
      const [goods, yields] = this.declare(IMPORTED, dice.between(1, 3), [5_000, 50_000]);
      const facts = { type: 'import' as const, declaration: importOf(n), originCountry: 'MM', yields };
      yield { ...this.base(importerOf(n % IMPORTERS)), ...facts };
      yield* this.dispatches(importerOf(n % IMPORTERS), n % IMPORTERS, IMPORTED.buyers, goods);
    } else {
      const n = dice.between(0, MINES - 1);
      const deposit = DEPOSITS[n % DEPOSITS.length]!;
      const [goods, yields] = this.declare(deposit, dice.between(1, 3), [2_000, 40_000]);
      yield { ...this.base(mineOf(n)), type: 'mining', licence: licenceNumber(n), yields };
      yield* this.dispatches(mineOf(n), n, deposit.buyers, goods);
    }
  }

  /** The buyer accepts; sometimes its scales show a little less. */
  private *arrival({ dispatch, to, goods }: Shipment): Generator<EventInput> {
    const isWeighed = this.dice.chance(0.15);
    const come = isWeighed ? goods.map(each => part(each, 1 - this.dice.between(0, 3) / 1000)) : goods;
    const receipt = { type: 'receipt', dispatch, outcome: 'accepted' } as const;
    const items = come.map(each => ({ lot: each.lot, massKg: each.massG / 1000 }));
    yield { ...this.base(to.enterprise), ...receipt, ...(isWeighed ? { items } : {}) };
    yield* this.intoStock(to, come);
  }

  private *intoStock(plant: Plant, goods: readonly Goods[]): Generator<EventInput> {
    plant.stock.push(...goods);
    if (plant.stock.length < plant.wanted) return;
    const feed = this.takeFeed(plant);
    const draws = feed.map(({ lot, massG }) => ({ lot, massKg: massG / 1000 }));
    const { process } = plant.stage;
    if (process) {
      yield* this.run(plant, process, feed, draws);
    } else {
      const declaration = declarationNumber(this.exports++, 'export', 2025);
      yield { ...this.base(plant.enterprise), type: 'export', declaration, destination: 'JP', items: draws };
    }
  }

  /** The oldest of the stock; of some lots only a half. */
  private takeFeed(plant: Plant): Goods[] {
    const taken = plant.stock.splice(0, plant.wanted);
    plant.wanted = this.dice.between(FEED.least, FEED.most);
    return taken.map(goods => {
      if (!this.dice.chance(0.2)) return goods;
      const half = part(goods, 0.5);
      const rest = { ...part(goods, 0.5), massG: goods.massG - half.massG };
      plant.stock.push(rest);
      return half;
    });
  }

  private *run(plant: Plant, process: string, feed: readonly Goods[], draws: { lot: string; massKg: number }[]) {
    const { enterprise, stage, place } = plant;
    const pool = new Float64Array(ELEMENT_COUNT);
    for (const { elements } of feed) elements.forEach((grams, e) => (pool[e]! += grams));
    const recipes = stage.recipes.filter((_, n) => n === 0 || this.dice.chance(0.6));
    const outputs = recipes
      .map(recipe => ({ recipe, made: this.make(recipe, pool, stage.recovery, recipes.length > 1 ? 1 : 3) }))
      .filter(({ made: [goods] }) => goods.every(({ massG }) => massG > 0));
    const lossG = sum(pool) - sum(outputs.flatMap(({ made: [goods] }) => goods.map(each => sum(each.elements))));
    const run = { type: 'processing' as const, process, from: this.instant(-86_400_000), draws };
    const yields = outputs.flatMap(({ made: [, declared] }) => declared);
    const losses = [{ kind: 'tailings' as const, massKg: Math.floor(lossG * 50) / 1000, reoPercent: 2 }];
    const event: EventInput = { ...this.base(enterprise), ...run, yields, losses };
    yield event;
    for (const { recipe, made } of outputs) yield* this.dispatches(enterprise, place, recipe.buyers, made[0]);
  }

  private make(recipe: Recipe, pool: Float64Array, recovery: number, lotsMax: number): [Goods[], LotDeclaration[]] {
    const elements = new Float64Array(ELEMENT_COUNT);
    for (const element of recipe.holds) elements[elementIndex(element)!] = pool[elementIndex(element)!]! * recovery;
    const massG = Math.floor(sum(elements) / (recipe.reoPercent / 100));
    const goods = this.split({ lot: '', massG, elements }, this.dice.between(1, lotsMax));
    const assay = recipe.isAssayed ? { assay: assayOf(elements, recipe.holds) } : {};
    return [goods, goods.map(each => ({ ...declaration(each, recipe), ...assay }))];
  }

  private declare(raw: Raw, lots: number, [least, most]: readonly [number, number]): [Goods[], LotDeclaration[]] {
    const massG = this.dice.between(least, most) * 1000;
    const reoG = massG * (raw.reoPercent / 100);
    const percents = ELEMENTS.map(element => raw.assay[element] ?? 0);
    const elements = Float64Array.from(percents, percent => (reoG * percent) / sum(percents));
    const goods = this.split({ lot: '', massG, elements }, lots);
    return [goods, goods.map(each => ({ ...declaration(each, raw), assay: raw.assay }))];
  }

  private split(whole: Goods, count: number): Goods[] {
    const equal = part(whole, 1 / count);
    return Array.from({ length: count }, () => ({ ...equal, lot: `L${this.dice.between(10, 99)}-${++this.lots}` }));
  }

  private *dispatches(from: string, place: number, buyers: StageName, goods: readonly Goods[]): Generator<EventInput> {
    const plants = this.plants[buyers];
    const to = plants[(place * NEIGHBOURS + this.dice.between(0, NEIGHBOURS - 1)) % plants.length]!;
    const base = this.base(from);
    const draws = goods.map(each => ({ lot: each.lot, massKg: each.massG / 1000 }));
    yield { ...base, type: 'dispatch', to: to.enterprise, draws };
    this.onTheWay.push({ dispatch: base.id, to, goods });
  }

  private base(enterprise: string): { id: string; enterprise: string; occurredAt: string } {
    this.count += 1;
    return { id: this.uuid(), enterprise, occurredAt: this.instant(0) };
  }

  private instant(shiftMs: number): string {
    const at = Date.UTC(2024, 0, 1) + (TWO_YEARS_MS * this.count) / this.events + shiftMs;
    return `${new Date(at).toISOString().slice(0, 19)}+08:00`;
  }

  private uuid(): string {
    const hex = Array.from({ length: 4 }, () => this.dice.between(0, 0xffffffff).toString(16).padStart(8, '0')).join(
      '',
    );
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

const declaration = ({ lot, massG }: Goods, { product, reoPercent }: Raw | Recipe): LotDeclaration => ({
  lot,
  product,
  massKg: massG / 1000,
  reoPercent,
});

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** A part of a lot, rounded down to the gram. */
const part = ({ lot, massG, elements }: Goods, share: number): Goods => ({
  lot,
  massG: Math.floor(massG * share),
  elements: elements.map(grams => grams * share),
});

/** In % of all of it, with at most four decimals. */
const assayOf = (elements: Float64Array, holds: readonly Element[]): Assay =>
  Object.fromEntries(
    holds.map(element => [element, Math.round((elements[elementIndex(element)!]! / sum(elements)) * 1e6) / 1e4]),
  );
