import { ELEMENTS, type Element } from '#kernel';
import { Type, type Static, type TNumber, type TOptional } from '@sinclair/typebox';
import { code, instant, massKg, massOrNothingKg, oneOf, percent, price, text, uscc } from './fields.js';

/** Most draws, items or counts of one event. */
export const MAX_DRAWS = 5_000;
/** Most lot declarations of one event. */
export const MAX_YIELDS = 2_000;

const elementPercents = Object.fromEntries(
  ELEMENTS.map(element => [element, Type.Optional(percent(`${element} oxide of the total REO`, 100, 4.2))]),
) as Record<Element, TOptional<TNumber>>;

export const AssaySchema = Type.Object(elementPercents, {
  title: 'Assay',
  additionalProperties: false,
  assaySum: true,
  description: 'Element oxides in % of total REO; sums to 100 ± 2 and is normalised',
  examples: [{ La: 25, Ce: 50, Pr: 5.5, Nd: 19.5 }],
});

const lotCode = Type.String({
  format: 'lot-code',
  description:
    'Lot code, the label on the drum: unique per declaring enterprise; 1–64 printable characters, NFC, no "/"',
  examples: ['LN-2026-03-C01'],
});

const lotReference = Type.String({
  format: 'lot-ref',
  description: 'Lot code; `USCC:code` where two enterprises declared the same code',
  examples: ['LN-2026-03-C01'],
});

export const LotDeclarationSchema = Type.Object(
  {
    lot: lotCode,
    product: code('Product code of the catalogue', 'ENR-ION-M'),
    massKg: massKg('Physical mass as it lies'),
    reoPercent: Type.Optional(percent('REO of that mass; up to 155, as metals count as oxide', 155, 92)),
    metalPercent: Type.Optional(
      percent('Metal content instead of `reoPercent`, for products of stage METAL, ALLOY, MAG and SCRAP', 100, 99.5),
    ),
    assay: Type.Optional(AssaySchema),
    at: Type.Optional(instant('When this lot was ready, between `from` and `occurredAt`; time rules use it')),
  },
  {
    title: 'LotDeclaration',
    additionalProperties: false,
    exactlyOneOf: ['reoPercent', 'metalPercent'],
    description: 'A new lot: what it is, how much of it, and its chemistry',
  },
);

const drawFields = {
  lot: lotReference,
  massKg: massKg('Mass taken'),
  holding: Type.Optional(
    code('Id of the holding to draw from; without it the oldest first', '3f0c2d51-9a7e-8b46-a1d0-5c8e7f2b9d34'),
  ),
};

export const LotDrawSchema = Type.Object(drawFields, {
  title: 'LotDraw',
  additionalProperties: false,
  description: "A mass taken from the enterprise's holdings of a lot, oldest first",
});

export const DispatchDrawSchema = Type.Object(
  { ...drawFields, unitPrice: Type.Optional(price('Price without VAT; CNY per t', 58_000)) },
  { title: 'DispatchDraw', additionalProperties: false },
);

export const LossSchema = Type.Object(
  {
    kind: oneOf(['tailings', 'waste', 'radioactive-residue', 'loss'], 'What it was lost as'),
    massKg: massOrNothingKg('Physical mass lost'),
    reoPercent: percent('REO of that mass', 155, 0.8),
  },
  { title: 'Loss', additionalProperties: false, description: "A declared loss; leaves in the pool's mixture" },
);

export const ReceiptItemSchema = Type.Object(
  { lot: lotReference, massKg: massOrNothingKg('Mass weighed on arrival; 0 is a total loss') },
  { title: 'ReceiptItem', additionalProperties: false },
);

export const ExportItemSchema = Type.Object(
  {
    lot: lotReference,
    massKg: massKg('Mass that leaves the country'),
    hsCode: Type.Optional(
      Type.String({ pattern: '^[0-9]{6,10}$', description: 'HS code, 6 to 10 digits', examples: ['2846901990'] }),
    ),
    unitPriceUsd: Type.Optional(price('Price; USD per t', 12_500)),
  },
  { title: 'ExportItem', additionalProperties: false },
);

export const CountSchema = Type.Object(
  { lot: lotReference, countedKg: massOrNothingKg('Mass found') },
  { title: 'Count', additionalProperties: false },
);

/** A party that need not be in the registry. */
export const party = (description: string) =>
  Type.Object(
    {
      name: text('Name as written on the papers', 200, '示例金属回收有限公司'),
      uscc: Type.Optional(uscc('Its unified social credit code, where known')),
    },
    { title: 'Party', additionalProperties: false, description },
  );

export type Assay = Static<typeof AssaySchema>;
export type LotDeclaration = Static<typeof LotDeclarationSchema>;
export type LotDraw = Static<typeof LotDrawSchema>;
export type DispatchDraw = Static<typeof DispatchDrawSchema>;
export type Loss = Static<typeof LossSchema>;
export type ReceiptItem = Static<typeof ReceiptItemSchema>;
export type ExportItem = Static<typeof ExportItemSchema>;
export type Count = Static<typeof CountSchema>;
export type Party = Static<ReturnType<typeof party>>;
