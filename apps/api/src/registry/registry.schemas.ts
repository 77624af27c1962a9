import { Type, type TObject, type TSchema } from '@sinclair/typebox';
import { asOfParameter, listSchema, pageParameters } from '#platform';
import type { Collection } from '#registry';
import { BrokenImportSchema } from '../events/event-answer.schemas.js';
import { ProblemSchema } from '../http/problem.schema.js';

const seq = Type.Integer({ description: 'Ledger position' });
const recordedAt = Type.String({ format: 'instant', description: 'When it was recorded' });
const key = Type.String({ description: 'Natural key, its parts joined by `:`' });

export const KeyParamsSchema = Type.Object({
  key: Type.String({ pattern: '^\\P{C}{1,512}$', description: 'Natural key, its parts joined by `:`' }),
});

/** Checked item by item: this says only that there are some. */
export const ItemsEnvelopeSchema = Type.Object(
  { items: Type.Array(Type.Unknown(), { description: 'The items' }) },
  { additionalProperties: false },
);

export const itemsSchema = ({ schema, title }: Collection<unknown>) =>
  Type.Object(
    { items: Type.Array(schema, { description: 'In order; each is created, replaces what is there, or is refused' }) },
    { title: `${title}Items`, additionalProperties: false },
  );

const WarningSchema = Type.Object({
  index: Type.Optional(Type.Integer({ description: 'Place of the item in the request, from 0' })),
  pointer: Type.String({ description: 'JSON pointer into the request body, or into the line of NDJSON' }),
  code: Type.String({ description: 'What looks odd; stable' }),
  value: Type.Optional(Type.Unknown({ description: 'The odd value' })),
  expected: Type.Optional(Type.String({ description: 'What is usual' })),
});

const ResultSchema = Type.Object(
  {
    key: Type.Optional(key),
    status: Type.String({ description: '`created`, `updated`, `unchanged` or `refused`' }),
    seq: Type.Optional(seq),
    problem: Type.Optional(ProblemSchema),
    warnings: Type.Optional(Type.Array(WarningSchema, { description: 'Taken, but odd' })),
  },
  { title: 'RegistryResult' },
);

const checkpoint = Type.Object({ seq }, { description: "The ledger's head after the request" });

export const PutAnswerSchema = Type.Object(
  { results: Type.Array(ResultSchema), checkpoint },
  { title: 'RegistryPutAnswer' },
);

const count = (description: string) => Type.Integer({ description });

const SummarySchema = Type.Object(
  {
    summary: Type.Object({
      created: count('Keys that are new'),
      updated: count('Keys of which something else is believed now'),
      unchanged: count('Keys of which the same was believed before'),
      refused: count('Lines that were refused'),
    }),
    checkpoint,
  },
  { title: 'RegistrySummary', description: 'The last line of an answer in NDJSON' },
);

/** One line of an answer in NDJSON. */
export const PutLineSchema = Type.Union([ResultSchema, SummarySchema, BrokenImportSchema]);

const listedItem = (item: TSchema) => ({ key, seq, recordedAt, item });

export const itemListSchema = ({ schema }: Collection<unknown>) => listSchema(Type.Object(listedItem(schema)));

export const historySchema = ({ schema, title }: Collection<unknown>) =>
  Type.Object(
    {
      collection: Type.String({ description: 'Name of the collection' }),
      key,
      registered: Type.Optional(
        Type.Boolean({ description: 'False for an enterprise that others name but nobody has registered' }),
      ),
      asOf: Type.Object({ seq, at: recordedAt }, { description: 'State of the ledger that is answered' }),
      item: Type.Optional(schema),
      versions: Type.Array(
        Type.Object({
          ...listedItem(schema),
          supersededSeq: Type.Optional(Type.Integer({ description: 'Position from which it was believed no longer' })),
          supersededAt: Type.Optional(recordedAt),
        }),
        { description: 'Newest first' },
      ),
    },
    { title: `${title}History` },
  );

export const GetQuerySchema = Type.Object({ asOf: Type.Optional(asOfParameter) }, { additionalProperties: false });

/** The fields a collection is filtered by, the place of the page and of the state. */
export function listQuerySchema({ filters, fields }: Collection<unknown>): TObject {
  return Type.Object(
    {
      ...Object.fromEntries(filters.map(field => [field, Type.Optional(memberOf(fields[field]!))])),
      asOf: Type.Optional(asOfParameter),
      validAt: Type.Optional(
        Type.String({
          format: 'instant',
          description: 'The instant whose facts are listed; default that of `asOf`, else now',
          examples: ['2026-05-01T00:00:00+08:00'],
        }),
      ),
      ...pageParameters,
    },
    { additionalProperties: false },
  );
}

/** A list is filtered by one of its members. */
const memberOf = (field: TSchema): TSchema => (field['type'] === 'array' ? (field['items'] as TSchema) : field);
