import { Type } from '@sinclair/typebox';
import { countryFaults } from '../domain/checks/catalogue.js';
import { polygonFaults } from '../domain/checks/geometry.js';
import { isUsualPermitNumber, unusualNumber } from '../domain/checks/numbers.js';
import { defineCollection, type ItemIn } from '../domain/collection.js';
import {
  amount,
  code,
  country,
  customsDistrict,
  day,
  hsCode,
  maxEntries,
  oneOf,
  polygon,
  regionOrNation,
  text,
  uscc,
} from '../domain/fields.js';

/** Kinds of permits. Only a mining licence is a right to mine. */
export const PERMIT_KINDS = [
  'mining-licence', 'exploration-licence', 'recovery-approval', 'eia', 'radiation-eia', 'safety', 'acceptance',
  'project-approval', 'export-licence', 'dual-use-licence', 'restoration', 'waste-licence',
] as const; // prettier-ignore

const MINERALS = ['rare-earth', 'mixed', 'bastnaesite', 'ion-adsorption', 'monazite', 'xenotime', 'other'] as const;

/** Licences, approvals and acceptances (许可), by kind and number. */
export const permits = defineCollection({
  name: 'permits',
  title: 'Permit',
  description: 'A licence, approval or acceptance',
  fields: {
    kind: oneOf(PERMIT_KINDS, 'Kind of permit'),
    number: code('Number of the permit', 'C3600002011035110012345'),
    holder: uscc('Enterprise that holds it'),
    site: Type.Optional(code('Site it is for', 'GZ-P1')),
    issuer: text('Authority that issued it', 200, 'Department of Natural Resources of Jiangxi'),
    issuerRegion: Type.Optional(regionOrNation('Region of the issuing authority')),
    from: day('First day it is valid'),
    to: Type.Optional(day('Last day it is valid, to its end')),
    status: oneOf(['valid', 'suspended', 'revoked'], 'Whether it holds'),
    minerals: Type.Optional(
      Type.Array(oneOf(MINERALS, 'Mineral'), { ...maxEntries, description: 'What may be mined' }),
    ),
    polygon: Type.Optional(polygon('Licensed area')),
    contractors: Type.Optional(Type.Array(uscc('Contractor'), { ...maxEntries, description: 'Who may work under it' })),
    processes: Type.Optional(
      Type.Array(code('Process code', 'SEPARATION'), { ...maxEntries, description: 'Processes it allows' }),
    ),
    capacityTpy: Type.Optional(amount('Capacity it allows', 't REO a year', 3000)),
    replaces: Type.Optional(
      Type.Array(code('Number of a permit'), { ...maxEntries, description: 'Permits whose place it takes' }),
    ),
    quantityKg: Type.Optional(
      amount('Quantity it allows: of REO for recovery approvals, physical for export', 'kg', 24000),
    ),
    hsCode: Type.Optional(hsCode('Goods it allows')),
    destination: Type.Optional(country('Country of destination')),
    customs: Type.Optional(customsDistrict('Customs district')),
  },
  key: ['kind', 'number'],
  tenant: 'holder',
  lookup: 'number',
  filters: ['kind', 'number', 'holder', 'site', 'status'],
  checks: item => [...polygonFaults(item.polygon, '/polygon'), ...countryFaults(item.destination, '/destination')],
  warnings: ({ kind, number }) =>
    isUsualPermitNumber(kind, number) ? [] : [unusualNumber(number, `the usual build of a ${kind} number`)],
});

export type Permit = ItemIn<typeof permits>;
