import { Type } from '@sinclair/typebox';
import { polygonFaults } from '../domain/checks/geometry.js';
import { defineCollection, type ItemIn } from '../domain/collection.js';
import { code, oneOf, polygon, region, uscc } from '../domain/fields.js';

/** Mines, plants, warehouses and recovery works of enterprises (场所). */
export const sites = defineCollection({
  name: 'sites',
  title: 'Site',
  description: 'A mine, plant, warehouse or recovery works of an enterprise',
  fields: {
    code: code('Code of the site', 'GZ-P1'),
    enterprise: uscc('Enterprise it belongs to'),
    kind: oneOf(['mine', 'plant', 'warehouse', 'recovery'], 'What it is'),
    region: region('Where it lies'),
    polygon: Type.Optional(polygon('Its area')),
    keyArea: Type.Optional(Type.Boolean({ description: 'Under dynamic supervision', examples: [true] })),
  },
  key: ['code'],
  tenant: 'enterprise',
  lookup: 'region',
  filters: ['enterprise', 'kind', 'region'],
  checks: item => polygonFaults(item.polygon, '/polygon'),
});

export type Site = ItemIn<typeof sites>;
