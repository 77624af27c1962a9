import { day, dispatch, exporting, licenceNumber, lot, mining, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './min-04.rule.js';

const HOLDER = uscc(1);
const NUMBER = licenceNumber(1);
const exploration = permit('exploration-licence', HOLDER, { number: NUMBER });
const dig = (code: string, reoKg: number, enterprise = HOLDER) =>
  mining({ enterprise, licence: NUMBER, site: 'X1', yields: [lot({ lot: code, massKg: 2 * reoKg, reoPercent: 50 })] });
const known = (...permits: PermitItem[]) => ({ enterprises: [firm(HOLDER, 'mine')], permits });
const [sample, second] = [dig('A', 600), dig('B', 401)];
const sold = dispatch({ enterprise: HOLDER, draws: [{ lot: 'A', massKg: 10 }] });
const shipped = exporting({ enterprise: HOLDER, occurredAt: day(3), items: [{ lot: 'A', massKg: 10 }] });

describeRule(rule, {
  fires: [
    {
      name: 'a sample is dispatched',
      events: [sample, sold],
      registry: known(exploration),
      finds: [{ enterprise: HOLDER, subject: sample.id, event: sample.id, amount: { value: 600, unit: 'kg REO' } }],
    },
    {
      name: 'a sample is exported',
      events: [sample, shipped],
      registry: known(exploration),
      finds: [{ subject: sample.id }],
    },
    {
      name: 'what is won together exceeds the limit: from the event on that crosses it',
      events: [sample, second],
      registry: known(exploration),
      finds: [{ subject: second.id }],
    },
    {
      name: 'a contractor digs: the holder answers',
      events: [dig('A', 1001, uscc(2))],
      registry: known({ ...exploration, contractors: [uscc(2)] }),
      finds: [{ enterprise: HOLDER }],
    },
    {
      name: 'a mining licence is held at another site only',
      events: [sample, sold],
      registry: known(exploration, permit('mining-licence', HOLDER, { site: 'X2' })),
      finds: [{ subject: sample.id }],
    },
  ],
  quiet: [
    { name: 'the sample stays', events: [sample], registry: known(exploration) },
    {
      name: 'a mining licence is held at the site',
      events: [sample, second, sold],
      registry: known(exploration, permit('mining-licence', HOLDER, { site: 'X1' })),
    },
    {
      name: 'the right had run out, which is MIN-01’s',
      events: [sample, sold],
      registry: known({ ...exploration, to: '2025-12-31' }),
    },
    { name: 'a stranger digs, which is MIN-01’s', events: [dig('A', 2000, uscc(2))], registry: known(exploration) },
  ],
  near: [{ name: 'it is a tonne of REO', events: [sample, dig('B', 400)], registry: known(exploration) }],
});
