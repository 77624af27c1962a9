import {
  day,
  dispatch,
  enterprise,
  licence,
  licenceNumber,
  lot,
  mining,
  openingStock,
  processing,
  receipt,
  uscc,
} from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import type { KnownFinding } from '../facts/facts.js';
import rule from './trd-02.rule.js';

const PLANT = uscc(1);
const BUYER = uscc(2);
const SOURCE = `mining-licence:${licenceNumber(1)}:2026`;

const dug = mining({ enterprise: PLANT, occurredAt: day(0), yields: [lot({ product: 'ENR-ION-M' })] });
const bought = openingStock({ enterprise: PLANT, yields: [lot({ product: 'ENR-ION-M' })] });
const oxide = { lot: 'OX', product: 'OX-Nd', massKg: 900, reoPercent: 100 };
const separated = processing({
  enterprise: PLANT,
  draws: [{ lot: 'L1', massKg: 10_000 }],
  yields: [oxide, { ...oxide, lot: 'MAG', product: 'MAG-NdFeB', reoPercent: 35 }],
});
const sold = dispatch({ enterprise: PLANT, to: BUYER, draws: [{ lot: 'OX', massKg: 900 }] });
const history = (root: typeof dug | typeof bought, sent = sold) => [root, separated, sent, receipt(sent)];

const enterprises = [enterprise(PLANT, ['smelter']), enterprise(BUYER, ['smelter'])];
const registry = (to: string) => ({ enterprises, permits: [licence(licenceNumber(1), PLANT, { to })] }) as never;

const finding = (given: Partial<KnownFinding>): KnownFinding => ({
  ...{ id: 'F1', rule: 'SEP-01', severity: 'S4', state: 'open', enterprise: PLANT, raisedAt: 0, at: 0 },
  events: [separated.id],
  ...given,
});

describeRule(rule, {
  fires: [
    {
      name: 'oxide of illegal ore was sold: both, a smelter too',
      events: history(dug),
      registry: registry('2025-12-31'),
      finds: [
        { enterprise: PLANT, subject: SOURCE, event: sold.id },
        { enterprise: BUYER, subject: SOURCE, event: sold.id },
      ],
    },
    {
      name: 'the plant has no quota: an open finding is enough',
      events: history(bought),
      registry: registry('2030-12-31'),
      findings: [finding({})],
      finds: [
        { enterprise: PLANT, subject: 'findings/F1', amount: { value: 900, unit: 'kg REO' } },
        { enterprise: BUYER, subject: 'findings/F1', amount: { value: 900, unit: 'kg REO' } },
      ],
    },
    {
      name: 'production beyond plan was confirmed',
      events: history(bought),
      registry: registry('2030-12-31'),
      findings: [finding({ rule: 'SEP-02', state: 'confirmed' })],
      finds: [{ enterprise: PLANT }, { enterprise: BUYER }],
    },
  ],
  quiet: [
    { name: 'the ore is legal', events: history(dug), registry: registry('2030-12-31') },
    { name: 'the oxide was kept', events: [dug, separated], registry: registry('2025-12-31') },
    { name: 'magnets were sold', events: history(dug, { ...sold, draws: [{ lot: 'MAG', massKg: 900 }] }), registry: registry('2025-12-31') },
    { name: 'the finding was dismissed', events: history(bought), registry: registry('2030-12-31'), findings: [finding({ state: 'dismissed' })] },
  ],
  near: [
    { name: 'production beyond plan is not confirmed yet', events: history(bought), registry: registry('2030-12-31'), findings: [finding({ rule: 'SEP-02' })] },
    { name: 'less than a kilogram was sold', events: history(dug, { ...sold, draws: [{ lot: 'OX', massKg: 0.999 }] }), registry: registry('2025-12-31') },
  ],
}); // prettier-ignore
