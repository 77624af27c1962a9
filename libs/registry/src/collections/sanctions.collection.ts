import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { code, day, oneOf, text, uscc } from '../domain/fields.js';

/** Sanctions in force against enterprises: blacklists, suspensions, sources declared illegal (处罚). */
export const sanctions = defineCollection({
  name: 'sanctions',
  title: 'Sanction',
  description: 'A sanction against an enterprise',
  fields: {
    number: code('Number of the decision', 'CF2026-0007'),
    enterprise: uscc('Whom it concerns'),
    kind: oneOf(
      ['blacklist', 'production-suspended', 'sales-suspended', 'licence-stopped', 'illegal-source'],
      'What it does',
    ),
    from: day('First day'),
    to: Type.Optional(day('Last day, to its end')),
    basis: text('Legal basis and reason', 2_000, 'Regulations on rare earth administration, article 19'),
  },
  key: ['number'],
  tenant: 'enterprise',
  lookup: 'kind',
  filters: ['enterprise', 'kind'],
});
