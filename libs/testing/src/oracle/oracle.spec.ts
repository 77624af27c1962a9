import { describe, expect, test } from '@jest/globals';
import type { Element } from '#kernel';
import {
  correction, dispatch, exporting, licence, lot, mining, openingStock, processing, receipt, registry, stocktake,
  undispatchedReceipt,
} from '../history/build.js'; // prettier-ignore
import { declarationNumber, licenceNumber, uscc } from '../history/codes.js';
import { recorded } from '../history/recorded.js';
import type { ContractEvent } from '../contract.js';
import { Oracle, type OracleAnswer } from './oracle.js';

const [SMELTER, TRADER] = [uscc(1), uscc(2)];
const BASTNAESITE = { La: 30, Ce: 50, Pr: 5, Nd: 14.9, Dy: 0.1 };
const ION_CLAY = { La: 30, Ce: 5, Pr: 5, Nd: 20, Dy: 5, Y: 35 };
const SHIPMENT = declarationNumber(1, 'export');

const oracle = (events: readonly ContractEvent[], items = registry()): Oracle => new Oracle(recorded(events), items);

/** 90 t REO of bastnaesite, 10 t of ion clay. */
const feeds = [
  mining({
    licence: licenceNumber(1),
    yields: [lot({ lot: 'BAS', massKg: 180_000, reoPercent: 50, assay: BASTNAESITE })],
  }),
  mining({
    licence: licenceNumber(2),
    yields: [lot({ lot: 'ION', product: 'ENR-ION-M', massKg: 10_000, reoPercent: 100, assay: ION_CLAY })],
  }),
];
const bothFeeds = [
  { lot: 'BAS', massKg: 180_000 },
  { lot: 'ION', massKg: 10_000 },
];

const oxide = (element: string, massKg: number) =>
  lot({ lot: element, product: `OX-${element}`, massKg, reoPercent: 100 });

const shareOf = (answer: OracleAnswer, id: string): string =>
  String(answer.origins.find(origin => origin.id === id)?.share ?? 0);
const elementOf = (answer: OracleAnswer, id: string, element: Element): string =>
  String(answer.origins.find(origin => origin.id === id)?.elements.get(element) ?? 0);

const CLAY = `mining-licence:${licenceNumber(2)}:2026`;
const ROCK = `mining-licence:${licenceNumber(1)}:2026`;

describe('separation', () => {
  const separated = [
    ...feeds,
    processing({ draws: bothFeeds, yields: [oxide('Dy', 590), oxide('Ce', 45_500), oxide('Y', 3_500)] }),
  ];

  test('the dysprosium of 90 % light bastnaesite and 10 % ion clay is almost all from the clay', () => {
    const dysprosium = oracle(separated).lot(SMELTER, 'Dy');
    // 90 t × 0.1 % = 90 kg against 10 t × 5 % = 500 kg
    expect(shareOf(dysprosium, CLAY)).toBe('50/59');
    expect(shareOf(dysprosium, ROCK)).toBe('9/59');
  });

  test('cerium is from the rock and yttrium from the clay alone', () => {
    // 90 t × 50 % = 45 t against 10 t × 5 % = 0.5 t
    expect(shareOf(oracle(separated).lot(SMELTER, 'Ce'), ROCK)).toBe('90/91');
    expect(shareOf(oracle(separated).lot(SMELTER, 'Y'), CLAY)).toBe('1');
  });

  test('bounds say what holds whatever happened in the plant', () => {
    const events = [...feeds, processing({ draws: bothFeeds, yields: [oxide('Dy', 295), oxide('Ce', 45_000)] })];
    const [clay, rock] = oracle(events).lot(SMELTER, 'Dy').origins;
    // of 590 kg in the pool 90 are from the rock: 295 kg made hold at least 205 and at most 295 from the clay
    expect([String(clay!.share), String(clay!.bounds().least), String(clay!.bounds().most)]).toEqual([
      '50/59',
      '41/59',
      '1',
    ]);
    expect([String(rock!.share), String(rock!.bounds().least), String(rock!.bounds().most)]).toEqual([
      '9/59',
      '0',
      '18/59',
    ]);
  });
});

