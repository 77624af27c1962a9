import { uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule, type RuleCase } from '../describe-rule.contract.js';
import type { InvoiceItem, RegistryItems } from '../facts/registry-items.js';
import { invoice, line } from '../invoice-cases.contract.js';
import rule from './min-12.rule.js';

const [MINE, NEIGHBOUR] = [uscc(1), uscc(8)];
const mineral = '*稀土矿产品*氟碳铈精矿';

/** Concentrate for a million in October. */
const sold = invoice(1, {
  seller: MINE,
  issuedAt: '2026-10-20T10:00:00+08:00',
  lines: [line({ item: mineral, amount: 1_000_000 })],
});

type Return = RegistryItems['tax-returns'];
const filing = (given: Partial<Return> = {}): Return => ({
  source: 'test',
  taxpayer: MINE,
  tax: 'vat',
  period: '2026-10',
  taxableAmount: 1_000_000,
  due: 130_000,
  paid: 130_000,
  filedAt: '2026-11-10',
  ...given,
});
const resource = (given: Partial<Return> = {}) =>
  filing({ tax: 'resource', period: '2026-Q4', due: 90_000, paid: 90_000, filedAt: '2027-01-10', ...given });

/** A neighbour of the province has filed since spring. */
const feed = filing({ taxpayer: NEIGHBOUR, period: '2026-03' });
const given = (invoices: InvoiceItem[], ...returns: Return[]): NonNullable<RuleCase['registry']> => ({
  enterprises: [firm(MINE, 'mine'), firm(NEIGHBOUR, 'mine')],
  invoices,
  'tax-returns': returns,
});
const october = { period: '2026-10', clock: '2026-11-16T00:00:00+08:00' };
/** December closes the quarter too; its VAT is not asked about, nothing was sold in it. */
const quarter = { period: '2026-12', clock: '2027-01-16T00:00:00+08:00' };

describeRule(rule, {
  fires: [
    {
      name: 'less VAT was paid than due',
      ...october,
      registry: given([sold], filing({ paid: 127_000 })),
      finds: [{ enterprise: MINE, subject: 'vat', period: '2026-10', amount: { value: 3_000, unit: 'CNY' } }],
    },
    {
      name: 'less was taxed than invoiced',
      ...october,
      registry: given([sold], filing({ taxableAmount: 979_999 })),
      finds: [{ subject: 'vat', amount: { value: 20_001, unit: 'CNY' } }],
    },
    {
      name: 'minerals were invoiced and no return came',
      ...october,
      registry: given([sold], feed),
      finds: [{ subject: 'vat', period: '2026-10', amount: { value: 1_000_000, unit: 'CNY' } }],
    },
    {
      name: 'the return came after the clock',
      ...october,
      registry: given([sold], feed, filing({ filedAt: '2026-11-17' })),
      finds: [{ subject: 'vat' }],
    },
    {
      name: 'less resource tax was paid than due for the quarter',
      ...quarter,
      registry: given([sold], resource({ paid: 80_000 })),
      finds: [{ subject: 'resource', period: '2026-Q4', amount: { value: 10_000, unit: 'CNY' } }],
    },
    {
      name: 'two months of the quarter do not make up what was invoiced',
      ...quarter,
      registry: given([sold], resource({ period: '2026-10', taxableAmount: 500_000 }), resource({ period: '2026-11', taxableAmount: 400_000 })),
      finds: [{ subject: 'resource', period: '2026-Q4', amount: { value: 100_000, unit: 'CNY' } }],
    },
    {
      name: 'no return of resource tax came',
      ...quarter,
      registry: given([sold], feed),
      finds: [{ subject: 'resource', period: '2026-Q4' }],
    },
  ],
  quiet: [
    { name: 'everything is paid', ...october, registry: given([sold], filing()) },
    { name: 'a void invoice is not taxed', ...october, registry: given([sold, { ...sold, number: '26362000000000000077', state: 'void' }], filing()) },
    { name: 'other goods are not taxed as minerals', ...october, registry: given([sold, { ...sold, number: '26362000000000000078', lines: [line({ item: '设备租赁', amount: 9e6 })] }], filing()) },
    { name: 'nothing was sold and nothing filed', ...october, registry: given([], feed) },
    { name: 'the province supplies no returns yet', ...october, registry: given([sold]) },
    { name: 'the province began with the month behind', ...october, registry: given([sold], { ...feed, period: '2026-11' }) },
    { name: 'the return is for the quarter', ...october, registry: given([sold], feed, filing({ period: '2026-Q4' })) },
    { name: 'it is no mine, which is TAX-01’s', ...october, registry: { ...given([sold], filing({ paid: 0 })), enterprises: [firm(MINE, 'smelter')] } },
    { name: 'the 15 days are not over', ...october, clock: '2026-11-15T23:00:00+08:00', registry: given([sold], feed, filing({ paid: 0 })) },
    { name: 'the quarter is in order', ...quarter, registry: given([sold], resource()) },
  ],
  near: [
    { name: 'exactly 98 % are paid and taxed', ...october, registry: given([sold], filing({ paid: 127_400, taxableAmount: 980_000 })) },
    { name: 'the last day of the quarter’s grace is not over', ...quarter, clock: '2027-01-15T23:59:59+08:00', registry: given([sold], feed) },
  ],
}); // prettier-ignore
