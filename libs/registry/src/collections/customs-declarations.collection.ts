import { Type } from '@sinclair/typebox';
import { countryFaults } from '../domain/checks/catalogue.js';
import { unusualNumber } from '../domain/checks/numbers.js';
import { defineCollection, type ItemIn } from '../domain/collection.js';
import {
  amount,
  country,
  customsDistrict,
  day,
  declaration,
  hsCode,
  massKg,
  maxEntries,
  oneOf,
  uscc,
} from '../domain/fields.js';

const Line = Type.Object(
  {
    hsCode: hsCode('Code of the customs tariff'),
    massKg: massKg('Physical mass'),
    valueUsd: amount('Value', 'USD', 1200000),
  },
  { title: 'DeclarationLine', additionalProperties: false, description: 'Goods of one tariff code' },
);

const DIRECTION_DIGIT = { import: '1', export: '0' } as const;

/** Import and export declarations (报关单) as customs hold them. */
export const customsDeclarations = defineCollection({
  name: 'customs-declarations',
  title: 'CustomsDeclaration',
  description: 'An import or export declaration as customs hold it',
  fields: {
    number: declaration('Number of the declaration, 18 digits'),
    direction: oneOf(['import', 'export'], 'Into or out of the country'),
    party: uscc('Enterprise that imports or exports'),
    date: day('Day it was declared'),
    country: country('Country of origin or destination'),
    customs: customsDistrict('Customs district'),
    lines: Type.Array(Line, { ...maxEntries, description: 'Its lines' }),
  },
  key: ['number'],
  tenant: 'party',
  filters: ['direction', 'party', 'country', 'customs', 'date'],
  checks: item => countryFaults(item.country, '/country'),
  warnings: ({ number, direction }) =>
    number.charAt(8) === DIRECTION_DIGIT[direction]
      ? []
      : [unusualNumber(number, `a ninth digit ${DIRECTION_DIGIT[direction]} for ${direction}`)],
});

export type CustomsDeclaration = ItemIn<typeof customsDeclarations>;
