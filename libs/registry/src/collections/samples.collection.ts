import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { assay, code, instant, lotReference, oneOf, text, uscc } from '../domain/fields.js';

/** Samples taken by inspectors and their assays (取样). */
export const samples = defineCollection({
  name: 'samples',
  title: 'Sample',
  description: 'A sample taken by inspectors, and its assay',
  fields: {
    number: code('Number of the sample', 'QY2026-0042'),
    enterprise: uscc('Where it was taken'),
    site: code('Site where it was taken', 'GZ-P1'),
    takenAt: instant('When it was taken'),
    point: oneOf(['feed-liquor', 'extraction-tank', 'product', 'ore'], 'Sampling point'),
    lot: Type.Optional(lotReference('Lot it was taken from')),
    assay: assay('Element oxides found'),
    laboratory: Type.Optional(text('Who analysed it', 200)),
  },
  key: ['number'],
  tenant: 'enterprise',
  lookup: 'lot',
  filters: ['enterprise', 'site', 'lot', 'point'],
});
