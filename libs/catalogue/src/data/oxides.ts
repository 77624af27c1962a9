import type { Element } from '#kernel';
import type { Dataset } from '../types.js';

type Row = readonly [
  element: Element, zh: string, en: string, formula: string, molarMass: number, metalPerOxide: number, oxidePerMetal: number,
]; // prettier-ignore

export const oxideData: Dataset<Row> = {
  version: '2026-11-25',
  source: 'IUPAC atomic weights; the oxides are those by which the Chinese industry counts REO',
  // prettier-ignore
  entries: [
    ['La', '镧', 'lanthanum',    'La2O3',   325.81, 0.8527, 1.1728],
    ['Ce', '铈', 'cerium',       'CeO2',    172.11, 0.8141, 1.2284],
    ['Pr', '镨', 'praseodymium', 'Pr6O11', 1021.43, 0.8277, 1.2082],
    ['Nd', '钕', 'neodymium',    'Nd2O3',   336.48, 0.8574, 1.1664],
    ['Sm', '钐', 'samarium',     'Sm2O3',   348.72, 0.8624, 1.1596],
    ['Eu', '铕', 'europium',     'Eu2O3',   351.93, 0.8636, 1.1579],
    ['Gd', '钆', 'gadolinium',   'Gd2O3',   362.50, 0.8676, 1.1526],
    ['Tb', '铽', 'terbium',      'Tb4O7',   747.69, 0.8502, 1.1762],
    ['Dy', '镝', 'dysprosium',   'Dy2O3',   373.00, 0.8713, 1.1477],
    ['Ho', '钬', 'holmium',      'Ho2O3',   377.86, 0.8730, 1.1455],
    ['Er', '铒', 'erbium',       'Er2O3',   382.51, 0.8745, 1.1435],
    ['Tm', '铥', 'thulium',      'Tm2O3',   385.87, 0.8756, 1.1421],
    ['Yb', '镱', 'ytterbium',    'Yb2O3',   394.09, 0.8782, 1.1387],
    ['Lu', '镥', 'lutetium',     'Lu2O3',   397.93, 0.8794, 1.1372],
    ['Y',  '钇', 'yttrium',      'Y2O3',    225.81, 0.7874, 1.2699],
    ['Sc', '钪', 'scandium',     'Sc2O3',   137.91, 0.6520, 1.5338],
  ],
};
