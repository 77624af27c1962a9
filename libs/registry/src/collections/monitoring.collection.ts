import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { code, instant, text, uscc } from '../domain/fields.js';

const reading = (description: string, example: number) =>
  Type.Number({ minimum: -1e12, maximum: 1e12, description, examples: [example] });

/** Readings and outages of environmental monitoring (环境监测). */
export const monitoring = defineCollection({
  name: 'monitoring',
  title: 'MonitoringRecord',
  description: 'A reading or outage of environmental monitoring',
  fields: {
    number: code('Number of the record', 'HJ2026-8801'),
    enterprise: uscc('Enterprise monitored'),
    site: Type.Optional(code('Site monitored', 'GZ-P1')),
    point: code('Monitoring point', 'DW001'),
    parameter: code('What was measured: NH3-N, SO2, …, treatment-outage', 'NH3-N'),
    from: instant('Begin'),
    to: Type.Optional(instant('End')),
    value: Type.Optional(reading('Value measured, in `unit`', 12.5)),
    limit: Type.Optional(reading('Value allowed, in `unit`', 15)),
    unit: Type.Optional(text('Unit of `value` and `limit`', 32, 'mg/L')),
  },
  key: ['number'],
  tenant: 'enterprise',
  lookup: 'parameter',
  filters: ['enterprise', 'site', 'point', 'parameter'],
});
