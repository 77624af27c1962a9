import { licenceNumber, uscc } from '#testing';
import { permit } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import type { PermitItem, RegistryItems } from '../facts/registry-items.js';
import rule from './min-14.rule.js';

const polygon: PermitItem['polygon'] = {
  type: 'Polygon',
  coordinates: [[[114, 25], [114.01, 25], [114.01, 25.01], [114, 25.01], [114, 25]]],
}; // prettier-ignore
const right = permit('mining-licence', uscc(1), { number: licenceNumber(1), polygon });
const seen = (lat: number, given: Partial<RegistryItems['leads']> = {}): RegistryItems['leads'] => ({
  source: 'test',
  number: 'XS-1',
  kind: 'remote-sensing',
  receivedAt: '2026-03-01T10:00:00+08:00',
  region: '360728',
  point: { lon: 114.005, lat },
  ...given,
});
const clock = '2026-03-10T10:00:00+08:00';
const later = '2026-03-16T10:00:00+08:00';
const found = { region: '360728', subject: 'leads/XS-1', at: Date.parse('2026-03-01T10:00:00+08:00') };

describeRule(rule, {
  fires: [
    {
      name: 'the place is outside every area',
      clock,
      registry: { permits: [right], leads: [seen(24.999)] },
      finds: [{ ...found, severity: 'S1' }],
    },
    {
      name: 'there is no area at all',
      clock,
      registry: { leads: [seen(25.005)] },
      finds: [{ ...found, severity: 'S1' }],
    },
    {
      name: 'it lies in an area whose right had run out',
      clock,
      registry: { permits: [{ ...right, to: '2026-02-28' }], leads: [seen(25.005)] },
      finds: [{ ...found, severity: 'S1' }],
    },
    {
      name: 'it lies in an area where one may only explore',
      clock,
      registry: { permits: [permit('exploration-licence', uscc(1), { polygon })], leads: [seen(25.005)] },
      finds: [found],
    },
    {
      name: '15 days have passed without a case',
      clock: later,
      registry: { leads: [seen(24.999)] },
      finds: [{ ...found, severity: 'S2' }],
    },
    {
      name: '15 days have passed and it is a case',
      clock: later,
      registry: { leads: [seen(24.999, { case: 'AJ-1' })] },
      finds: [{ ...found, severity: 'S1' }],
    },
    {
      name: '15 days have nearly passed',
      clock: '2026-03-16T09:59:59+08:00',
      registry: { leads: [seen(24.999)] },
      finds: [{ ...found, severity: 'S1' }],
    },
  ],
  quiet: [
    { name: 'the place is inside a licence', clock, registry: { permits: [right], leads: [seen(25.005)] } },
    {
      name: 'the place is inside a recovery approval',
      clock,
      registry: { permits: [permit('recovery-approval', uscc(1), { polygon })], leads: [seen(25.005)] },
    },
    { name: 'it is a tip', clock, registry: { leads: [seen(24.999, { kind: 'tip' })] } },
    { name: 'no place is told', clock, registry: { leads: [seen(24.999, { point: undefined })] } },
  ],
  near: [
    {
      name: 'it is the licence’s last day',
      clock,
      registry: { permits: [{ ...right, to: '2026-03-01' }], leads: [seen(25.005)] },
    },
  ],
});
