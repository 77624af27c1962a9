import { Type } from '@sinclair/typebox';
import { EventSchema } from '#lots';
import { ProblemSchema } from '../http/problem.schema.js';

export const MAX_REQUEST_EVENTS = 1_000;

const seq = Type.Integer({ description: 'Ledger position' });
const recordedAt = Type.String({ format: 'instant', description: 'When it was recorded' });

/** Checked piece by piece: this says how many there may be; each is an {@link EventSchema}. */
export const EventEnvelopeSchema = Type.Object(
  { events: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MAX_REQUEST_EVENTS, description: '1 to 1,000 events' }) },
  { additionalProperties: false },
); // prettier-ignore

export const EventRequestSchema = Type.Object(
  { events: Type.Array(EventSchema, { minItems: 1, maxItems: MAX_REQUEST_EVENTS, description: 'In order' }) },
  { title: 'EventRequest', additionalProperties: false },
);

const CaptureResultSchema = Type.Object(
  {
    id: Type.Optional(Type.String({ format: 'uuid', description: 'Absent where none could be read' })),
    status: Type.String({ description: '`recorded`, `duplicate` or `refused`' }),
    seq: Type.Optional(seq),
    version: Type.Optional(Type.Integer({ description: 'Version of the event, from 1' })),
    problem: Type.Optional(ProblemSchema),
  },
  { title: 'CaptureResult' },
);

const checkpoint = Type.Object({ seq }, { description: "The ledger's head after the request" });

export const CaptureAnswerSchema = Type.Object(
  { results: Type.Array(CaptureResultSchema), checkpoint },
  { title: 'CaptureAnswer' },
);

const count = (description: string) => Type.Integer({ description });

const CaptureSummarySchema = Type.Object(
  {
    summary: Type.Object({
      recorded: count('Lines that are new'),
      duplicate: count('Lines that were recorded before'),
      refused: count('Lines that were refused'),
    }),
    checkpoint,
  },
  { title: 'CaptureSummary', description: 'The last line of an answer in NDJSON' },
);

/** The last line of an answer in NDJSON that could not be brought to its end. */
export const BrokenImportSchema = Type.Object(
  { problem: ProblemSchema },
  { title: 'BrokenImport', description: 'The last line where the import could not go on; lines before it stand' },
);

/** One line of an answer in NDJSON. */
export const CaptureLineSchema = Type.Union([CaptureResultSchema, CaptureSummarySchema, BrokenImportSchema]);

export const EventVersionsSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    versions: Type.Array(
      Type.Object({
        version: Type.Integer({ description: 'From 1' }),
        seq,
        recordedAt,
        event: Type.Unknown({ description: 'The event as recorded; null when voided' }),
        reason: Type.Optional(Type.String({ description: 'Reason of the correction' })),
      }),
    ),
  },
  { title: 'EventVersions' },
);

export const EventItemSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    version: Type.Integer({ description: 'From 1' }),
    seq,
    recordedAt,
    event: Type.Union([EventSchema, Type.Null()], { description: 'The event as it stands; null when voided' }),
  },
  { title: 'EventItem' },
);
