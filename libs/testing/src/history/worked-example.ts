import type { History } from '../contract.js';
import { dispatch, enterprise, exporting, licence, lot, mining, processing, receipt, registry } from './build.js';
import { day, declarationNumber, licenceNumber, uscc } from './codes.js';

const [ROCK_MINE, CLAY_MINE, SMELTER, EXPORTER] = [1, 2, 3, 4].map(n => uscc(n)) as [string, string, string, string];

/** The export declaration of the example. */
export const EXAMPLE_DECLARATION = declarationNumber(1, 'export');

const rock = mining({
  enterprise: ROCK_MINE,
  licence: licenceNumber(1),
  yields: [
    lot({ lot: 'ROCK', product: 'CON-BAS', massKg: 150_000, reoPercent: 60, assay: { La: 30, Ce: 50, Pr: 5, Nd: 14.9, Dy: 0.1 } }),
  ],
});

const clay = mining({
  enterprise: CLAY_MINE,
  licence: licenceNumber(2),
  yields: [
    lot({ lot: 'CLAY', product: 'ENR-ION-M', massKg: 12_500, reoPercent: 80, assay: { La: 30, Ce: 5, Pr: 5, Nd: 20, Dy: 5, Y: 35 } }),
  ],
});

const toSmelter = [
  dispatch({ enterprise: ROCK_MINE, to: SMELTER, draws: [{ lot: 'ROCK', massKg: 150_000 }], occurredAt: day(2) }),
  dispatch({ enterprise: CLAY_MINE, to: SMELTER, draws: [{ lot: 'CLAY', massKg: 12_500 }], occurredAt: day(2) }),
] as const;
