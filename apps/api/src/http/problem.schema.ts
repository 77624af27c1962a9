import { Type } from '@sinclair/typebox';

const ProblemErrorSchema = Type.Object({
  index: Type.Optional(Type.Integer({ description: 'Place of the event or item in the request, from 0' })),
  id: Type.Optional(Type.String({ description: 'Id of the event' })),
  pointer: Type.Optional(Type.String({ description: 'JSON pointer into the request body, or into the line of NDJSON' })),
  parameter: Type.Optional(Type.String({ description: 'Query parameter, instead of a pointer' })),
  code: Type.String({ description: 'What is wrong; stable' }),
  value: Type.Optional(Type.Unknown({ description: 'The value that was wrong' })),
  expected: Type.Optional(Type.String({ description: 'What would have been right' })),
  available: Type.Optional(Type.Number({ description: 'Mass left, for `insufficient-mass`; kg' })),
}); // prettier-ignore

/** Problem details (RFC 9457) for the OpenAPI document. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: '`urn:oretrail:problem:<code>`' }),
    title: Type.String({ description: 'In the language asked for' }),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; `refused` where errors of several codes were found' }),
    detail: Type.String({ description: 'In the language asked for; names the value' }),
    errors: Type.Optional(Type.Array(ProblemErrorSchema, { description: 'Every problem found, at most 1,000' })),
    truncated: Type.Optional(Type.Boolean({ description: 'True where there are more errors than are listed' })),
  },
  { title: 'Problem', description: 'Why a request, an event or an item was refused' },
);
