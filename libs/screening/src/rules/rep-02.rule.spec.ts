import { uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './rep-02.rule.js';

const [GROUP, E, OTHER] = [uscc(1), uscc(2), uscc(3)];
const row = (month: string, given: object = {}, enterprise = E) => ({
  enterprise,
  month,
  product: 'OX-PrNd',
  producedReoT: 0,
  purchasedT: 0,
  soldT: 0,
  exportedT: 0,
  stockT: 0,
  submittedAt: '2026-02-09T10:00:00+08:00',
  ...given,
});
const enterprises = [
  { ...firm(GROUP, 'group'), group: GROUP },
  ...[E, OTHER].map(each => ({ ...firm(each, 'smelter'), group: GROUP })),
];
const at = (clock: string, ...reports: object[]) => ({
  clock,
  period: '2026-03',
  registry: { enterprises, 'monthly-reports': reports } as never,
});
const made = (producedReoT: number, enterprise: string) => row('2026-03', { producedReoT }, enterprise);
const LATER = '2026-04-14T00:00:00+08:00';

describeRule(rule, {
  fires: [
    {
      name: 'the group reports less',
      ...at(LATER, made(90, GROUP), made(60, E), made(40, OTHER)),
      finds: [{ enterprise: GROUP, period: '2026-03', subject: 'OX-PrNd' }],
    },
  ],
  quiet: [
    { name: 'the sum is right', ...at(LATER, made(100, GROUP), made(60, E), made(40, OTHER)) },
    { name: 'the group does not report', ...at(LATER, made(60, E)) },
  ],
  near: [
    { name: 'it differs by just 0.1 %', ...at(LATER, made(99.9, GROUP), made(60, E), made(40, OTHER)) },
    { name: 'reports may still change', ...at('2026-04-12T00:00:00+08:00', made(90, GROUP), made(60, E)) },
  ],
});
