import { assayOf, ELEMENTS, sum } from './chemistry.mjs';
import { kg } from './book.mjs';

/** What a plant makes: product, its main elements, its grade, and impurities in parts per million of its REO. */
const line = (product, main, reoPercent, impurities) => ({ product, main, reoPercent, impurities });

/** A southern plant separates ion-adsorption feed completely. */
export const FULL_SEPARATION = [
  line('OX-La', ['La'], 99.2, { Ce: 200, Pr: 60 }),
  line('OX-Ce', ['Ce'], 99.1, { La: 300, Pr: 100 }),
  line('OX-PrNd', ['Pr', 'Nd'], 99.3, { La: 150, Ce: 100, Sm: 200 }),
  line('OX-Sm', ['Sm'], 99.2, { Nd: 200, Eu: 100, Gd: 100 }),
  line('OX-Eu', ['Eu'], 99.4, { Sm: 80, Gd: 80 }),
  line('OX-Gd', ['Gd'], 99.3, { Sm: 60, Eu: 60, Tb: 100 }),
  line('OX-Tb', ['Tb'], 99.5, { Gd: 100, Dy: 150 }),
  line('OX-Dy', ['Dy'], 99.5, { Tb: 150, Ho: 150 }),
  line('OX-Ho', ['Ho'], 99.3, { Dy: 200, Er: 200 }),
  line('OX-Er', ['Er'], 99.3, { Ho: 150, Tm: 100 }),
  line('OX-Tm', ['Tm'], 99.2, { Er: 200, Yb: 200 }),
  line('OX-Yb', ['Yb'], 99.3, { Tm: 100, Lu: 100 }),
  line('OX-Lu', ['Lu'], 99.4, { Yb: 200 }),
  line('OX-Y', ['Y'], 99.6, { Dy: 10, Ho: 15, Er: 15 }),
];

/** A northern plant cuts light feed into lanthanum, cerium, PrNd and a middle-heavy concentrate. */
export const LIGHT_SEPARATION = [
  line('OX-La', ['La'], 99.1, { Ce: 250, Pr: 50 }),
  line('CA-Ce', ['Ce'], 48.6, { La: 300, Pr: 80 }),
  line('OX-PrNd', ['Pr', 'Nd'], 99.2, { La: 120, Ce: 150, Sm: 80 }),
  line('OX-SEG', ['Sm', 'Eu', 'Gd', 'Tb', 'Dy', 'Y'], 62.4, { Nd: 4000 }),
];

/** The same plant with a line for terbium and dysprosium behind it. */
export const LIGHT_SEPARATION_AND_DYTB = [
  ...LIGHT_SEPARATION.slice(0, 3),
  line('OX-SEG', ['Sm', 'Eu', 'Gd', 'Y'], 63.1, { Nd: 4000 }),
  line('OX-Tb', ['Tb'], 99.5, {}),
  line('OX-Dy', ['Dy'], 99.5, {}),
];

/** What acid-leached, separated magnet scrap gives. */
export const SCRAP_SEPARATION = [
  line('OX-PrNd', ['Pr', 'Nd'], 99.2, { Gd: 100 }),
  line('OX-Gd', ['Gd'], 99.1, { Nd: 100, Tb: 100 }),
  line('OX-Tb', ['Tb'], 99.4, { Gd: 150, Dy: 200 }),
  line('OX-Dy', ['Dy'], 99.4, { Tb: 150, Ho: 150 }),
  line('OX-Ho', ['Ho'], 99.2, { Dy: 300 }),
];

/** Elements in circuit that stay in the tanks at the end of a period. */
const RECOVERY = 0.985;
const WASTE = 0.01;

/**
 * The yields and losses of a separation period: of the pool (kg of oxide per element) `wipShare` stays in the tanks as
 * mixed chloride liquor, 1 % goes with the waste water, and of the rest 98.5 % of every element is packed. `boost`
 * multiplies what comes out of an element: it is how the story's dishonest run gets output without input.
 */
export function separate({ pool, lines, lotOf, wipShare = 0, boost = {} }) {
  const out = pool.map((amount, index) => amount * (1 - wipShare) * RECOVERY * (boost[ELEMENTS[index]] ?? 1));
  const contents = contentsOf(lines, out);
  const yields = lines.map(({ product, reoPercent }, index) => ({
    lot: lotOf(product),
    product,
    massKg: floorToBag(sum(contents[index]) / (reoPercent / 100)),
    reoPercent,
    assay: assayOf(contents[index], 4),
  }));
  if (wipShare > 0) yields.push(liquor(lotOf('MRCL'), pool, wipShare));
  const waste = sum(pool) * (1 - wipShare) * WASTE;
  return { yields, losses: [{ kind: 'waste', massKg: kg(Math.floor(waste / 0.024)), reoPercent: 2.4 }] };
}

/** Main elements go to their line; impurities are taken from what their own line would have got. */
function contentsOf(lines, out) {
  const left = [...out];
  const contents = lines.map(({ main, impurities }) => {
    const reo = sum(main.map(element => out[ELEMENTS.indexOf(element)]));
    const content = ELEMENTS.map(element => (reo * (impurities[element] ?? 0)) / 1e6);
    content.forEach((amount, index) => (left[index] -= amount));
    return content;
  });
  lines.forEach(({ main }, row) =>
    main.forEach(element => (contents[row][ELEMENTS.indexOf(element)] += left[ELEMENTS.indexOf(element)])),
  );
  return contents;
}

const liquor = (lot, pool, share) => ({
  lot,
  product: 'MRCL',
  massKg: floorToBag((sum(pool) * share) / 0.212),
  reoPercent: 21.2,
  assay: assayOf(pool, 2),
});

/** Scales show half kilograms; small lots are weighed to 10 g. */
const floorToBag = mass => (mass > 500 ? Math.floor(mass * 2) / 2 : kg(Math.floor(mass * 100) / 100));

/** One lot that keeps its feed's mixture: beneficiation, leaching, decomposition. */
export function concentrate({ pool, recovery, product, reoPercent, lot, residue, residuePercent, residueShare }) {
  const reo = sum(pool);
  return {
    yields: [
      { lot, product, massKg: floorToBag((reo * recovery) / (reoPercent / 100)), reoPercent, assay: assayOf(pool, 2) },
    ],
    losses: [
      { kind: residue, massKg: Math.floor((reo * residueShare) / (residuePercent / 100)), reoPercent: residuePercent },
    ],
  };
}

/** Molten-salt electrolysis of PrNd oxide: metal, slag for the recycler, a little dust. */
export function electrolyse({ pool, metalLot, slagLot }) {
  const reo = sum(pool);
  const assay = assayOf(pool, 5);
  const metalPerReo = 0.852; // Pr 0.8277, Nd 0.8574 at about one to three, rounded up so that the metal stays below
  return {
    yields: [
      {
        lot: metalLot,
        product: 'MET-PrNd',
        massKg: floorToBag((reo * 0.952 * metalPerReo) / 0.996),
        metalPercent: 99.6,
        assay,
      },
      { lot: slagLot, product: 'SCR-SLAG', massKg: floorToBag((reo * 0.034) / 0.38), reoPercent: 38, assay },
    ],
    losses: [{ kind: 'loss', massKg: Math.floor((reo * 0.008) / 0.5), reoPercent: 50 }],
  };
}
