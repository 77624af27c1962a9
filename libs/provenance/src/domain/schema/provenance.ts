import { type Static, Type } from '@sinclair/typebox';
import { type OriginsAnswer, OriginsAnswerSchema } from './origins.js';

export const ChainSchema = Type.Object({
  events: Type.Integer({ description: "Material events upstream, the subject's own included" }),
  holdings: Type.Integer({ description: "Holdings they drew, and the subject's own" }),
  enterprises: Type.Integer(),
  depth: Type.Integer({ description: 'Most events on one way' }),
  firstAt: Type.Optional(Type.String({ format: 'date-time' })),
  lastAt: Type.Optional(Type.String({ format: 'date-time' })),
});
export type ChainAnswer = Static<typeof ChainSchema>;

export const CrossProvinceSchema = Type.Object({
  from: Type.String({ description: 'Province the goods left' }),
  to: Type.String({ description: 'Province they went to' }),
  transfers: Type.Integer({ description: 'Accepted dispatches' }),
  reoKg: Type.Number({ description: 'Gross REO of these dispatches' }),
  flagged: Type.Boolean({ description: 'One of them carried mass of an illegal source' }),
});
export type CrossProvinceAnswer = Static<typeof CrossProvinceSchema>;

const ChainFindingSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    rule: Type.String({ description: 'Code of the rule', examples: ['REC-01'] }),
    severity: Type.String({ description: '`S1` to `S4`', examples: ['S4'] }),
    enterprise: Type.Optional(Type.String({ description: 'USCC of the enterprise it is on' })),
    event: Type.Optional(Type.String({ description: 'The event it is shown with' })),
    title: Type.Object({ zh: Type.String(), en: Type.String() }),
  },
  { title: 'ChainFinding' },
);

const CountSchema = Type.Object({ nodes: Type.Integer(), edges: Type.Integer() });

export const GraphNodeSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.Union([Type.Literal('event'), Type.Literal('holding'), Type.Literal('enterprise')]),
    label: Type.String(),
  },
  { additionalProperties: true, description: 'With the facts of its kind: type, at, process; lot, product, massKg; …' },
);
export type GraphNode = Static<typeof GraphNodeSchema> & Readonly<Record<string, unknown>>;

export const GraphEdgeSchema = Type.Object({
  from: Type.String(),
  to: Type.String(),
  massKg: Type.Number(),
  reoKg: Type.Number(),
  at: Type.String({ format: 'date-time' }),
  transfers: Type.Optional(Type.Integer({ description: 'Between enterprises: accepted dispatches' })),
});
export type GraphEdge = Static<typeof GraphEdgeSchema>;

export const GraphSchema = Type.Object({
  nodes: Type.Array(GraphNodeSchema, { description: 'Nearest to the subject first' }),
  edges: Type.Array(GraphEdgeSchema, { description: 'In the direction material flows' }),
  shown: CountSchema,
  total: CountSchema,
  truncated: Type.Boolean({ description: 'Less is shown than there is, or the walk stopped at a limit' }),
});

export interface GraphAnswer {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly shown: Static<typeof CountSchema>;
  readonly total: Static<typeof CountSchema>;
  readonly truncated: boolean;
}

export const ProvenanceAnswerSchema = Type.Object({
  ...OriginsAnswerSchema.properties,
  chain: ChainSchema,
  crossProvince: Type.Array(CrossProvinceSchema),
  findings: Type.Array(ChainFindingSchema, { description: 'Findings on the chain of the subject that stand' }),
  graph: GraphSchema,
});

/** The full answer. */
export interface ProvenanceAnswer extends OriginsAnswer {
  readonly chain: ChainAnswer;
  readonly crossProvince: readonly CrossProvinceAnswer[];
  readonly findings: readonly Static<typeof ChainFindingSchema>[];
  readonly graph: GraphAnswer;
}
