import { type Static, Type } from '@sinclair/typebox';
import { ELEMENTS } from '#kernel';

const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });

export const SubjectSchema = Type.Object(
  {
    kind: Type.Union([Type.Literal('shipment'), Type.Literal('lot'), Type.Literal('document')]),
    id: Type.String({ description: 'Declaration number, lot code, or `kind/number` of a document' }),
    declaredBy: Type.Optional(Type.String({ description: 'Of a lot: USCC of the enterprise that declared it' })),
    enterprise: Type.Optional(Type.String({ description: 'USCC of the holder whose rest of the lot is meant' })),
    massKg: Type.Number({ description: 'Physical mass' }),
    reoKg: Type.Number({ description: 'Rare-earth oxides in it' }),
    assayBasis: Type.Array(Type.String(), {
      description:
        'Where the element distributions of its lots come from: `declared` (an assay), `inherited` (the mixture of the pool they were made from), `nominal` (typical of the product)',
    }),
  },
  { title: 'Subject' },
);
export type SubjectAnswer = Static<typeof SubjectSchema>;

export const AsOfSchema = Type.Object(
  {
    seq: Type.Integer({ description: 'Ledger position' }),
    at: Type.String({ format: 'date-time', description: 'When that position was recorded' }),
  },
  { title: 'AsOf', description: 'The state of knowledge the answer is of' },
);
export type AsOfAnswer = Static<typeof AsOfSchema>;

export const ElementSharesSchema = Type.Partial(
  Type.Object(Object.fromEntries(ELEMENTS.map(element => [element, Type.Number({ minimum: 0, maximum: 1 })]))),
  { description: 'Share of each element of the subject that comes from here' },
);
export type ElementShares = Readonly<Record<string, number>>;

export const SourceSchema = Type.Object({
  id: Type.String({ examples: ['mining-licence:C3600002011075120118276:2026'] }),
  kind: Type.String({ description: '`mine`, `import`, `scrap`, `opening-stock`' }),
  enterprise: Type.Optional(Type.String({ description: 'USCC of the enterprise of its latest root event' })),
  region: Type.Optional(Type.String({ description: 'GB/T 2260 code, or country of an import' })),
  reference: Type.String({ description: 'Licence, declaration, supplier or enterprise' }),
  status: Type.String({ description: '`legal`, `illegal` or `unverified`' }),
});

export const OriginSchema = Type.Object({
  source: SourceSchema,
  reoKg: Type.Number(),
  share: share("Part of the subject's REO; 0 where it is present but rounds to nothing"),
  shareMin: Type.Optional(share('At least this much of the REO, whatever happened inside the plants')),
  shareMax: Type.Optional(share('At most this much of the REO, whatever happened inside the plants')),
  elements: ElementSharesSchema,
});
export type OriginAnswer = Omit<Static<typeof OriginSchema>, 'elements'> & { readonly elements: ElementShares };

const GroupSchema = Type.Object({
  kind: Type.String(),
  status: Type.String(),
  region: Type.Optional(Type.String({ description: 'Province or country' })),
  year: Type.Optional(Type.Integer()),
  count: Type.Integer({ description: 'Sources in the group' }),
  share: share("Part of the subject's REO"),
  reoKg: Type.Number(),
});

export const RestSchema = Type.Object({
  count: Type.Integer({ description: 'Sources that are not named one by one' }),
  share: share("Part of the subject's REO"),
  reoKg: Type.Number(),
  groups: Type.Array(GroupSchema),
});
export type RestAnswer = Static<typeof RestSchema>;

const IntroducedSchema = Type.Object({
  source: Type.String({ examples: ['excess:0190a1b2-…'] }),
  event: Type.Optional(Type.String({ description: 'The event that introduced it' })),
  enterprise: Type.Optional(Type.String({ description: 'Whose event it is' })),
  kind: Type.String({ description: '`undispatched`, `surplus` or `excess`' }),
  reoKg: Type.Number(),
  elements: ElementSharesSchema,
});

export const UnexplainedSchema = Type.Object({
  reoKg: Type.Number(),
  share: share("Part of the subject's REO that nobody can explain"),
  introducedBy: Type.Array(IntroducedSchema),
});
export type UnexplainedAnswer = Omit<Static<typeof UnexplainedSchema>, 'introducedBy'> & {
  readonly introducedBy: readonly (Omit<Static<typeof IntroducedSchema>, 'elements'> & { elements: ElementShares })[];
};

const RemarkSchema = Type.Object({
  code: Type.String(),
  detail: Type.String({ description: 'In the language asked for' }),
  refs: Type.Array(Type.String(), { description: 'Sources, dispatches or events meant, at most 100' }),
});

export const VerdictSchema = Type.Object(
  {
    status: Type.Union([Type.Literal('CLEAN'), Type.Literal('FLAGGED'), Type.Literal('UNKNOWN')]),
    reasons: Type.Array(RemarkSchema, { description: 'Why it is FLAGGED' }),
    missing: Type.Array(RemarkSchema, { description: 'What would have to be known for CLEAN' }),
  },
  { title: 'Verdict' },
);
export type VerdictAnswer = Static<typeof VerdictSchema>;

export const VerdictAnswerSchema = Type.Object({ subject: SubjectSchema, asOf: AsOfSchema, verdict: VerdictSchema });
export type VerdictOfSubject = Static<typeof VerdictAnswerSchema>;

export const OriginsAnswerSchema = Type.Object({
  subject: SubjectSchema,
  asOf: AsOfSchema,
  verdict: VerdictSchema,
  origins: Type.Array(OriginSchema, { description: 'Largest share first, at most 200; the others are in `rest`' }),
  rest: RestSchema,
  unexplained: UnexplainedSchema,
});

/** The fast answer. */
export interface OriginsAnswer extends VerdictOfSubject, Attribution {}

export interface Attribution {
  readonly origins: readonly OriginAnswer[];
  readonly rest: RestAnswer;
  readonly unexplained: UnexplainedAnswer;
}
