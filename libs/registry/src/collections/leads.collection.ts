import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { code, day, instant, oneOf, point, region, text, uscc } from '../domain/fields.js';

/** Tips, remote-sensing finds and transfers that point to illegal mining or trade (线索). */
export const leads = defineCollection({
  name: 'leads',
  title: 'Lead',
  description: 'A tip, remote-sensing find or transfer from another authority',
  fields: {
    number: code('Number of the lead', 'XS2026-0105'),
    kind: oneOf(['tip', 'remote-sensing', 'transfer'], 'Where it came from'),
    receivedAt: instant('When it was received'),
    region: region('Region it concerns'),
    point: Type.Optional(point('Place it concerns')),
    enterprise: Type.Optional(uscc('Enterprise it concerns')),
    text: Type.Optional(text('What it says', 10_000)),
    feedbackAt: Type.Optional(day('Day the informant was answered')),
    case: Type.Optional(code('Case it led to', 'AJ2026-0031')),
  },
  key: ['number'],
  tenant: 'enterprise',
  lookup: 'region',
  filters: ['kind', 'region', 'enterprise', 'case'],
  personal: ['text'],
});
