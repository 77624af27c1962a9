import { ELEMENTS, type Assay, type Element } from '#kernel';
import { reoPercentOfMetal } from '#catalogue';
import { declarationNumber, enterprise, importDeclaration, licence, licenceNumber, uscc } from '#testing';

/** A product a plant makes. */
export interface Recipe {
  readonly product: string;
  /** Elements of the feed that go into it. */
  readonly holds: readonly Element[];
  readonly reoPercent: number;
  /** Who buys it. */
  readonly buyers: StageName;
  readonly isAssayed: boolean;
}

/** Plants of one kind. */
export interface Stage {
  readonly kind: string;
  readonly plants: number;
  readonly region: string;
  /** None where goods leave the country. */
  readonly process?: string;
  /** Part of the feed's REO that comes out as goods; the rest is declared as a loss. */
  readonly recovery: number;
  /** The first is made in every run. */
  readonly recipes: readonly Recipe[];
}

export type StageName = 'smelter' | 'separator' | 'recycler' | 'metal' | 'magnet' | 'exporter';

const DIDYMIUM = ELEMENTS.map(element => ({ Pr: 0.25, Nd: 0.75 })[element as string] ?? 0);
const metal = (percent: number): number => reoPercentOfMetal(percent, DIDYMIUM);
const made = (product: string, holds: readonly Element[], reoPercent: number, buyers: StageName, isAssayed = false): Recipe =>
  ({ product, holds, reoPercent, buyers, isAssayed }); // prettier-ignore
const didymium = made('OX-PrNd', ['Pr', 'Nd'], 99.5, 'metal', true);

/** From concentrate to magnets. */
export const STAGES: Readonly<Record<StageName, Stage>> = {
  smelter: { kind: 'smelter', plants: 24, region: '150200', process: 'SMELT_DECOMP', recovery: 0.97,
    recipes: [made('MRC', ELEMENTS, 43, 'separator')] },
  separator: { kind: 'smelter', plants: 30, region: '360700', process: 'SEPARATION', recovery: 0.96,
    recipes: [didymium, ...(['La', 'Ce', 'Dy'] as const).map(element => made(`OX-${element}`, [element], 99.5, 'exporter'))] },
  recycler: { kind: 'recycler', plants: 10, region: '330200', process: 'RECYCLING', recovery: 0.93, recipes: [didymium] },
  metal: { kind: 'metal', plants: 24, region: '511100', process: 'ELECTROLYSIS', recovery: 0.95,
    recipes: [made('MET-PrNd', ['Pr', 'Nd'], metal(99.5), 'magnet')] },
  magnet: { kind: 'magnet', plants: 36, region: '330200', process: 'MAGNET_MAKING', recovery: 0.92,
    recipes: [made('MAG-NdFeB', ['Pr', 'Nd'], metal(31), 'exporter')] },
  exporter: { kind: 'exporter', plants: 12, region: '310000', recovery: 1, recipes: [] },
}; // prettier-ignore

/** Raw material with its assay. */
export interface Raw {
  readonly product: string;
  readonly reoPercent: number;
  readonly buyers: StageName;
  readonly assay: Assay;
}

const ION_ASSAY: Assay = { La: 28, Ce: 3, Pr: 6, Nd: 20, Sm: 5, Eu: 0.8, Gd: 6, Tb: 0.9, Dy: 5, Ho: 1, Er: 2.3, Y: 22 };
/** What the mines dig, each of its own kind. */
export const DEPOSITS: readonly Raw[] = [
  { product: 'CON-MIX', reoPercent: 50, buyers: 'smelter',
    assay: { La: 25.5, Ce: 50.3, Pr: 5.1, Nd: 16.6, Sm: 1.2, Eu: 0.2, Gd: 0.7, Tb: 0.05, Dy: 0.1, Y: 0.25 } },
  { product: 'CON-BAS', reoPercent: 60, buyers: 'smelter',
    assay: { La: 29.5, Ce: 47.6, Pr: 4.4, Nd: 15.2, Sm: 1.2, Eu: 0.2, Gd: 0.7, Dy: 0.2, Y: 1 } },
  { product: 'ENR-ION-M', reoPercent: 92, buyers: 'separator', assay: ION_ASSAY },
]; // prettier-ignore
export const IMPORTED: Raw = { product: 'ENR-IMP', reoPercent: 92, buyers: 'separator', assay: ION_ASSAY };
export const SCRAP: Raw = {
  product: 'SCR-NdFeB-B',
  reoPercent: 35,
  buyers: 'recycler',
  assay: { Pr: 6, Nd: 92, Dy: 2 },
};

export const MINES = 40;
export const IMPORTERS = 6;
export const SUPPLIERS = 60;
/** Import declarations that the customs have told of. */
export const DECLARATIONS = 3_000;

export const mineOf = (n: number): string => uscc(10_000 + n, '150200');
export const importerOf = (n: number): string => uscc(11_000 + n, '530100');
export const supplierOf = (n: number): string => uscc(13_000 + n, '330200');
export const importOf = (n: number): string => declarationNumber(n, 'import', 2024);

/** Codes of the plants of a stage. */
export const plantsOf = (name: StageName): string[] => {
  const base = 1_000 * (1 + Object.keys(STAGES).indexOf(name));
  return times(STAGES[name].plants, n => uscc(base + n, STAGES[name].region));
};

/** What the registry has to know before the events come, by collection. */
export const nationalRegistry = () => ({
  enterprises: [
    ...times(MINES, n => enterprise(mineOf(n), ['mine'])),
    ...times(IMPORTERS, n => enterprise(importerOf(n), ['importer'])),
    ...Object.entries(STAGES).flatMap(([name, { kind }]) =>
      plantsOf(name as StageName).map(code => enterprise(code, [kind])),
    ),
  ],
  permits: times(MINES, n => licence(licenceNumber(n), mineOf(n))),
  'customs-declarations': times(DECLARATIONS, n => {
    const lines = [{ hsCode: '2846901999', massKg: 1_000_000, valueUsd: 18_000_000 }];
    return importDeclaration(importOf(n), importerOf(n % IMPORTERS), { date: '2024-01-01', lines });
  }),
});

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}
