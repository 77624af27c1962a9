import { Type } from '@sinclair/typebox';
import { defineCollection } from '../domain/collection.js';
import { day, oneOf, period, signedAmount, uscc } from '../domain/fields.js';

/** Tax returns and payments (纳税申报). */
export const taxReturns = defineCollection({
  name: 'tax-returns',
  title: 'TaxReturn',
  description: 'A tax return of a period and what was paid',
  fields: {
    taxpayer: uscc('Who files'),
    tax: oneOf(['vat', 'resource', 'environment'], 'Which tax'),
    period: period('Period it is for'),
    taxableAmount: signedAmount('Amount taxed', 'CNY', 5000000),
    due: signedAmount('Tax due', 'CNY', 650000),
    paid: signedAmount('Tax paid', 'CNY', 650000),
    filedAt: day('Day it was filed'),
    paidAt: Type.Optional(day('Day it was paid')),
  },
  key: ['taxpayer', 'tax', 'period'],
  tenant: 'taxpayer',
  lookup: 'period',
  filters: ['taxpayer', 'tax', 'period'],
});
