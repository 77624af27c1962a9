import { type Static, Type } from '@sinclair/typebox';
import { AsOfSchema } from './origins.js';

export const DestinationsSubjectSchema = Type.Object({
  kind: Type.Union([Type.Literal('lot'), Type.Literal('source')]),
  id: Type.String({ description: 'Lot code, or id of the source' }),
  declaredBy: Type.Optional(Type.String({ description: 'Of a lot: USCC of the enterprise that declared it' })),
  statuses: Type.Optional(
    Type.Array(Type.String(), {
      description: 'Of a source: how its root events are judged: `legal`, `illegal`, `unverified`, `unexplained`',
    }),
  ),
  massKg: Type.Optional(Type.Number({ description: 'Physical mass that was made or brought in; kg' })),
  reoKg: Type.Number({ description: 'Rare-earth oxides that were made or brought in; kg' }),
});

const attributedReoKg = Type.Number({ description: 'REO in it that comes from the subject; kg' });

export const StockSchema = Type.Object({
  enterprise: Type.String({ description: 'USCC of the holder; in transit, of the sender' }),
  lot: Type.String({ description: 'Lot code' }),
  declaredBy: Type.String({ description: 'USCC of the enterprise that declared the lot' }),
  inTransit: Type.Boolean({ description: 'On the way to a buyer who has not answered yet' }),
  dispatch: Type.Optional(Type.String({ description: 'In transit: id of the dispatch' })),
  to: Type.Optional(Type.String({ description: 'In transit: USCC of the addressee' })),
  massKg: Type.Number({ description: 'What is left of the lot there; kg' }),
  attributedReoKg,
});

export const ShipmentShareSchema = Type.Object({
  declaration: Type.String({ description: 'Number of the export declaration' }),
  massKg: Type.Number({ description: 'Mass of the whole shipment; kg' }),
  attributedReoKg,
  share: Type.Number({ description: "Part of the shipment's REO that comes from the subject, 0 to 1" }),
});

const CountsSchema = Type.Object({ stock: Type.Integer(), shipments: Type.Integer() });

export const DestinationsAnswerSchema = Type.Object({
  subject: DestinationsSubjectSchema,
  asOf: AsOfSchema,
  stock: Type.Array(StockSchema, { description: 'Mass left that holds some of it, the largest part first' }),
  shipments: Type.Array(ShipmentShareSchema, { description: 'Exports that took some of it, the largest part first' }),
  lossesReoKg: Type.Optional(
    Type.Number({
      description:
        'REO of it that is neither in stock nor shipped: declared losses, and what weighings and counts missed, net of gains within the tolerance; kg. Left out where the walk stopped at a limit',
    }),
  ),
  stockReoKg: Type.Number({ description: 'REO of it in all stock, listed or not; kg' }),
  shipmentsReoKg: Type.Number({ description: 'REO of it in all shipments, listed or not; kg' }),
  shown: CountsSchema,
  total: CountsSchema,
  recomputing: Type.Optional(
    Type.Boolean({ description: 'True while a correction upstream is still being worked in' }),
  ),
  truncated: Type.Boolean({
    description: 'The walk stopped at a limit, or not everything is listed: there may be more than is shown',
  }),
});
export type DestinationsAnswer = Static<typeof DestinationsAnswerSchema>;