describe('more out than in', () => {
  test('beyond the tolerance everything above the pool is unexplained', () => {
    const run = processing({ draws: bothFeeds, yields: [oxide('Dy', 1_180)] });
    const dysprosium = oracle([...feeds, run]).lot(SMELTER, 'Dy');
    expect(shareOf(dysprosium, `excess:${run.id}`)).toBe('1/2');
    expect(shareOf(dysprosium, CLAY)).toBe('25/59');
    expect(dysprosium.verdict.missing).toContain('unexplained-mass');
  });

  test('the tolerance is 2 % of the element, at least 0.05 % of the REO of the pool', () => {
    const unexplained = (element: string, massKg: number): boolean =>
      oracle([...feeds, processing({ draws: bothFeeds, yields: [oxide(element, massKg)] })])
        .lot(SMELTER, element)
        .origins.some(({ kind }) => kind === 'excess');
    expect(unexplained('Ce', 45_500 + 910)).toBe(false);
    expect(unexplained('Ce', 45_500 + 910.001)).toBe(true);
    expect(unexplained('Dy', 590 + 50)).toBe(false);
    expect(unexplained('Dy', 590 + 50.001)).toBe(true);
    expect(unexplained('Tb', 50)).toBe(false);
    expect(unexplained('Tb', 50.001)).toBe(true);
  });

  test('inside it an element the pool has none of takes the mixture of the whole pool', () => {
    const run = processing({ draws: bothFeeds, yields: [oxide('Tb', 40)] });
    const terbium = oracle([...feeds, run]).lot(SMELTER, 'Tb');
    expect(shareOf(terbium, ROCK)).toBe('9/10');
    expect(elementOf(terbium, CLAY, 'Tb')).toBe('1/10');
  });

  test('what is not assayed is judged by its total', () => {
    const bare = (massKg: number) => {
      const run = processing({
        process: 'SMELT_DECOMP',
        draws: [{ lot: 'L1', massKg: 10_000 }],
        yields: [lot({ lot: 'C', product: 'MRC', massKg, reoPercent: 50 })],
      });
      const answer = oracle([mining(), run]).lot(SMELTER, 'C');
      return shareOf(answer, `excess:${run.id}`);
    };
    expect(bare(12_240)).toBe('0');
    // 6,150 kg of REO out of 6,000: 150 are unexplained
    expect(bare(12_300)).toBe('1/41');
  });

  test('out of nothing all is unexplained, and declared losses never are', () => {
    const barren = lot({ lot: 'B', reoPercent: 0, massKg: 1_000 });
    const run = processing({ draws: [{ lot: 'B', massKg: 1_000 }], yields: [oxide('Dy', 1)] });
    expect(shareOf(oracle([mining({ yields: [barren] }), run]).lot(SMELTER, 'Dy'), `excess:${run.id}`)).toBe('1');
    const losses = [{ kind: 'tailings' as const, massKg: 500_000, reoPercent: 100 }];
    const lossy = processing({ draws: bothFeeds, yields: [oxide('Ce', 45_000)], losses });
    expect(oracle([...feeds, lossy]).lot(SMELTER, 'Ce').verdict.missing).not.toContain('unexplained-mass');
  });
});

