import { uscc } from '#testing';
import { firm } from '../cast.contract.js';
import type { KnownFinding } from '../facts/facts.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './exp-08.rule.js';

const E = uscc(1);
const found = (rule: string, period: string, given: Partial<KnownFinding> = {}): KnownFinding => ({
  ...{
    id: `${rule} ${period}`,
    rule,
    severity: 'S2',
    state: 'in-progress',
    enterprise: E,
    period,
    raisedAt: Date.parse('2026-07-05T00:00:00+08:00'),
    at: 0,
    events: [],
    ...given,
  },
});
const at = (...findings: KnownFinding[]) => ({
  findings,
  clock: '2026-07-20T00:00:00+08:00',
  period: '2026-06',
  registry: { enterprises: [firm(E, 'exporter')] } as never,
});

describeRule(rule, {
  fires: [
    {
      name: 'two of six months are abnormal',
      ...at(found('EXP-02', '2026-03'), found('EXP-03', '2026-06')),
      finds: [{ enterprise: E, period: '2026-06' }],
    },
    {
      name: 'one has been open for thirty days',
      ...at(found('EXP-02', '2026-06', { state: 'open', raisedAt: Date.parse('2026-06-10T00:00:00+08:00') })),
      finds: [{ enterprise: E }],
    },
  ],
  quiet: [
    { name: 'nothing was found', ...at() },
    {
      name: 'one of the two was dismissed',
      ...at(found('EXP-02', '2026-03', { state: 'dismissed' }), found('EXP-03', '2026-06')),
    },
  ],
  near: [
    { name: 'the other is seven months ago', ...at(found('EXP-02', '2025-12'), found('EXP-03', '2026-06')) },
    {
      name: 'one has been open for twenty-nine days',
      ...at(found('EXP-02', '2026-06', { state: 'open', raisedAt: Date.parse('2026-06-21T00:00:00+08:00') })),
    },
  ],
});
