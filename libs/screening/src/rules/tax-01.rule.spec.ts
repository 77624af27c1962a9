import { uscc } from '#testing';
import { firm, type Kinds } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './tax-01.rule.js';

const E = uscc(1);
const invoice = {
  number: '26362000000012345678',
  type: 'digital-special',
  seller: E,
  buyer: uscc(2),
  issuedAt: '2026-03-10T10:00:00+08:00',
  region: '360700',
  state: 'normal',
  lines: [{ item: '氧化镨钕', massKg: 1_000, basis: 'physical', unitPrice: 500_000, amount: 500_000 }],
};
const filed = (given: object = {}) => ({
  taxpayer: E,
  tax: 'vat',
  period: '2026-03',
  taxableAmount: 500_000,
  due: 65_000,
  paid: 65_000,
  filedAt: '2026-04-10',
  ...given,
});
const earlier = filed({ period: '2026-01', taxableAmount: 0, due: 0, paid: 0, filedAt: '2026-02-10' });
const at = (returns: object[], kinds: Kinds = ['smelter'], clock = '2026-04-20T00:00:00+08:00') => ({
  clock,
  period: '2026-03',
  registry: { enterprises: [firm(E, ...kinds)], invoices: [invoice], 'tax-returns': [earlier, ...returns] } as never,
});

describeRule(rule, {
  fires: [
    { name: 'half of it is paid', ...at([filed({ paid: 32_500 })]), finds: [{ enterprise: E, period: '2026-03' }] },
    {
      name: 'half of it is taxed',
      ...at([filed({ taxableAmount: 250_000, due: 32_500, paid: 32_500 })]),
      finds: [{ enterprise: E }],
    },
    { name: 'no return was filed', ...at([]), finds: [{ enterprise: E }] },
  ],
  quiet: [
    { name: 'all of it is paid', ...at([filed()]) },
    { name: 'it is a mine, which is another rule’s', ...at([], ['mine']) },
  ],
  near: [
    { name: 'just 98 % are paid', ...at([filed({ paid: 63_700 })]) },
    { name: 'the fifteenth is not over', ...at([], ['smelter'], '2026-04-15T12:00:00+08:00') },
  ],
});