describe('lots without an assay', () => {
  test('take the mixture of the pool over the elements their product can hold', () => {
    const run = processing({
      draws: bothFeeds,
      yields: [lot({ lot: 'P', product: 'OX-PrNd', massKg: 1_000, reoPercent: 100 })],
    });
    const { books, compositions } = oracle([...feeds, run]);
    const [holding] = books.event(run.id).yields;
    // Pr 4,500 + 500, Nd 13,410 + 2,000
    expect(compositions.distribution(holding!.lot).map(String).slice(0, 4)).toEqual([
      '0',
      '0',
      '500/2041',
      '1541/2041',
    ]);
  });

  test('take the nominal distribution of the product where they have no inputs', () => {
    const { books, compositions } = oracle([
      mining({ id: 'm', yields: [lot({ product: 'OX-PrNd', reoPercent: 99 })] }),
    ]);
    expect(compositions.distribution(books.event('m').yields[0]!.lot).map(String).slice(2, 4)).toEqual(['1/4', '3/4']);
  });
});

describe('transfers', () => {
  const mined = mining({ yields: [lot({ massKg: 100 })] });
  const sent = dispatch({ to: TRADER, draws: [{ lot: 'L1', massKg: 100 }] });
  const weighed = (massKg: number) => {
    const came = receipt(sent, { items: [{ lot: 'L1', massKg }] });
    return { came, answer: oracle([mined, sent, came]).stock(SMELTER, 'L1', TRADER) };
  };

  test('carry origins along, with a loss and with a gain of at most 0.3 %', () => {
    expect(weighed(98).answer.massG).toBe(98_000);
    expect(shareOf(weighed(98).answer, ROCK)).toBe('1');
    expect(shareOf(weighed(100.3).answer, ROCK)).toBe('1');
  });

  test('beyond 0.3 % all of the gain is surplus', () => {
    const { came, answer } = weighed(100.5);
    // REO 60.3 kg, of which 60 were sent
    expect(shareOf(answer, `surplus:${came.id}`)).toBe('1/201');
    expect(shareOf(weighed(100.301).answer, ROCK)).not.toBe('1');
  });

  test('give goods back that were rejected', () => {
    const back = receipt(sent, { outcome: 'rejected' });
    expect(oracle([mined, sent, back]).stock(SMELTER, 'L1', SMELTER).massG).toBe(100_000);
  });

  test('leave a lot pending until they are answered', () => {
    expect(oracle([mined, sent]).lot(SMELTER, 'L1').verdict.missing).toContain('pending-transfer');
    expect(weighed(100).answer.verdict.missing).not.toContain('pending-transfer');
  });
});

describe('counts', () => {
  const mined = mining({ yields: [lot({ massKg: 100 })] });
  const bought = undispatchedReceipt({ yields: [lot({ lot: 'U', massKg: 60 })] });

  test('a surplus is unexplained, a shortage leaves in the mixture', () => {
    const more = stocktake({ counts: [{ lot: 'L1', countedKg: 125 }] });
    expect(shareOf(oracle([mined, more]).stock(SMELTER, 'L1', SMELTER), `surplus:${more.id}`)).toBe('1/5');
    const less = stocktake({ counts: [{ lot: 'L1', countedKg: 80 }] });
    expect(shareOf(oracle([mined, less]).stock(SMELTER, 'L1', SMELTER), ROCK)).toBe('1');
  });

  test('mix what was apart', () => {
    const run = processing({
      draws: [{ lot: 'L1', massKg: 100 }, { lot: 'U', massKg: 60 }],
      yields: [lot({ lot: 'M', massKg: 160 })],
    }); // prettier-ignore
    expect(shareOf(oracle([mined, bought, run]).lot(SMELTER, 'M'), `undispatched:${bought.id}`)).toBe('3/8');
  });
});

