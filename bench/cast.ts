import type { Context } from '#kernel';
import type { RegistryService } from '#registry';
import { enterprise, licence, uscc } from '#testing';
import { exporterOf, licenceOf, mineOf, MINES, plantOf, PLANTS } from './economy.js';

/** The plants lie in ten provinces by turns, the mines in an eleventh. */
const REGIONS = ['360700', '440200', '450100', '350800', '430100', '510100', '320200', '330200', '370800', '340100'];
const PLACES = ['赣南', '龙南', '定南', '寻乌', '信丰', '全南', '包头', '白云', '冕宁', '德昌', '平远', '长汀', '崇左'];
const WORDS = ['盛源', '恒达', '华鑫', '金磁', '瑞科', '永丰', '天和', '兴业', '明远', '嘉禾', '中晟', '宏图', '新元'];
const TRADES = ['稀土', '磁材', '新材料', '矿业', '金属', '资源', '再生资源'];

/** Enterprises with a permit each that only searches meet. */
export const NEIGHBOURS = 5_000;
const FIRST_NEIGHBOUR = 100_000;
const AT_ONCE = 1_000;

export const regionOfPlant = (n: number): string => REGIONS[n % REGIONS.length]!;

/** The name of an invented enterprise: its words are those of many others, its number is not. */
export function nameOf(n: number): string {
  const word = (words: readonly string[], step: number): string => words[Math.floor(n / step) % words.length]!;
  return `${word(PLACES, 1)}${word(WORDS, 7)}${word(TRADES, 49)}${n}有限公司`;
}

export const neighbourOf = (n: number): string => uscc(FIRST_NEIGHBOUR + n, regionOfPlant(n));
export const permitOf = (n: number): string => `TZ${1_000_000 + n}`;

/** Registers the economy's enterprises all over the country, the first mine without a licence that holds, and neighbours. */
export async function registerNation(context: Context, registry: RegistryService): Promise<void> {
  const mines = numbers(0, MINES).map(n => enterprise(mineOf(n), ['mine'], { name: nameOf(n) }));
  const plants = numbers(0, PLANTS).map(n =>
    enterprise(plantOf(n), ['smelter'], { name: nameOf(MINES + n), region: regionOfPlant(n) }),
  );
  await registry.put(context, 'enterprises', [...mines, ...plants, enterprise(exporterOf(0), ['exporter'])]);
  const licences = numbers(0, MINES).map(n => licence(licenceOf(n), mineOf(n), n === 0 ? { status: 'revoked' } : {}));
  await registry.put(context, 'permits', licences);
  for (let from = 0; from < NEIGHBOURS; from += AT_ONCE) await registerNeighbours(context, registry, from);
}

async function registerNeighbours(context: Context, registry: RegistryService, from: number): Promise<void> {
  const some = numbers(from, AT_ONCE);
  const trader = (n: number) => enterprise(neighbourOf(n), ['trader'], { name: nameOf(FIRST_NEIGHBOUR + n) });
  await registry.put(context, 'enterprises', some.map(trader));
  const permit = (n: number) => licence(permitOf(n), neighbourOf(n), { kind: 'export-licence' });
  await registry.put(context, 'permits', some.map(permit));
}

const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);
