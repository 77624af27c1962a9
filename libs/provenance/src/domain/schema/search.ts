import { type Static, Type } from '@sinclair/typebox';

const uscc = (description: string) => Type.String({ description, examples: ['91360728MA35BAYA0U'] });

const FoundLotSchema = Type.Object({
  lot: Type.String({ description: 'Lot code' }),
  declaredBy: uscc('USCC of the enterprise that declared the lot'),
  product: Type.String({ description: 'Product code' }),
  massKg: Type.Number({ description: 'Mass when it was made; kg' }),
});

const FoundShipmentSchema = Type.Object({
  declaration: Type.String({ description: 'Number of the export declaration', examples: ['422020260000012345'] }),
  enterprise: uscc('USCC of the exporter'),
  at: Type.String({ format: 'date-time', description: 'When it was exported' }),
});

const FoundDocumentSchema = Type.Object({
  kind: Type.String({ description: 'Kind of the document', examples: ['vat-invoice'] }),
  number: Type.String({ description: 'Number of the document' }),
});

const FoundEnterpriseSchema = Type.Object({
  uscc: uscc('Unified social credit code'),
  name: Type.Optional(Type.String({ description: 'Name as registered; left out where it is not registered' })),
  region: Type.Optional(Type.String({ description: 'GB/T 2260 code' })),
  registered: Type.Boolean({ description: 'False where it is only known from the trade of others' }),
});

const FoundPermitSchema = Type.Object({
  kind: Type.String({ description: 'Kind of permit', examples: ['mining-licence'] }),
  number: Type.String({ description: 'Number of the permit' }),
  holder: uscc('USCC of the holder'),
  status: Type.String({ description: '`valid`, `suspended` or `revoked`' }),
});

const FoundFindingSchema = Type.Object({
  id: Type.String({ format: 'uuid', description: 'Id of the finding' }),
  rule: Type.String({ description: 'Code of the rule', examples: ['MIN-01'] }),
  severity: Type.Unsafe<'S1' | 'S2' | 'S3' | 'S4'>({ type: 'string', enum: ['S1', 'S2', 'S3', 'S4'], description: 'How grave it is' }),
  enterprise: Type.Optional(uscc('USCC of the enterprise it is on')),
  title: Type.Object(
    { zh: Type.String({ description: 'Chinese' }), en: Type.String({ description: 'English' }) },
    { description: 'What it says' },
  ),
}); // prettier-ignore

/** Kinds of things that a search looks for, in the order they are shown. */
export const SEARCHED = ['lots', 'shipments', 'documents', 'enterprises', 'permits', 'findings'] as const;

export const SearchAnswerSchema = Type.Object(
  {
    lots: Type.Array(FoundLotSchema, { description: 'Lots whose code begins with the text' }),
    shipments: Type.Array(FoundShipmentSchema, { description: 'Shipments whose declaration begins with it' }),
    documents: Type.Array(FoundDocumentSchema, {
      description: 'Documents that events cite, whose number begins with it',
    }),
    enterprises: Type.Array(FoundEnterpriseSchema, {
      description: 'Enterprises whose code begins with it, or whose name contains it',
    }),
    permits: Type.Array(FoundPermitSchema, { description: 'Permits whose number begins with it' }),
    findings: Type.Array(FoundFindingSchema, {
      description:
        'Findings whose id, or the code of whose rule, begins with it, or whose rule is called so; the newest first',
    }),
    more: Type.Array(Type.Unsafe<(typeof SEARCHED)[number]>({ type: 'string', enum: [...SEARCHED] }), {
      description: 'Lists that were cut: more match than the 20 that are shown',
    }),
  },
  { title: 'SearchAnswer' },
);
export type SearchAnswer = Static<typeof SearchAnswerSchema>;
