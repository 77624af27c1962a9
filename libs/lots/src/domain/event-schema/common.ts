import { Type, type Static, type TProperties } from '@sinclair/typebox';
import { code, instant, oneOf, text, uscc, uuid } from './fields.js';

export const DOCUMENT_KINDS = [
  'vat-invoice',
  'import-declaration',
  'export-declaration',
  'export-licence',
  'dual-use-licence',
  'inspection-certificate',
  'resource-tax-certificate',
  'contract',
  'transport',
  'assay-report',
  'weighbridge',
  'other',
] as const;

export const DocumentRefSchema = Type.Object(
  {
    kind: oneOf(DOCUMENT_KINDS, 'What kind of document it is'),
    number: code('Number of the document', '26352000000012345678'),
    code: Type.Optional(code('Second code of documents that have one, such as older VAT invoices', '3600201130')),
    sha256: Type.Optional(
      Type.String({ pattern: '^[0-9a-fA-F]{64}$', description: 'SHA-256 of the file, hexadecimal', examples: [] }),
    ),
  },
  { title: 'DocumentRef', additionalProperties: false, description: 'A document that an event cites' },
);
export type DocumentRef = Static<typeof DocumentRefSchema>;

const BackfillSchema = Type.Object(
  {
    system: text('The older system', 200, 'Stock ledger 2019'),
    reason: text('Why it is taken over now', 2_000, 'Migration of 2025 stocks'),
  },
  { title: 'Backfill', additionalProperties: false, description: 'Taken over from an older system' },
);

const commonFields = {
  enterprise: uscc('Enterprise whose event it is; must be in the registry'),
  occurredAt: instant('When it happened (`processing`: end of the run); at most 5 minutes in the future'),
  enteredAt: Type.Optional(instant("When the enterprise's own system recorded it; default: server time")),
  site: Type.Optional(code('Site of the enterprise; yields lie there', 'GZ-P1')),
  documents: Type.Optional(Type.Array(DocumentRefSchema, { description: 'Documents that belong to it' })),
  backfill: Type.Optional(BackfillSchema),
  note: Type.Optional(Type.String({ maxLength: 2_000, description: 'Free text, at most 2,000 characters' })),
  extensions: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      maxBytes: 16_384,
      description: 'Fields of your own: stored and returned as they are; at most 16 KiB of JSON',
      examples: [{ furnace: 'K2' }],
    }),
  ),
};

interface KindOptions {
  readonly title: string;
  readonly description: string;
  /** Member that tells this kind from another of the same `type`. */
  readonly when?: string;
}

const idField = { id: uuid('Made by the client: identity and idempotency key') };

/** The schema of an event kind, and the same without `id` as a correction's replacement. */
export function kind<const Name extends string, Fields extends TProperties>(
  name: Name,
  fields: Fields,
  options: KindOptions,
) {
  const type = Type.Literal(name, { description: 'Kind of event' });
  const settings = { additionalProperties: false, ...options };
  return {
    event: Type.Object({ ...idField, type, ...commonFields, ...fields }, settings),
    replacement: Type.Object(
      { type, ...commonFields, ...fields },
      { ...settings, title: options.title.replace(/Event$/, 'Replacement') },
    ),
  };
}
