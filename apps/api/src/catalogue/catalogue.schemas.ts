import { Type } from '@sinclair/typebox';
import { AssaySchema } from '#lots';

const entry = {
  zh: Type.String({ description: 'Name in Chinese' }),
  en: Type.String({ description: 'Name in English' }),
  status: Type.String({ description: 'How far it can be relied on: `verified`, `partial`, `derived`, `unverified`, `placeholder`' }),
  sources: Type.Array(Type.String(), { description: 'Where it was read' }),
  validFrom: Type.String({ description: 'First day it holds' }),
  validTo: Type.Optional(Type.String({ description: 'First day it no longer holds' })),
}; // prettier-ignore

const range = (description: string) => Type.Object({ min: Type.Number(), max: Type.Number() }, { description });
const codes = (description: string) => Type.Array(Type.String(), { description });

export const ProductSchema = Type.Object(
  {
    code: Type.String(),
    ...entry,
    stage: Type.String({ description: 'Place in the chain: ORE, CONC, COMP_MIX, COMP_SEP, METAL, ALLOY, MAG, SCRAP, …' }),
    elements: codes('Elements a lot without an assay is taken to hold'),
    reoPercent: range('Typical REO content; %'),
    nominal: Type.Object(
      { assay: AssaySchema, profile: Type.Optional(Type.String()), status: Type.String(), sources: codes('Sources') },
      { description: 'Distribution of a lot that nobody assayed' },
    ),
    hs: codes('Codes of the customs tariff, most likely first'),
  },
  { title: 'Product' },
); // prettier-ignore

export const ProcessSchema = Type.Object(
  {
    code: Type.String(),
    ...entry,
    actorKinds: codes('Kinds of enterprise that may run it'),
    inputs: codes('Product codes, prefixes ending in `*`, or stages'),
    outputs: codes('As `inputs`'),
    sameProduct: Type.Boolean({ description: 'True where what comes out is the product that went in' }),
    yield: range('Bounds of REO out / REO in; ratio'),
    note: Type.Optional(Type.String()),
  },
  { title: 'Process' },
);

export const RegionSchema = Type.Object(
  {
    code: Type.String({ description: 'Six digits of GB/T 2260' }),
    ...entry,
    level: Type.String({ description: '`province`, `prefecture` or `county`' }),
    successor: Type.Optional(Type.String({ description: 'Code that took its place' })),
  },
  { title: 'Region' },
);

export const ProfileSchema = Type.Object(
  {
    code: Type.String({ description: 'Code, as products name it' }),
    ...entry,
    assay: AssaySchema,
    note: Type.Optional(Type.String()),
  },
  { title: 'Profile' },
);
