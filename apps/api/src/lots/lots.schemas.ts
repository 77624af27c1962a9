import { Type } from '@sinclair/typebox';
import { AssaySchema, DocumentRefSchema } from '#lots';

const lot = Type.String({ description: 'Lot code' });
const declaredBy = Type.String({ format: 'uscc', description: 'Enterprise that declared the lot' });
const product = Type.String({ description: 'Product code' });
const massKg = (description: string) => Type.Number({ description: `${description}; kg` });
const event = Type.String({ format: 'uuid', description: 'Event it comes from' });

export const HoldingSchema = Type.Object(
  {
    id: Type.String({ description: 'Id of the holding' }),
    enterprise: Type.String({ format: 'uscc', description: 'Who holds it; in transit, the sender' }),
    lot,
    declaredBy,
    product,
    massKg: massKg('What is left'),
    reoKg: massKg('REO of what is left'),
    event,
    site: Type.Optional(Type.String({ description: 'Where it lies' })),
    inTransit: Type.Unknown({ description: '`false`, or `{ "dispatch", "to" }`' }),
  },
  { title: 'Holding' },
);

export const LotSchema = Type.Object(
  {
    lot,
    declaredBy,
    product,
    reoPercent: Type.Number({ description: 'REO of the mass; %' }),
    assay: AssaySchema,
    assayBasis: Type.String({ description: '`declared`, `inherited` or `nominal`' }),
    event,
    massKg: massKg('Mass when it was made'),
    holdings: Type.Array(HoldingSchema, { description: 'Who holds what is left' }),
    truncated: Type.Optional(Type.Boolean({ description: 'True where not all holdings are listed' })),
  },
  { title: 'Lot' },
);

export const TransferSchema = Type.Object(
  {
    dispatch: Type.String({ format: 'uuid', description: 'Id of the dispatch' }),
    from: Type.String({ format: 'uscc' }),
    to: Type.String({ format: 'uscc' }),
    state: Type.String({ description: '`in-transit`, `accepted` or `rejected`' }),
    dispatchedAt: Type.String({ format: 'instant' }),
    terms: Type.String({ description: '`sale`, `tolling`, `storage`, `return` or `internal`' }),
    items: Type.Array(
      Type.Object({
        lot,
        declaredBy,
        product,
        massKg: massKg('Mass sent'),
        receivedKg: Type.Optional(massKg('Mass weighed on arrival')),
      }),
    ),
    documents: Type.Array(DocumentRefSchema),
    receipt: Type.Optional(Type.String({ format: 'uuid', description: 'Id of the receipt' })),
  },
  { title: 'Transfer' },
);
