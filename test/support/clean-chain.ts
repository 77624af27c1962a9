import { distributionToAssay, ELEMENTS, type Assay, assayToDistribution, gramsToKg, toDistribution } from '#kernel';
import {
  type Dice, declarationNumber, dispatch, type Dispatch, enterprise, exporting, hour, importDeclaration, importing, licence,
  licenceNumber, lot, type LotDeclaration, type MaterialEvent, mining, processing, receipt, registry, type RegistryItems,
  scrapIntake, uscc,
} from '#testing'; // prettier-ignore

/** Events of a chain whose verdict is CLEAN, with the papers that carry it. */
export interface CleanChain {
  readonly registry: RegistryItems;
  readonly events: readonly MaterialEvent[];
  /** The export declaration. */
  readonly declaration: string;
}

const ROCK: Assay = { La: 29.5, Ce: 47.5, Pr: 4.5, Nd: 18.5 };
const CLAY: Assay = { La: 27, Ce: 5, Pr: 6, Nd: 18, Dy: 4, Y: 40 };
const MAGNETS: Assay = { Pr: 15, Nd: 80, Dy: 5 };

/** Hours from one event to the next. */
const PACE = 3;

/**
 * Two mines, an import and scrap, of which a smelter makes didymium that goes through some traders to the export. What
 * is made is all that went in, so that nothing can be left out. `salt` tells chains in one ledger apart.
 */
export function cleanChain(dice: Dice, salt: number): CleanChain {
  return new ChainMaker(dice, salt).make();
}

class ChainMaker {
  private readonly events: MaterialEvent[] = [];
  private readonly party = (place: number): string => uscc(this.salt * 20 + place, place < 3 ? '360700' : '310000');
  private readonly declaration = declarationNumber(this.salt, 'export');
  private readonly imported = declarationNumber(this.salt, 'import');
  private readonly traders: number;

  constructor(
    private readonly dice: Dice,
    private readonly salt: number,
  ) {
    this.traders = dice.between(0, 2);
  }

  make(): CleanChain {
    const [mine, importer, recycler, smelter] = [1, 2, 3, 4].map(this.party) as [string, string, string, string];
    const lots = [
      this.root(mine, 'R', { product: 'CON-BAS', reoPercent: 60, assay: ROCK }, 4_000),
      this.root(mine, 'C', { product: 'ENR-ION-M', reoPercent: 92, assay: CLAY }, 2_500),
      this.root(importer, 'I', { product: 'ENR-IMP', reoPercent: 92, assay: CLAY }, 2_500),
      this.root(recycler, 'S', { product: 'SCR-NdFeB-B', reoPercent: 35, assay: MAGNETS }, 2_000),
    ];
    for (const { owner, declared } of lots) this.move(owner, smelter, declared);
    let [made, owner] = [this.separate(smelter, lots.map(({ declared }) => declared)), smelter]; // prettier-ignore
    for (let place = 5; place <= 5 + this.traders; place++) {
      this.move(owner, this.party(place), made);
      owner = this.party(place);
      if (this.dice.chance(0.5)) made = this.repack(owner, made);
    }
    const items = [{ lot: made.lot, massKg: made.massKg }];
    this.events.push(exporting({ ...this.facts(owner), declaration: this.declaration, items }));
    return { registry: this.papers(lots), events: this.events, declaration: this.declaration };
  }

  private facts(owner: string): { enterprise: string; occurredAt: string } {
    return { enterprise: owner, occurredAt: hour(this.events.length * PACE) };
  }

  private root(owner: string, name: string, chemistry: Partial<LotDeclaration>, usualKg: number): Root {
    const massKg = gramsToKg(Math.round(usualKg * 1000 * (0.7 + this.dice.fraction() * 0.6)));
    const declared = lot({ lot: `${this.salt}-${name}`, massKg, ...chemistry });
    const facts = { ...this.facts(owner), yields: [declared] };
    const supplier = { name: '示例磁材有限公司', uscc: uscc(this.salt * 20 + 19, '330200') };
    if (name === 'I') this.events.push(importing({ ...facts, declaration: this.imported }));
    else if (name === 'S') this.events.push(scrapIntake({ ...facts, supplier }));
    else this.events.push(mining({ ...facts, licence: this.licence(name) }));
    return { owner, declared };
  }

  private licence(name: string): string {
    return licenceNumber(this.salt * 10 + (name === 'R' ? 1 : 2));
  }

  private move(from: string, to: string, { lot: code, massKg }: LotDeclaration): void {
    const sent: Dispatch = dispatch({ ...this.facts(from), to, draws: [{ lot: code, massKg }] });
    this.events.push(sent);
    this.events.push(receipt(sent, this.facts(to)));
  }

  /** Didymium, and everything else as mixed carbonate. */
  private separate(owner: string, inputs: readonly LotDeclaration[]): LotDeclaration {
    const pool = ELEMENTS.map((_, e) => inputs.reduce((sum, input) => sum + reoOf(input) * shareOf(input, e), 0));
    const part = (name: string, product: string, reoPercent: number, isIn: (e: number) => boolean): LotDeclaration => {
      const grams = pool.map((each, e) => (isIn(e) ? each : 0));
      const massKg = gramsToKg(Math.floor(grams.reduce((sum, each) => sum + each, 0) / (reoPercent / 100)));
      const assay = distributionToAssay(toDistribution(grams));
      return lot({ lot: `${this.salt}-${name}`, product, massKg, reoPercent, assay });
    };
    const isDidymium = (e: number): boolean => ['Pr', 'Nd'].includes(ELEMENTS[e]!);
    const made = part('P', 'OX-PrNd', 100, isDidymium);
    const rest = part('X', 'MRC', 42, e => !isDidymium(e));
    const draws = inputs.map(({ lot: code, massKg }) => ({ lot: code, massKg }));
    this.events.push(processing({ ...this.facts(owner), process: 'SEPARATION', draws, yields: [made, rest] }));
    return made;
  }

  private repack(owner: string, made: LotDeclaration): LotDeclaration {
    const packed = { ...made, lot: `${made.lot}+` };
    const draws = [{ lot: made.lot, massKg: made.massKg }];
    this.events.push(processing({ ...this.facts(owner), process: 'REPACK', draws, yields: [packed] }));
    return packed;
  }

  private papers([rock, clay, imports, scrap]: readonly Root[]): RegistryItems {
    const others = Array.from({ length: 2 + this.traders }, (_, index) =>
      enterprise(this.party(4 + index), [index === 0 ? 'smelter' : 'trader']),
    );
    const line = { hsCode: '2846901999', massKg: imports!.declared.massKg, valueUsd: 1_000 };
    return registry({
      enterprises: [
        enterprise(rock!.owner, ['mine']),
        enterprise(imports!.owner, ['importer']),
        enterprise(scrap!.owner, ['recycler']),
        ...others,
      ],
      permits: [licence(this.licence('R'), rock!.owner), licence(this.licence('C'), clay!.owner)],
      customsDeclarations: [importDeclaration(this.imported, imports!.owner, { lines: [line] })],
    });
  }
}

interface Root {
  readonly owner: string;
  readonly declared: LotDeclaration;
}

const reoOf = ({ massKg, reoPercent }: LotDeclaration): number => massKg * 10 * reoPercent!;
const shareOf = ({ assay }: LotDeclaration, e: number): number => assayToDistribution(assay!)[e]!;
