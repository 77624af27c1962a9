import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { amount, day, instant, oneOf, text, uscc, year } from '../domain/fields.js';

/** Yearly quotas (总量控制指标) of groups and of their enterprises, batch by batch. */
export const quotas = defineCollection({
  name: 'quotas',
  title: 'Quota',
  description: 'A quota of a batch of a year',
  fields: {
    year: year('Year it is for'),
    batch: Type.Integer({ minimum: 1, maximum: 99, description: 'Batch of the year', examples: [1] }),
    kind: oneOf(['mining-rock', 'mining-ion', 'separation'], 'What it allows'),
    holder: uscc('Group or enterprise that holds it'),
    tonnesReo: amount('Quantity', 't REO', 4200),
    issuer: text('Who issued it', 200, 'Ministry of Industry and Information Technology'),
    issuedAt: Type.Optional(instant('When it was issued')),
    filedAt: Type.Optional(day("When the group's decomposition was filed")),
    parent: Type.Optional(uscc('Holder of the parent row of the same year, batch and kind')),
  },
  key: ['year', 'batch', 'kind', 'holder'],
  tenant: 'holder',
  lookup: 'parent',
  filters: ['year', 'batch', 'kind', 'holder', 'parent'],
});
