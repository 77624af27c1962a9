import type { ContractEvent, History, Processing } from '../contract.js';
import { enterprise, exporting, licence, lot, mining, processing, registry } from './build.js';
import { day, declarationNumber, hour, licenceNumber, uscc } from './codes.js';

const SMELTER = uscc(1);
const ASSAY = { La: 30, Ce: 48, Pr: 4.5, Nd: 15.5, Sm: 1.2, Eu: 0.2, Dy: 0.6 };
const UNIT_KG = 1_000;

/** Declaration that everything made is exported under. */
export const LATTICE_DECLARATION = declarationNumber(7, 'export');

/** Every mine has a valid licence of its own. */
const licensed = (count: number): History['registry'] =>
  registry({
    enterprises: [enterprise(SMELTER, ['mine', 'smelter', 'exporter'])],
    permits: Array.from({ length: count }, (_, index) => licence(licenceNumber(index + 1), SMELTER)),
  });

const shipment = (lots: readonly { lot: string; massKg: number }[], occurredAt: string): ContractEvent =>
  exporting({
    enterprise: SMELTER,
    declaration: LATTICE_DECLARATION,
    items: lots.map(({ lot, massKg }) => ({ lot, massKg })),
    occurredAt,
  });

/**
 * `width` mines, then `depth` layers of `width` blends, each of which takes from every lot of the layer before, and one
 * export of the last layer: width^depth ways from ore to export over width × (depth + 1) + 1 events. The parts differ
 * (1, 2, 3, … units), so that shares differ, too; nothing is lost.
 */
export function diamondLattice(width: number, depth: number): History {
  const total = (width * (width + 1)) / 2;
  const madeIn = (layer: number, column: number) =>
    lot({ lot: `D${layer}-${column}`, massKg: total * UNIT_KG, assay: ASSAY });
  const columns = Array.from({ length: width }, (_, column) => column);
  const roots = columns.map(column => mining({ licence: licenceNumber(column + 1), yields: [madeIn(0, column)] }));
  const blends = Array.from({ length: depth }, (_, above) =>
    columns.map((column): Processing => {
      const draws = columns.map(from => ({
        lot: `D${above}-${from}`,
        massKg: (((from + column) % width) + 1) * UNIT_KG,
      }));
      return processing({ process: 'BLEND', draws, yields: [madeIn(above + 1, column)], occurredAt: hour(above + 1) });
    }),
  );
  const last = columns.map(column => madeIn(depth, column));
  return { registry: licensed(width), events: [...roots, ...blends.flat(), shipment(last, hour(depth + 1))] };
}

/**
 * One run that blends lots of `sources` mines, of 1.001, 1.002, … t, and the export of what it made. At most 5,000
 * sources (draws of one event).
 */
export function wideBlend(sources: number): History {
  const lots = Array.from({ length: sources }, (_, index) =>
    lot({ lot: `W${index + 1}`, massKg: UNIT_KG + index + 1, assay: ASSAY }),
  );
  const roots = lots.map((each, index) => mining({ licence: licenceNumber(index + 1), yields: [each] }));
  const massKg = lots.reduce((sum, each) => sum + each.massKg, 0);
  const draws = lots.map(each => ({ lot: each.lot, massKg: each.massKg }));
  const blended = lot({ lot: 'WB', massKg, assay: ASSAY });
  const blend = processing({ process: 'BLEND', draws, yields: [blended], occurredAt: day(1) });
  return { registry: licensed(sources), events: [...roots, blend, shipment([blended], day(2))] };
}
