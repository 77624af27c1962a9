import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { amount, code, day, declaration, lotReference, massKg, maxEntries, oneOf } from '../domain/fields.js';

/** Inspection certificates (检验证书) of customs and laboratories. */
export const inspectionCertificates = defineCollection({
  name: 'inspection-certificates',
  title: 'InspectionCertificate',
  description: 'An inspection certificate of goods',
  fields: {
    number: code('Number of the certificate', 'JC2026-000123'),
    declaration: Type.Optional(declaration('Export or import declaration it belongs to')),
    lots: Type.Array(lotReference('A lot inspected'), { ...maxEntries, description: 'Lots inspected' }),
    massKg: massKg('Mass inspected'),
    date: day('Day of inspection'),
    result: oneOf(['pass', 'fail'], 'Outcome'),
    activityBqPerG: Type.Optional(amount('Specific activity', 'Bq/g', 0.4)),
  },
  key: ['number'],
  lookup: 'declaration',
  filters: ['declaration', 'lots', 'result', 'date'],
});
