import { uscc } from '#testing';
import { firm, quota } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './rep-03.rule.js';

const [E, OTHER] = [uscc(1), uscc(2)];
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
const at = (clock: string, reports: object[], quotas = [quota('separation', E, 10)]) => ({
  clock,
  period: '2026-04',
  registry: { enterprises: [firm(E, 'smelter'), firm(OTHER, 'smelter')], quotas, 'monthly-reports': reports } as never,
});
const fed = row('2026-01', {}, OTHER);
const LATER = '2026-05-14T00:00:00+08:00';

describeRule(rule, {
  fires: [
    {
      name: 'neither March nor April was reported',
      ...at(LATER, [fed]),
      finds: [{ enterprise: E, period: '2026-04' }],
    },
  ],
  quiet: [
    { name: 'March was reported', ...at(LATER, [fed, row('2026-03')]) },
    { name: 'it has no quota', ...at(LATER, [fed], []) },
  ],
  near: [{ name: 'the grace of April is not over', ...at('2026-05-12T23:59:59+08:00', [fed]) }],
});
