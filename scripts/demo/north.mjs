import { document, kg } from './book.mjs';
import { CODES, LICENCES } from './cast.mjs';
import { sampleOf } from './chemistry.mjs';
import {
  concentrate,
  electrolyse,
  LIGHT_SEPARATION,
  LIGHT_SEPARATION_AND_DYTB,
  SCRAP_SEPARATION,
  separate,
} from './plants.mjs';

/** A month of the Bayan Obo mine: ore, concentrate, and a train to the smelter in Baotou. */
export function bayanMonth(book, { month, oreKg, minedAt, milledFrom, milledAt, sentAt, receivedAt, lossKg = 0 }) {
  const ore = `BY-${month}-ORE-MIX-01`;
  const concentrateLot = `BY-${month}-CON-MIX-01`;
  book.record('mining', 'bayanMine', minedAt, {
    licence: LICENCES.bayanMine,
    from: `${minedAt.slice(0, 7)}-01T08:00:00+08:00`,
    yields: [{ lot: ore, product: 'ORE-MIX', massKg: oreKg, reoPercent: 5.4, assay: sampleOf('bayanObo', ore) }],
    location: { lat: 41.78, lon: 109.97 },
  });
  const draws = [{ lot: ore, massKg: oreKg }];
  const made = concentrate({
    pool: book.pool(draws),
    recovery: 0.79,
    product: 'CON-MIX',
    reoPercent: 50.8,
    lot: concentrateLot,
    residue: 'tailings',
    residuePercent: 1.25,
    residueShare: 0.206,
  });
  book.record('processing', 'bayanMine', milledAt, { process: 'BENEFICIATION', from: milledFrom, draws, ...made });
  const massKg = made.yields[0].massKg;
  const received = lossKg > 0 ? [kg(massKg - lossKg)] : [undefined];
  book.transfer('bayanMine', 'baotouSmelter', {
    sentAt,
    receivedAt,
    items: [[concentrateLot, massKg, ...received, 18600]],
    documents: [document('resource-tax-certificate', `15${month}0042${month.slice(-1)}`)],
  });
  return { lot: concentrateLot, massKg: received[0] ?? massKg };
}

/** A month of the Baotou smelter: decomposition of the concentrate, then separation with what lay in the tanks. */
export function baotouMonth(book, { month, lastDay, feed, carried, boost, wipShare = 0.08 }) {
  const mrc = `BT-${month}-MRC-01`;
  const from = `20${month.slice(0, 2)}-${month.slice(2)}-01T00:00:00+08:00`;
  const day = `20${month.slice(0, 2)}-${month.slice(2)}`;
  const decomposed = concentrate({
    pool: book.pool([feed]),
    recovery: 0.965,
    product: 'MRC',
    reoPercent: 43.6,
    lot: mrc,
    residue: 'radioactive-residue',
    residuePercent: 3.1,
    residueShare: 0.031,
  });
  book.record('processing', 'baotouSmelter', `${day}-24 20:00`, {
    process: 'SMELT_DECOMP',
    from,
    draws: [feed],
    ...decomposed,
  });
  const draws = [{ lot: mrc, massKg: decomposed.yields[0].massKg }, ...(carried ? [carried] : [])];
  const made = separate({
    pool: book.pool(draws),
    lines: boost ? LIGHT_SEPARATION_AND_DYTB : LIGHT_SEPARATION,
    lotOf: product => `BT-${month}-${product}-${product === 'MRCL' ? 'WIP' : '01'}`,
    wipShare,
    boost,
  });
  book.record('processing', 'baotouSmelter', `${day}-${lastDay} 23:30`, {
    process: 'SEPARATION',
    from,
    draws,
    ...made,
  });
  return liquorOf(made);
}

/** The draw of all the liquor a run left in the tanks. */
export const liquorOf = made => {
  const { lot, massKg } = made.yields.find(({ product }) => product === 'MRCL');
  return { lot, massKg };
};

/** Magnet scrap taken in by the recycler. */
export function intake(book, when, lot, { product, massKg, metalPercent, supplier, name }) {
  book.record('scrap-intake', 'recycler', when, {
    supplier: { name, uscc: CODES[supplier] },
    yields: [{ lot, product, massKg, metalPercent, assay: sampleOf('magnetScrap', lot) }],
    documents: [document('assay-report', `TC-JY-${lot.slice(3, 7)}-${lot.slice(-2)}`)],
  });
  return { lot, massKg };
}

/** A recycling campaign: scrap in, separated oxides out. */
export function recycle(book, { month, from, until, draws }) {
  const made = separate({
    pool: book.pool(draws),
    lines: SCRAP_SEPARATION,
    lotOf: product => `TC-${month}-${product}-01`,
  });
  book.record('processing', 'recycler', until, { process: 'RECYCLING', from, draws, ...made });
}

/** A campaign of the metal maker on PrNd oxide. */
export function smeltMetal(book, { month, from, until, draws }) {
  const made = electrolyse({
    pool: book.pool(draws),
    metalLot: `FL-${month}-MET-PrNd-01`,
    slagLot: `FL-${month}-SCR-SLAG-01`,
  });
  book.record('processing', 'metalMaker', until, { process: 'ELECTROLYSIS', from, draws, ...made });
}
