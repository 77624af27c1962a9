import { Type } from '@sinclair/typebox';
import { ENTERPRISE_KINDS } from '#catalogue';
import { unknownProduct } from '../domain/checks/catalogue.js';
import { defineCollection, type ItemIn } from '../domain/collection.js';
import { amount, code, maxEntries, oneOf, region, text, uscc } from '../domain/fields.js';

const Capacity = Type.Object(
  { product: code('Product code', 'OX-PrNd'), tonnesPerYear: amount('Output it can make', 't a year', 3000) },
  { title: 'Capacity', additionalProperties: false, description: 'What it can make in a year' },
);

/** Enterprises of the chain (企业). */
export const enterprises = defineCollection({
  name: 'enterprises',
  title: 'Enterprise',
  description: 'An enterprise of the chain',
  fields: {
    uscc: uscc('Unified social credit code'),
    name: text('Name as registered', 200, '示例稀土有限公司'),
    kinds: Type.Array(oneOf(ENTERPRISE_KINDS, 'What it does'), {
      ...maxEntries,
      description: 'What it does; several where it does several things',
    }),
    region: region('Where it lies, from its address'),
    address: Type.Optional(text('Address', 500)),
    legalRepresentative: Type.Optional(text('Legal representative', 100)),
    phone: Type.Optional(text('Telephone', 50)),
    group: Type.Optional(uscc('Group enterprise it belongs to; its own where it is one')),
    successor: Type.Optional(uscc('Enterprise that took its place')),
    capacities: Type.Optional(Type.Array(Capacity, { ...maxEntries, description: 'Capacities by product' })),
  },
  key: ['uscc'],
  tenant: 'uscc',
  lookup: 'region',
  filters: ['region', 'kinds', 'group', 'name'],
  personal: ['legalRepresentative', 'phone'],
  warnings: ({ capacities = [] }) =>
    capacities.flatMap(({ product }, index) => unknownProduct(product, `/capacities/${index}/product`)),
});

export type Enterprise = ItemIn<typeof enterprises>;
