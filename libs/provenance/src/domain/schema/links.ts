import { type Static, Type } from '@sinclair/typebox';

const province = (description: string) =>
  Type.String({ description: `${description}; GB/T 2260 code`, examples: ['360000'] });

export const CrossProvinceLinkSchema = Type.Object(
  {
    from: province('Province the goods left'),
    to: province('Province they went to'),
    transfers: Type.Integer({ description: 'Accepted dispatches' }),
    massKg: Type.Number({ description: 'Gross mass of these dispatches; kg' }),
    reoKg: Type.Number({ description: 'Gross REO of these dispatches; kg' }),
    flagged: Type.Boolean({ description: 'One of them carried mass of an illegal source' }),
    events: Type.Array(Type.String({ format: 'uuid' }), {
      description: 'Ids of the dispatches, the latest first, at most 100; `transfers` says how many there are',
    }),
  },
  { title: 'CrossProvinceLink' },
);
export type CrossProvinceLink = Static<typeof CrossProvinceLinkSchema>;

export const CrossProvinceLinksSchema = Type.Object({
  items: Type.Array(CrossProvinceLinkSchema, { description: 'The largest flow of REO first' }),
  nextCursor: Type.Optional(Type.String({ description: 'Where the next page begins' })),
  total: Type.Integer({ description: 'Links in all pages' }),
  truncated: Type.Boolean({
    description: 'There are more transfers than one question adds up: only the latest count; ask for a shorter time',
  }),
});
export type CrossProvinceLinks = Static<typeof CrossProvinceLinksSchema>;
