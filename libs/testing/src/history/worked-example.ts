import type { History } from '../contract.js';
import { dispatch, enterprise, exporting, licence, lot, mining, processing, receipt, registry } from './build.js';
import { day, declarationNumber, licenceNumber, uscc } from './codes.js';

const [PRODUCER, EXPORTER] = [uscc(1), uscc(2, '310000')];

/** The export declaration of the example. */
export const EXAMPLE_DECLARATION = declarationNumber(1, 'export');

/** 90 t of REO from rock, under a licence that is valid. */
const rock = mining({
  enterprise: PRODUCER,
  licence: licenceNumber(1),
  yields: [
    lot({
      lot: 'ROCK',
      product: 'CON-BAS',
      massKg: 150_000,
      reoPercent: 60,
      assay: { La: 30, Ce: 50, Pr: 5, Nd: 14.9, Dy: 0.1 },
    }),
  ],
});

/** 10 t of REO from ion clay, under a licence that ran out the day before. */
const clay = mining({
  enterprise: PRODUCER,
  licence: licenceNumber(2),
  yields: [
    lot({
      lot: 'CLAY',
      product: 'ENR-ION-M',
      massKg: 12_500,
      reoPercent: 80,
      assay: { La: 30, Ce: 5, Pr: 5, Nd: 20, Dy: 5, Y: 35 },
    }),
  ],
});

const didymium = { product: 'OX-PrNd', massKg: 12_000, reoPercent: 100, assay: { Pr: 25, Nd: 75 } };

/** Separates both; holds more praseodymium and neodymium than went in, though less REO. */
const separation = processing({
  enterprise: PRODUCER,
  process: 'SEPARATION',
  from: day(1),
  occurredAt: day(31),
  draws: [
    { lot: 'ROCK', massKg: 150_000 },
    { lot: 'CLAY', massKg: 12_500 },
  ],
  yields: [
    lot({ lot: 'DY', product: 'OX-Dy', massKg: 590, reoPercent: 100 }),
    lot({ lot: 'PN-1', ...didymium }),
    lot({ lot: 'PN-2', ...didymium }),
    lot({ lot: 'REST', product: 'MRC', massKg: 175_000, reoPercent: 42, assay: { La: 38, Ce: 57.5, Y: 4.5 } }),
  ],
});

const sent = dispatch({
  enterprise: PRODUCER,
  to: EXPORTER,
  occurredAt: day(33),
  draws: [
    { lot: 'DY', massKg: 590 },
    { lot: 'PN-1', massKg: 12_000 },
  ],
});

/** Weighs a quarter of a per cent more: the same goods. */
const came = receipt(sent, { occurredAt: day(35), items: [{ lot: 'PN-1', massKg: 12_030 }] });

const left = exporting({
  enterprise: EXPORTER,
  declaration: EXAMPLE_DECLARATION,
  occurredAt: day(40),
  items: [
    { lot: 'DY', massKg: 590 },
    { lot: 'PN-1', massKg: 12_000 },
  ],
});

/** The six events of docs/attribution.md, which takes the shipment apart by hand. */
export const workedExample: History = {
  registry: registry({
    enterprises: [enterprise(PRODUCER, ['mine', 'smelter']), enterprise(EXPORTER, ['exporter'])],
    permits: [licence(licenceNumber(1), PRODUCER), licence(licenceNumber(2), PRODUCER, { to: '2025-12-31' })],
  }),
  events: [rock, clay, separation, sent, came, left],
};
