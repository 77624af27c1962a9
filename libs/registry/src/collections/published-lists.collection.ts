import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { oneOf, text, uscc, year } from '../domain/fields.js';

/** Yearly published lists of mines and smelters in production (公示名单). */
export const publishedLists = defineCollection({
  name: 'published-lists',
  title: 'PublishedListEntry',
  description: 'An enterprise on a published list of a year',
  fields: {
    year: year('Year of the list'),
    kind: oneOf(['mine', 'smelter'], 'Which list'),
    enterprise: uscc('Enterprise on it'),
    group: uscc('Group that published it'),
    status: Type.Optional(text('Status as published', 200)),
  },
  key: ['year', 'kind', 'enterprise'],
  tenant: 'enterprise',
  lookup: 'group',
  filters: ['year', 'kind', 'enterprise', 'group'],
});