describe('corrections', () => {
  const mined = mining({ yields: [lot({ massKg: 100 })] });
  const opened = openingStock({ yields: [lot({ lot: 'O', massKg: 100 })] });
  const draws = [{ lot: 'L1', massKg: 50 }, { lot: 'O', massKg: 50 }]; // prettier-ignore
  const run = processing({ draws, yields: [lot({ lot: 'M', massKg: 100 })] });
  const opening = `opening-stock:${SMELTER}`;

  test('a replaced run draws anew, and what lies downstream follows', () => {
    const shipped = exporting({ items: [{ lot: 'M', massKg: 40 }] });
    const lessStock = { ...run, draws: [draws[0]!, { lot: 'O', massKg: 25 }] };
    const answer = oracle([mined, opened, run, shipped, correction(run, lessStock)]).shipment(SHIPMENT);
    // 30 + 15 kg of REO went in, 60 came out
    expect(shareOf(answer, ROCK)).toBe('1/2');
    expect(shareOf(answer, opening)).toBe('1/4');
    expect(shareOf(answer, `excess:${run.id}`)).toBe('1/4');
  });

  test('a void event gives back what it drew', () => {
    const { books } = oracle([mined, opened, run, correction(run)]);
    expect(books.holdings().map(({ mass, drawn }) => [mass, drawn])).toEqual([[100_000, 0], [100_000, 0]]); // prettier-ignore
  });

  test('used mass cannot be taken back', () => {
    expect(() => oracle([mined, opened, run, correction(mined)])).toThrow('was used');
    const less = { ...mined, yields: [lot({ massKg: 49.999 })] };
    expect(() => oracle([mined, opened, run, correction(mined, less)])).toThrow('was used');
    const enough = { ...mined, yields: [lot({ massKg: 50 })] };
    expect(oracle([mined, opened, run, correction(mined, enough)]).lot(SMELTER, 'L1').massG).toBe(50_000);
  });

  test('a corrected grade changes the REO of what was drawn', () => {
    const poorer = { ...mined, yields: [lot({ massKg: 100, reoPercent: 20 })] };
    const answer = oracle([mined, opened, run, correction(mined, poorer)]).lot(SMELTER, 'M');
    // 10 + 30 kg in, 60 out
    expect(shareOf(answer, ROCK)).toBe('1/6');
    expect(shareOf(answer, `excess:${run.id}`)).toBe('1/3');
  });
});

describe('verdict', () => {
  const mined = mining({ licence: licenceNumber(1), yields: [lot({ massKg: 100 })] });
  const shipped = exporting({ items: [{ lot: 'L1', massKg: 100 }] });
  const verdict = (...permits: Parameters<typeof registry>[0][]) =>
    oracle([mined, shipped], registry(Object.assign({}, ...permits))).shipment(SHIPMENT).verdict;
  const holding = (...given: Parameters<typeof licence>) => ({ permits: [licence(...given)] });

  test('follows the licence', () => {
    const number = licenceNumber(1);
    expect(verdict(holding(number, SMELTER)).status).toBe('CLEAN');
    expect(verdict(holding(number, TRADER, { contractors: [SMELTER] })).status).toBe('CLEAN');
    expect(verdict(holding(number, TRADER)).status).toBe('FLAGGED');
    expect(verdict(holding(number, SMELTER, { to: '2025-12-31' })).reasons).toEqual(['illegal-source']);
    expect(verdict(holding(number, SMELTER, { status: 'revoked' })).status).toBe('FLAGGED');
    expect(verdict(holding(number, SMELTER, { kind: 'exploration-licence' })).status).toBe('FLAGGED');
    expect(verdict(holding(licenceNumber(3), SMELTER)).missing).toEqual(['unverified-source']);
  });

  test('waits for goods announced under the declaration', () => {
    const documents = [{ kind: 'export-declaration' as const, number: SHIPMENT }];
    const more = mining({ licence: licenceNumber(1), yields: [lot({ lot: 'L2', massKg: 1 })] });
    const sent = dispatch({ draws: [{ lot: 'L2', massKg: 1 }], documents });
    const already = exporting({ items: [{ lot: 'L1', massKg: 0.999 }] });
    const answer = oracle([mined, more, sent, already], registry(holding(licenceNumber(1), SMELTER))).shipment(
      SHIPMENT,
    );
    expect(answer.verdict).toEqual({ status: 'UNKNOWN', reasons: [], missing: ['pending-transfer'] });
  });
});
