import { type Static, Type } from '@sinclair/typebox';

export const PathStepSchema = Type.Object(
  {
    event: Type.String({ format: 'uuid', description: 'Id of the event' }),
    type: Type.String({ description: 'Kind of the event', examples: ['dispatch'] }),
    at: Type.String({
      format: 'date-time',
      description: 'When the mass left the event: never before the step before it',
    }),
    from: Type.Optional(
      Type.String({ description: 'USCC of the enterprise it was with; left out where it begins here' }),
    ),
    to: Type.String({
      description: 'USCC of the enterprise it went to or stayed with; of an export, the number of the declaration',
    }),
    lot: Type.String({ description: 'Lot that left the event' }),
    declaredBy: Type.String({ description: 'USCC of the enterprise that declared the lot' }),
    massKg: Type.Number({ description: 'Mass of it that left the event; kg' }),
  },
  { title: 'PathStep' },
);
export type PathStep = Static<typeof PathStepSchema>;

export const PathsAnswerSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      length: Type.Integer({ description: 'Events on the way' }),
      steps: Type.Array(PathStepSchema, { description: 'In the direction material flows' }),
    }),
    { description: 'The shortest first; no two of them begin, or end, with the same event where there is a choice' },
  ),
  truncated: Type.Boolean({ description: 'The search stopped at a limit: there may be other ways' }),
});
export type PathsAnswer = Static<typeof PathsAnswerSchema>;
