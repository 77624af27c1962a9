import { document, kg } from './book.mjs';
import { DECLARATIONS, LICENCES } from './cast.mjs';
import { sampleOf } from './chemistry.mjs';
import { liquorOf } from './north.mjs';
import { concentrate, FULL_SEPARATION, separate } from './plants.mjs';

const ION_MINES = {
  longnanMine: { prefix: 'LN', profile: 'longnan', product: 'ENR-ION-H', orePercent: 0.09, location: { lat: 24.91, lon: 114.79 } },
  xunwuMine: { prefix: 'XW', profile: 'xunwu', product: 'ENR-ION-L', orePercent: 0.08, location: { lat: 24.96, lon: 115.65 } },
}; // prettier-ignore

/** A month of an ion-adsorption mine: leach liquor, calcined enrichment, and lorries to the smelter in Ganzhou. */
export function ionMonth(book, mine, { month, oreKg, minedAt, leachedAt, sentAt, receivedAt, gainKg = 0 }) {
  const { prefix, profile, product, orePercent, location } = ION_MINES[mine];
  const ore = `${prefix}-${month}-ORE-ION-01`;
  const enrichment = `${prefix}-${month}-${product}-01`;
  book.record('mining', mine, minedAt, {
    licence: LICENCES[mine],
    from: `${minedAt.slice(0, 7)}-01T08:00:00+08:00`,
    yields: [{ lot: ore, product: 'ORE-ION', massKg: oreKg, reoPercent: orePercent, assay: sampleOf(profile, ore) }],
    location,
  });
  const draws = [{ lot: ore, massKg: oreKg }];
  const made = concentrate({
    pool: book.pool(draws),
    recovery: 0.88,
    product,
    reoPercent: 92.4,
    lot: enrichment,
    residue: 'tailings',
    residuePercent: 0.01,
    residueShare: 0.115,
  });
  book.record('processing', mine, leachedAt, {
    process: 'ION_LEACH',
    from: `${minedAt.slice(0, 7)}-01T08:00:00+08:00`,
    draws,
    ...made,
  });
  const massKg = made.yields[0].massKg;
  const received = gainKg > 0 ? [kg(massKg + gainKg)] : [undefined];
  book.transfer(mine, 'ganzhouSmelter', {
    sentAt,
    receivedAt,
    items: [[enrichment, massKg, ...received, product === 'ENR-ION-H' ? 232000 : 176000]],
    documents: [document('resource-tax-certificate', `36${month}0117${month.slice(-1)}`)],
  });
  return { lot: enrichment, massKg: received[0] ?? massKg };
}

const importYields = (month, lots) =>
  lots.map(([massKg, reoPercent], index) => {
    const lot = `RL-${month}-ENR-IMP-0${index + 1}`;
    return { lot, product: 'ENR-IMP', massKg, reoPercent, assay: sampleOf('myanmar', lot) };
  });

/**
 * A month's imports from Myanmar and their way to Ganzhou. `mistyped` is what the clerk first entered for the first
 * lot; the correction follows the day after.
 */
export function importMonth(book, { month, declaration, arrivedAt, lots, sentAt, receivedAt, mistyped, correctedAt }) {
  const fields = yields => ({
    declaration: DECLARATIONS[declaration],
    originCountry: 'MM',
    yields,
    documents: [document('import-declaration', DECLARATIONS[declaration])],
  });
  const yields = importYields(month, lots);
  const first = mistyped ? [{ ...yields[0], massKg: mistyped }, ...yields.slice(1)] : yields;
  const original = book.record('import', 'importer', arrivedAt, fields(first));
  if (mistyped) {
    const { id, ...rest } = original;
    book.record('correction', 'importer', correctedAt, {
      corrects: id,
      reason: '录入笔误：第一批净重 20.2 吨误录为 22.0 吨，以磅单为准更正',
      approvedBy: '仓储部',
      expectedVersion: 1,
      replacement: { ...rest, yields },
    });
  }
  book.transfer('importer', 'ganzhouSmelter', {
    sentAt,
    receivedAt,
    items: yields.map(({ lot, massKg }) => [lot, massKg, undefined, 168000]),
    documents: [document('import-declaration', DECLARATIONS[declaration])],
  });
  return yields.map(({ lot, massKg }) => ({ lot, massKg }));
}

/** A month of the Ganzhou smelter: complete separation of the feed and of what lay in the tanks. */
export function ganzhouMonth(book, { month, lastDay, draws, wipShare = 0.11 }) {
  const day = `20${month.slice(0, 2)}-${month.slice(2)}`;
  const made = separate({
    pool: book.pool(draws),
    lines: FULL_SEPARATION,
    lotOf: product => `GZ-${month}-${product}-${product === 'MRCL' ? 'WIP' : '01'}`,
    wipShare,
  });
  book.record('processing', 'ganzhouSmelter', `${day}-${lastDay} 23:30`, {
    process: 'SEPARATION',
    from: `${day}-01T00:00:00+08:00`,
    draws,
    ...made,
  });
  return liquorOf(made);
}
