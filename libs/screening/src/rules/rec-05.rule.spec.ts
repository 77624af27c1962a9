import { day } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import { approval, cast, RECYCLER, registry, SMELTER } from '../plant-cases.contract.js';
import rule from './rec-05.rule.js';

const given = (facts = {}, holder = RECYCLER) =>
  registry({ permits: [approval('P1', holder, { processes: ['RECYCLING'], ...facts })] });
const clock = day(60);
const both = cast.map(each => (each.uscc === RECYCLER ? { ...each, kinds: ['recycler', 'smelter'] } : each));

describeRule(rule, {
  fires: [
    { name: 'the approval names decomposition', registry: given({ processes: ['RECYCLING', 'SMELT_DECOMP'] }), clock, finds: [{ enterprise: RECYCLER, subject: 'permits/project-approval:P1', at: Date.parse('2020-01-01T00:00:00+08:00') }] },
    { name: 'it names separation', registry: given({ processes: ['SEPARATION'] }), clock, finds: [{}] },
    { name: 'a county issued it', registry: given({ issuerRegion: '360728' }), clock, finds: [{ enterprise: RECYCLER }] },
    { name: 'a prefecture issued it, for separation: one finding', registry: given({ issuerRegion: '360700', processes: ['SEPARATION'] }), clock, finds: [{}] },
  ],
  quiet: [
    { name: 'the province issued it for recycling', registry: given(), clock },
    { name: 'the nation issued it', registry: given({ issuerRegion: '000000' }), clock },
    { name: 'the holder is a smelter', registry: given({ processes: ['SEPARATION'] }, SMELTER), clock },
    { name: 'the holder smelts besides', registry: registry({ enterprises: both, permits: [approval('P1', RECYCLER, { processes: ['SEPARATION'] })] }), clock },
    { name: 'it was revoked', registry: given({ processes: ['SEPARATION'], status: 'revoked' }), clock },
    { name: 'nobody knows where it was issued', registry: given({ issuerRegion: undefined }), clock },
  ],
  near: [{ name: 'it ran out the day before', registry: given({ processes: ['SEPARATION'], to: '2026-03-01' }), clock }],
}); // prettier-ignore
