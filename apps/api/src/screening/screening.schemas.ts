import { Type, type Static } from '@sinclair/typebox';
import { formatInstant } from '#kernel';
import {
  type AnyRule, AUTHORITIES, FINDING_STATES, type Finding, type FindingDetail, RULE_KINDS, SEVERITIES, valuesOf,
} from '#screening'; // prettier-ignore

export const words = <Word extends string>(list: readonly Word[], description: string) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...list], description, examples: [list[0]] });

const BilingualSchema = Type.Object(
  { zh: Type.String({ description: 'Chinese' }), en: Type.String({ description: 'English' }) },
  { title: 'Bilingual', additionalProperties: false },
);

export const uscc = (description: string) =>
  Type.String({ format: 'uscc', description, examples: ['91360728MA35BAYA0U'] });

export const instant = (description: string) =>
  Type.String({ format: 'date-time', description, examples: ['2026-11-20T10:00:00+08:00'] });

export const severity = words(
  SEVERITIES,
  'S4 stop of production or suspected crime, S3 confiscation or fine, S2 order to correct, S1 lead',
);
export const findingState = words(FINDING_STATES, 'Where it stands; `closed` when its cause is gone');

const findingFields = {
  id: Type.String({ format: 'uuid', description: 'Id of the finding' }),
  rule: Type.String({ description: 'Code of the rule', examples: ['MIN-01'] }),
  severity,
  state: findingState,
  enterprise: Type.Optional(uscc('Enterprise it is on; absent where it concerns a region or a feed')),
  region: Type.Optional(Type.String({ description: 'Region, six digits', examples: ['360728'] })),
  subject: Type.Optional(
    Type.String({ description: 'Event, lot, document, site or product that tells it from others' }),
  ),
  period: Type.Optional(Type.String({ description: 'Month, quarter or year', examples: ['2026-Q3'] })),
  event: Type.Optional(Type.String({ format: 'uuid', description: 'The event it is shown with' })),
  at: instant('When what it is about happened'),
  title: BilingualSchema,
  amount: Type.Optional(
    Type.Object(
      {
        value: Type.Number({ description: 'How much' }),
        unit: Type.String({ description: 'Of what', examples: ['kg REO'] }),
      },
      { title: 'FindingAmount' },
    ),
  ),
  raisedAt: instant('When it was raised'),
};

export const FindingIdParams = Type.Object({ id: Type.String({ format: 'uuid', description: 'Id of the finding' }) });

export const FindingSchema = Type.Object(findingFields, { title: 'Finding' });

const strings = (description: string) => Type.Optional(Type.Array(Type.String(), { description }));

const TaintedTransferSchema = Type.Object(
  {
    dispatch: Type.String({ format: 'uuid', description: 'Id of the dispatch' }),
    fromRegion: Type.String({ description: 'Province the goods left, six digits', examples: ['360000'] }),
    toRegion: Type.String({ description: 'Province they went to, six digits', examples: ['440000'] }),
    lots: Type.Array(Type.String(), { description: 'Lots of it that carried some, `USCC:code`' }),
    illegalReoKg: Type.Number({
      description: 'REO that is illegal by what the finding is about; kg',
      examples: [120.5],
    }),
  },
  { title: 'TaintedTransfer' },
);

const EvidenceSchema = Type.Object(
  {
    events: strings('Ids of events'),
    lots: strings('Lots, `USCC:code`'),
    documents: strings('Registry items, `collection/key`'),
    enterprises: strings('USCCs'),
    regions: strings('Regions, six digits'),
    sources: strings('Ids of sources'),
    transfers: Type.Optional(
      Type.Array(TaintedTransferSchema, { description: 'Dispatches that carried illegal mass between provinces' }),
    ),
    figures: Type.Optional(
      Type.Array(
        Type.Object({ name: BilingualSchema, value: Type.Number(), unit: Type.String() }, { title: 'Figure' }),
        { description: 'Numbers that were compared' },
      ),
    ),
    note: Type.Optional(BilingualSchema),
  },
  { title: 'Evidence', description: 'Where each number can be followed to' },
);

export const FindingDetailSchema = Type.Object(
  {
    ...findingFields,
    evidence: EvidenceSchema,
    parameters: Type.Record(Type.String(), Type.Number(), { description: "The rule's parameters when it was found" }),
    history: Type.Array(
      Type.Object(
        {
          state: findingState,
          at: instant('Since when'),
          actor: Type.String({ description: 'Who; `screening` for what the system does' }),
          note: Type.Optional(Type.String({ description: 'Why' })),
        },
        { title: 'FindingHistory' },
      ),
      { description: 'States, oldest first' },
    ),
  },
  { title: 'FindingDetail' },
);

export const FindingDecisionSchema = Type.Object(
  {
    state: words(['in-progress', 'confirmed', 'dismissed'], 'What it becomes'),
    note: Type.String({ minLength: 1, maxLength: 2_000, description: 'Why', examples: ['Field check of 12 March'] }),
  },
  { title: 'FindingDecision', additionalProperties: false },
);

export const DecidedFindingSchema = Type.Object(
  {
    ...FindingDetailSchema.properties,
    seq: Type.Integer({ description: 'Ledger position of the decision' }),
    shipments: Type.Array(Type.String(), {
      description: 'Export declarations whose verdict it weighs on, at most 1,000',
    }),
  },
  { title: 'DecidedFinding' },
);

