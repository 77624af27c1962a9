/** How large the invented country is. */
export interface Scale {
  readonly provinces: number;
  readonly rockMines: number;
  readonly ionMines: number;
  readonly rockSmelters: number;
  readonly ionSmelters: number;
  readonly recyclers: number;
  readonly metalPlants: number;
  readonly magnetMakers: number;
  readonly traders: number;
  readonly exporters: number;
  readonly importers: number;
  /** Works that use oxides and magnets up. */
  readonly consumers: number;
  readonly scrapSuppliers: number;
  /** REO a year of all mines of a kind, all imports, and all scrap collected, in t. */
  readonly rockT: number;
  readonly ionT: number;
  readonly importT: number;
  readonly scrapT: number;
  /** How often each rule is broken, where it is to be. */
  readonly copies: number;
}

const national: Scale = {
  provinces: 22,
  rockMines: 12,
  ionMines: 55,
  rockSmelters: 26,
  ionSmelters: 34,
  recyclers: 80,
  metalPlants: 130,
  magnetMakers: 250,
  traders: 700,
  exporters: 200,
  importers: 40,
  consumers: 300,
  scrapSuppliers: 400,
  rockT: 230_000,
  ionT: 19_000,
  importT: 42_000,
  scrapT: 14_000,
  copies: 20,
};

const times = (factor: number, plants: number, scale: Scale): Scale =>
  Object.fromEntries(
    Object.entries(scale).map(([name, value]: [string, number]) => [
      name,
      name === 'provinces' ? value : Math.round(value * (name.endsWith('T') ? factor : plants)),
    ]),
  ) as unknown as Scale;

/** The sets of magnitudes §8.3: for tests, a year of the country, ten times as much. */
export const SCALES = {
  small: {
    provinces: 4,
    rockMines: 3,
    ionMines: 3,
    rockSmelters: 4,
    ionSmelters: 4,
    recyclers: 4,
    metalPlants: 5,
    magnetMakers: 5,
    traders: 12,
    exporters: 6,
    importers: 2,
    consumers: 4,
    scrapSuppliers: 6,
    rockT: 620,
    ionT: 130,
    importT: 160,
    scrapT: 90,
    copies: 1,
  },
  national,
  '10x': { ...times(10, 5, national), provinces: 31 },
} as const satisfies Record<string, Scale>;

export type ScaleName = keyof typeof SCALES;
