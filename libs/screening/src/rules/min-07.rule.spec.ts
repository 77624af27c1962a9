import { day, licenceNumber, lot, mining, openingStock, processing, uscc } from '#testing';
import { firm, permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem } from '../facts/registry-items.js';
import rule from './min-07.rule.js';

const MINE = uscc(1);
const dig = (code: string, at: string, site?: string) =>
  mining({
    enterprise: MINE,
    licence: licenceNumber(1),
    occurredAt: at,
    yields: [lot({ lot: code })],
    ...(site ? { site } : {}),
  });
/** The first on 11 January. */
const [first, second] = [dig('A', day(10), 'M1'), dig('B', day(20), 'M1')];
const eia = (from: string, given: Partial<PermitItem> = {}) => permit('eia', MINE, { site: 'M1', from, ...given });
const known = (...permits: PermitItem[]) => ({ enterprises: [firm(MINE, 'mine')], permits });

describeRule(rule, {
  fires: [
    {
      name: 'the approval came the day after the first mining',
      events: [first, second],
      registry: known(eia('2026-01-12')),
      finds: [{ enterprise: MINE, subject: 'M1', event: first.id, at: Date.parse(day(10)) }],
    },
    {
      name: 'the approval names no site',
      events: [first],
      registry: known(eia('2026-02-01', { site: undefined })),
      finds: [{ subject: 'M1' }],
    },
  ],
  quiet: [
    { name: 'the event names no site', events: [dig('A', day(10))], registry: known(eia('2026-02-01')) },
    { name: 'there is no approval at all, which is ENV-01’s', events: [first], registry: known() },
    { name: 'an earlier approval ran out, which is ENV-01’s', events: [first], registry: known(eia('2015-01-01', { to: '2020-12-31' }), eia('2026-02-01')) },
    { name: 'the approval is another site’s', events: [first], registry: known(eia('2026-02-01', { site: 'M2' })) },
    {
      name: 'it is a smelter, which is ENV-01’s',
      events: [
        openingStock({ enterprise: MINE }),
        processing({ enterprise: MINE, site: 'M1', process: 'SMELT_DECOMP', draws: [{ lot: 'L1', massKg: 10 }], yields: [lot({ lot: 'R', product: 'MRC', massKg: 10, reoPercent: 43 })] }),
      ],
      registry: { ...known(eia('2026-02-01')), enterprises: [firm(MINE, 'smelter')] },
    },
  ],
  near: [{ name: 'the approval is of the same day', events: [first], registry: known(eia('2026-01-11')) }],
}); // prettier-ignore
