import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { code, instant, regionOrNation } from '../domain/fields.js';

/** Heartbeats of the feeds of departments, also when they had nothing to send (数据报送). */
export const feeds = defineCollection({
  name: 'feeds',
  title: 'Feed',
  description: "Heartbeat of a department's feed",
  fields: {
    feed: code('Name of the feed', 'tax-invoices-360000'),
    department: code('Department that sends', 'tax'),
    collection: code('Collection it fills', 'invoices'),
    region: Type.Optional(regionOrNation('Region it covers')),
    periodDays: Type.Number({ minimum: 0.001, maximum: 3_660, description: 'How often it comes; days', examples: [1] }),
    lastAt: instant('When it came last'),
  },
  key: ['feed'],
  lookup: 'collection',
  filters: ['department', 'collection', 'region'],
});
