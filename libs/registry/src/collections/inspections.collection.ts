import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { code, day, lotReference, maxEntries, oneOf, region, text, uscc } from '../domain/fields.js';

const KINDS = ['routine', 'random', 'special', 'environment', 'safety', 'stock', 'monthly-review'] as const;

const ACTIVITIES = ['exploration', 'mining', 'leaching', 'smelting', 'separation', 'construction'] as const;

/** Inspections of enterprises, sites or places (检查). */
export const inspections = defineCollection({
  name: 'inspections',
  title: 'Inspection',
  description: 'An inspection of an enterprise, site or place',
  fields: {
    number: code('Number of the inspection', 'JC2026-0200'),
    enterprise: Type.Optional(uscc('Enterprise inspected')),
    site: Type.Optional(code('Site inspected', 'GZ-P1')),
    region: region('Where it took place'),
    kind: oneOf(KINDS, 'Kind of inspection'),
    date: day('Day it took place'),
    authority: text('Who inspected', 200, 'Bureau of Industry and Information Technology of Ganzhou'),
    activities: Type.Optional(
      Type.Array(oneOf(ACTIVITIES, 'Activity'), { ...maxEntries, description: 'Activities seen' }),
    ),
    result: Type.Optional(oneOf(['pass', 'fail'], 'Outcome')),
    lots: Type.Optional(Type.Array(lotReference('A lot checked'), { ...maxEntries, description: 'Lots checked' })),
    dueAt: Type.Optional(day('Day by which faults must be put right')),
    closedAt: Type.Optional(day('Day it was closed')),
  },
  key: ['number'],
  tenant: 'enterprise',
  lookup: 'region',
  filters: ['enterprise', 'site', 'region', 'kind', 'date', 'result'],
});