export const RunRequestSchema = Type.Object(
  {
    rules: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 32, description: 'Code of a rule' }), { minItems: 1, maxItems: 200, description: 'Rules to apply; all by default' }),
    ),
    period: Type.Optional(Type.String({ minLength: 4, maxLength: 7, description: 'Year, quarter or month; everything up to the clock by default', examples: ['2026-Q3'] })),
    enterprises: Type.Optional(Type.Array(uscc('Enterprise'), { minItems: 1, maxItems: 10_000, description: 'Enterprises to examine; all by default' })),
    clock: Type.Optional(Type.String({ format: 'instant', description: 'The instant that rules with deadlines take for now; now by default', examples: ['2026-11-20T10:00:00+08:00'] })),
  },
  { title: 'ScreeningRunRequest', additionalProperties: false },
); // prettier-ignore
export type RunRequestBody = Static<typeof RunRequestSchema>;

export const RunIdSchema = Type.Object(
  { id: Type.String({ format: 'uuid', description: 'Id of the run' }) },
  { title: 'ScreeningRunId' },
);

export const RunSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'Id of the run' }),
    state: words(['queued', 'running', 'done', 'failed'], 'How far it is'),
    progress: Type.Number({ minimum: 0, maximum: 1, description: 'Part that is done' }),
    raised: Type.Integer({ description: 'Findings raised, also those raised again' }),
    closed: Type.Integer({ description: 'Findings whose cause is gone' }),
    error: Type.Optional(Type.String({ description: 'Why it failed' })),
  },
  { title: 'ScreeningRun' },
);

export const RuleSchema = Type.Object(
  {
    code: Type.String({ description: 'Code, never changes', examples: ['MIN-01'] }),
    kind: words(Object.values(RULE_KINDS), 'Violation, check of an authority, duty, or record'),
    title: BilingualSchema,
    reading: BilingualSchema,
    severity,
    authorities: Type.Array(words(AUTHORITIES, 'Department'), { description: 'Who answers for it' }),
    basis: Type.Array(
      Type.Object({ document: BilingualSchema, clause: Type.String(), quotation: BilingualSchema }, { title: 'LegalBasis' }),
      { description: 'Where it is written' },
    ),
    consequence: Type.Optional(BilingualSchema),
    fine: Type.Optional(
      Type.Object({ minCny: Type.Optional(Type.Number()), maxCny: Type.Optional(Type.Number()), law: Type.String() }, { title: 'Fine' }),
    ),
    validFrom: Type.Optional(Type.String({ description: 'First day it is in force' })),
    validTo: Type.Optional(Type.String({ description: 'First day it is in force no more' })),
    parameters: Type.Record(
      Type.String(),
      Type.Object(
        {
          value: Type.Number({ description: 'As it is set' }),
          default: Type.Number({ description: 'As it comes' }),
          min: Type.Number({ description: 'Least it may be' }),
          max: Type.Number({ description: 'Most it may be' }),
          unit: Type.String({ description: 'What it counts', examples: ['d'] }),
          meaning: BilingualSchema,
        },
        { title: 'RuleParameter' },
      ),
      { description: 'Tunable numbers' },
    ),
  },
  { title: 'Rule' },
); // prettier-ignore

export const ParametersChangeSchema = Type.Object(
  {
    parameters: Type.Record(Type.String({ maxLength: 64 }), Type.Number(), {
      description: 'Values by name; those left out go back to their defaults',
      examples: [{ graceDays: 30 }],
    }),
    note: Type.String({ minLength: 1, maxLength: 2_000, description: 'Why', examples: ['Circular of 12 March'] }),
  },
  { title: 'ParametersChange', additionalProperties: false },
);

export const ParametersSetSchema = Type.Object(
  {
    rule: RuleSchema,
    seq: Type.Integer({ description: 'Ledger position of the change' }),
    run: Type.String({ format: 'uuid', description: 'Id of the run that judges everything by the rule again' }),
  },
  { title: 'ParametersSet' },
);

/** A finding as clients read it. */
export function findingView({ no: _, at, raisedAt, ...rest }: Finding): object {
  return { ...rest, at: formatInstant(at), raisedAt: formatInstant(raisedAt) };
}

export const detailView = ({ evidence, parameters, history, ...finding }: FindingDetail): object => ({
  ...findingView(finding),
  evidence,
  parameters,
  history: history.map(entry => ({ ...entry, at: formatInstant(entry.at) })),
});

export function ruleView(rule: AnyRule, set?: Readonly<Record<string, number>>): object {
  const { code, kind, title, reading, severity: gravest, authorities, basis, consequence, fine, validFrom, validTo } = rule;
  const values = valuesOf(rule, set);
  const parameters = Object.fromEntries(
    Object.entries(rule.parameters).map(([name, { value, ...rest }]) => [name, { value: values[name], default: value, ...rest }]),
  );
  const optional = { consequence, fine, validFrom, validTo };
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { code, kind: RULE_KINDS[kind], title, reading, severity: gravest, authorities, basis, parameters, ...present };
} // prettier-ignore
