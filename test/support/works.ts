import {
  type ContractEvent, type Dice, type LotDeclaration, type RegistryItems, declarationNumber, dispatch, enterprise,
  exporting, licence, licenceNumber, lot, mining, openingStock, processing, receipt, registry, stocktake, uscc,
} from '#testing'; // prettier-ignore

const [MAKER, BUYER] = [uscc(201), uscc(202, '310000')];
const LICENCES = [1, 2, 3].map(licenceNumber);
const ORES = [
  { product: 'CON-BAS', reoPercent: 60.5, assay: { La: 29.5, Ce: 48, Pr: 4.5, Nd: 15.6, Sm: 1.4, Gd: 0.5, Dy: 0.5 } },
  { product: 'ENR-ION-M', reoPercent: 92, assay: { La: 28, Ce: 3, Pr: 6, Nd: 18, Sm: 5, Gd: 6, Dy: 4, Y: 30 } },
] as const;

/** Without an assay: it is what went into it. */
const CARBONATE = { product: 'MRC', reoPercent: 45 };

/** Runs in a row that pass on what they have in progress. */
const CHAIN = 10;

/** A lot that every run draws from, whoever runs it. */
const SHARED = lot({ lot: 'SHARED', massKg: 100_000_000 });

/** What the works presuppose: two enterprises, licences of which one is unknown, and stock they share. */
export const WORKS_REGISTRY: RegistryItems = registry({
  enterprises: [enterprise(MAKER, ['mine', 'smelter']), enterprise(BUYER, ['exporter'])],
  permits: LICENCES.slice(0, 2).map(number => licence(number, MAKER)),
});
export const WORKS_STOCK = openingStock({ enterprise: MAKER, yields: [SHARED] });

/**
 * A line of production in random amounts; now and then more comes out, arrives or is counted than there should be. Every event is valid where those before it have been recorded; other lines,
 * told apart by their names, do not matter to it.
 */
export class Works {
  private cycles = 0;
  private inProgress: LotDeclaration | undefined;

  constructor(
    private readonly name: string,
    private readonly dice: Dice,
  ) {}

  /** From ore to export; what is left in the plant goes into the next run. */
  cycle(): ContractEvent[] {
    if (this.cycles % CHAIN === 0) this.inProgress = undefined;
    this.cycles += 1;
    const ore = this.declare('ORE', this.dice.kg(500, 5_000), this.dice.pick(ORES));
    const mined = mining({ enterprise: MAKER, licence: this.dice.pick(LICENCES), yields: [ore] });
    const made = this.declare('MADE', kg(ore.massKg * (this.dice.chance(0.1) ? 1.5 : 0.3)), CARBONATE);
    return [mined, this.run(ore, made), ...this.sale(made)];
  }

  private run(ore: LotDeclaration, made: LotDeclaration): ContractEvent {
    const draws = [ore, SHARED, ...(this.inProgress ? [this.inProgress] : [])].map(each => ({
      lot: each.lot,
      massKg: each === SHARED ? this.dice.kg(0.001, 1) : this.partOf(each.massKg),
    }));
    this.inProgress = this.declare('WIP', kg(ore.massKg * 0.2), CARBONATE);
    return processing({ enterprise: MAKER, draws, yields: [made, this.inProgress] });
  }

  private sale({ lot: code, massKg }: LotDeclaration): ContractEvent[] {
    const sentKg = this.partOf(massKg);
    const sent = dispatch({ enterprise: MAKER, to: BUYER, draws: [{ lot: code, massKg: sentKg }] });
    const weighedKg = kg(sentKg * this.dice.pick([1, 1, 1, 1.002, 0.998, 0.99, 1.05]));
    const came = receipt(sent, { items: [{ lot: code, massKg: weighedKg }] });
    const countedKg = kg(weighedKg * this.dice.pick([1, 1, 1, 0.998, 0.99, 1.01]));
    const counted = stocktake({ enterprise: BUYER, counts: [{ lot: code, countedKg }] });
    const declaration = declarationNumber(this.dice.between(1, 99), 'export');
    const items = [{ lot: code, massKg: this.partOf(countedKg) }];
    return [sent, came, counted, exporting({ enterprise: BUYER, declaration, items })];
  }

  private declare(what: string, massKg: number, kind: Partial<LotDeclaration>): LotDeclaration {
    return lot({ lot: `${this.name}-${this.cycles}-${what}`, massKg, ...kind });
  }

  private partOf(massKg: number): number {
    return this.dice.chance(0.3) ? massKg : Math.min(massKg, this.dice.kg(massKg / 2, massKg));
  }
}

/** An event that is refused whatever happens: nobody ever holds what it exports. */
export const impossible = (): ContractEvent => exporting({ enterprise: BUYER, items: [{ lot: 'NOWHERE', massKg: 1 }] });

const kg = (value: number): number => Math.round(value * 1000) / 1000;
