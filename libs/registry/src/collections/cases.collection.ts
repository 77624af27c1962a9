import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { code, day, maxEntries, oneOf, region, text, uscc } from '../domain/fields.js';

const STAGES = [
  'lead', 'self-inspection', 'verification', 'explanation', 'handling-plan', 'rectification', 'acceptance', 'referred',
  'closed',
] as const; // prettier-ignore

const Referral = Type.Object(
  {
    reportedAt: day('Day the referral was proposed'),
    decidedAt: Type.Optional(day('Day it was decided')),
    decision: Type.Optional(oneOf(['transfer', 'keep'], 'Decision')),
    transferredAt: Type.Optional(day('Day it was handed over')),
  },
  { title: 'CaseReferral', additionalProperties: false, description: 'Referral to criminal justice' },
);

const Acknowledgement = Type.Object(
  {
    region: region('Region told'),
    sentAt: day('Day it was told'),
    acknowledgedAt: Type.Optional(day('Day it answered')),
  },
  { title: 'CaseAcknowledgement', additionalProperties: false, description: 'A region that was told' },
);

const CrossProvince = Type.Object(
  {
    foundAt: day('Day the link to another province was found'),
    reportedAt: Type.Optional(day('Day it was reported upwards')),
    acknowledgements: Type.Optional(
      Type.Array(Acknowledgement, { ...maxEntries, description: 'Regions told and their answers' }),
    ),
  },
  { title: 'CaseCrossProvince', additionalProperties: false, description: 'Co-operation with other provinces' },
);

/** Cases kept by authorities elsewhere (案件). */
export const cases = defineCollection({
  name: 'cases',
  title: 'AuthorityCase',
  description: 'A case kept by an authority elsewhere',
  fields: {
    number: code('Number of the case', 'AJ2026-0031'),
    enterprise: Type.Optional(uscc('Enterprise it concerns')),
    region: region('Region of the authority'),
    rules: Type.Array(code('Rule code', 'REC-01'), { ...maxEntries, description: 'Rules it is about' }),
    stage: oneOf(STAGES, 'Where it stands'),
    stageSince: day('Since when'),
    dueAt: Type.Optional(day('Day by which the stage must end')),
    delayReason: Type.Optional(text('Why it was put off', 2_000)),
    newDueAt: Type.Optional(day('Day it was put off to')),
    referral: Type.Optional(Referral),
    crossProvince: Type.Optional(CrossProvince),
  },
  key: ['number'],
  tenant: 'enterprise',
  lookup: 'region',
  filters: ['enterprise', 'region', 'rules', 'stage'],
});
