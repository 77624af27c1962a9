import {
  correction, day, dispatch, exporting, lot, mining, openingStock, processing, receipt, stocktake, uuid,
  type ContractEvent, type Replacement,
} from '#testing'; // prettier-ignore
import {
  EXPORTER, LICENCE, MINE, STRANGER, accepted, exported, firstRun, imported, mined, secondRun, sent, taken, waiting, wrong,
} from '../known-history.js'; // prettier-ignore
import { type BadInput, altered, at, badBody, badEvent, type Expected } from './bad-input.js';

const FUTURE = '2099-01-01T00:00:00+08:00';
const fresh = lot({ lot: 'NEW' });
const mine = (given: object) => mining({ enterprise: MINE, licence: LICENCE, yields: [fresh], ...given });
const run = (lotCode: string, massKg: number, given: object = {}) =>
  processing({ enterprise: MINE, occurredAt: day(6), draws: [{ lot: lotCode, massKg }], yields: [fresh], ...given });
const send = (lotCode: string, massKg: number, given: object = {}) =>
  dispatch({ enterprise: MINE, to: EXPORTER, occurredAt: day(6), draws: [{ lot: lotCode, massKg }], ...given });
const ship = (lotCode: string, massKg: number) =>
  exporting({ enterprise: EXPORTER, occurredAt: day(6), items: [{ lot: lotCode, massKg }] });
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const draws = (count: number) => times(count, n => ({ lot: `L${n}`, massKg: 1 }));

/** Draws of which one takes what another has left nothing of. */
const twice = [
  { lot: 'ORE', massKg: 3_000 },
  { lot: 'ORE', massKg: 2_001 },
];

const DRAWS: readonly (readonly [string, ContractEvent, Expected])[] = [
  ['a draw of a lot nobody declared', run('NOTHING', 1), at('unknown-lot', '/draws/0/lot', 'NOTHING')],
  ['a draw of a lot it never held', run('IMP', 1), at('not-held', '/draws/0/lot', 'IMP')],
  ['a draw of a gram too much', run('ORE', 5_000.001), at('insufficient-mass', '/draws/0/massKg', 5_000.001)],
  ['a draw of mass in transit', run('FINE', 1), at('insufficient-mass', '/draws/0/massKg', 1)],
  ['a dispatch of mass in transit', send('FINE', 0.001), at('insufficient-mass', '/draws/0/massKg', 0.001)],
  ['an export of mass on its way to it', ship('FINE', 1), at('not-held', '/items/0/lot', 'FINE')],
  ['draws that are too much together', run('ORE', 1, { draws: twice }), at('insufficient-mass', '/draws/1/massKg', 2_001)],
  ['a lot code two enterprises declared', run('SAME', 1), at('ambiguous-lot', '/draws/0/lot', 'SAME')],
  ['a code with a wrong declarer', run(`${STRANGER}:ORE`, 1), at('unknown-lot', '/draws/0/lot', `${STRANGER}:ORE`)],
  ['a holding that is not there', run('ORE', 1, { draws: [{ lot: 'ORE', massKg: 1, holding: uuid(9) }] }), at('not-held', '/draws/0/holding', uuid(9))],
  ['a time before its input', run('MIX', 1, { occurredAt: day(0) }), at('event-before-input', '/occurredAt', day(0))],
  ['a dispatch before its input', send('MIX', 1, { occurredAt: day(-1) }), at('event-before-input', '/occurredAt', day(-1))],
  ['5,001 draws', run('ORE', 1, { draws: draws(5_001) }), at('limit-exceeded', '/draws')],
  ['5,001 draws of a dispatch', send('ORE', 1, { draws: draws(5_001) }), at('limit-exceeded', '/draws')],
  ['5,001 items of an export', exporting({ enterprise: EXPORTER, items: draws(5_001) }), at('limit-exceeded', '/items')],
  ['2,001 counts', stocktake({ enterprise: MINE, counts: times(2_001, n => ({ lot: `L${n}`, countedKg: 1 })) }), at('limit-exceeded', '/counts')],
  ['2,001 yields', mine({ yields: times(2_001, n => lot({ lot: `N${n}` })) }), at('limit-exceeded', '/yields')],
  ['10 MB of text', mine({ note: 'x'.repeat(10_000_000) }), at('limit-exceeded', '')],
]; // prettier-ignore

const FACTS: readonly (readonly [string, ContractEvent, Expected])[] = [
  ['an enterprise in no registry', mine({ enterprise: STRANGER }), at('unknown-enterprise', '/enterprise', STRANGER)],
  ['a time to come', mine({ occurredAt: FUTURE }), at('in-the-future', '/occurredAt', FUTURE)],
  ['a lot code of its own again', mine({ yields: [lot({ lot: 'ORE' })] }), at('lot-exists', '/yields/0/lot', 'ORE')],
  ['a lot code twice', mine({ yields: [fresh, fresh] }), at('lot-repeated', '/yields/1/lot', 'NEW')],
  ['a product nobody knows', mine({ yields: [lot({ lot: 'NEW', product: 'GOLD' })] }), at('unknown-product', '/yields/0/product', 'GOLD')],
  ['other content under a known id', mine({ id: mined.id }), at('idempotency-conflict', '/id', mined.id)],
  ['a known id in capitals with other content', mine({ id: mined.id.toUpperCase() }), at('idempotency-conflict', '/id', mined.id.toUpperCase())],
  ['a count of a lot twice', stocktake({ enterprise: EXPORTER, occurredAt: day(20), counts: [{ lot: 'IMP', countedKg: 1 }, { lot: `${EXPORTER}:IMP`, countedKg: 1 }] }), at('lot-repeated', '/counts/1/lot', `${EXPORTER}:IMP`)],
  ['a count of a lot it never held', stocktake({ enterprise: EXPORTER, counts: [{ lot: 'ORE', countedKg: 1 }] }), at('not-held', '/counts/0/lot', 'ORE')],
]; // prettier-ignore

const answer = (given: object) => receipt(waiting, { occurredAt: day(6), ...given });
const RECEIPTS: readonly (readonly [string, ContractEvent, Expected])[] = [
  ['a dispatch nobody sent', answer({ dispatch: uuid(9) }), at('unknown-event', '/dispatch', uuid(9))],
  ['a dispatch that is none', answer({ dispatch: mined.id }), at('unknown-event', '/dispatch', mined.id)],
  ['goods sent to another', answer({ enterprise: MINE }), at('not-addressee', '/enterprise', MINE)],
  ['a dispatch answered before', receipt(sent, { occurredAt: day(7) }), at('already-answered', '/dispatch', sent.id)],
  ['a time before the dispatch', answer({ occurredAt: day(2) }), at('event-before-input', '/occurredAt', day(2))],
  ['a lot that was not sent', answer({ items: [{ lot: 'ORE', massKg: 1 }] }), at('not-in-transit', '/items/0/lot', 'ORE')],
  ['a lot twice', answer({ items: [{ lot: 'FINE', massKg: 1 }, { lot: `${MINE}:FINE`, massKg: 1 }] }), at('lot-repeated', '/items/1/lot', `${MINE}:FINE`)],
]; // prettier-ignore

const mend = (event: ContractEvent, members: object, given: object = {}) =>
  correction(event, altered(event, { id: undefined, ...members }) as Replacement, given);
const drawing = (lotCode: string, massKg = 1) => ({ occurredAt: day(6), draws: [{ lot: lotCode, massKg }] });
const lessOre = { yields: [{ ...mined.yields[0]!, massKg: 4_999 }, mined.yields[1]!] };

const CORRECTIONS: readonly (readonly [string, ContractEvent, Expected])[] = [
  ['an event nobody recorded', correction({ id: uuid(9), enterprise: MINE }), at('unknown-event', '/corrects', uuid(9))],
  ['a correction', correction(taken), at('unknown-event', '/corrects', taken.id)],
  ['an event that is void', correction(wrong, undefined, { reason: '再次' }), at('unknown-event', '/corrects', wrong.id)],
  ['another version than there is', correction(mined, mined, { expectedVersion: 7 }), at('stale-version', '/expectedVersion', 7)],
  ['a void of mass that was used', correction(mined), at('already-consumed', '/corrects')],
  ['a void of a dispatch that was accepted', correction(sent), at('already-consumed', '/corrects')],
  ['a void of an import that was exported', correction(imported), at('already-consumed', '/corrects')],
  ['a void of a receipt that was exported', correction(accepted), at('already-consumed', '/corrects')],
  ['less mass than was used', mend(mined, lessOre), at('already-consumed', '/replacement')],
  ['an accepted dispatch sent elsewhere', mend(sent, { to: STRANGER }), at('already-consumed', '/replacement')],
  ['a run that draws its own yield', mend(firstRun, drawing('MIX-2')), at('cycle', '/replacement/draws/0/lot', 'MIX-2')],
  ['a run that draws from its descendant', mend(firstRun, drawing('FINE-2')), at('cycle', '/replacement/draws')],
  ['a later time than the use', mend(mined, { occurredAt: day(8) }), at('event-before-input', '/replacement/occurredAt')],
  ['an earlier time than the input', mend(secondRun, { occurredAt: day(-1), from: day(-2) }), at('event-before-input', '/replacement/occurredAt', day(-1))],
  ['more draws than there is', mend(secondRun, drawing('MIX-2', 3_001)), at('insufficient-mass', '/replacement/draws/0/massKg', 3_001)],
  ['a replacement to come', mend(exported, { occurredAt: FUTURE }), at('in-the-future', '/replacement/occurredAt', FUTURE)],
  ['a correction to come', correction(wrong, wrong, { occurredAt: FUTURE }), at('in-the-future', '/occurredAt', FUTURE)],
]; // prettier-ignore

const good = openingStock({ enterprise: MINE, yields: [lot({ lot: 'GOOD' })] });

/** A bad event takes good ones with it, and one that only a refused one would make possible is refused too. */
const BATCHES: readonly BadInput[] = [
  badBody('a good event before a bad one', { events: [good, run('NOTHING', 1)] }, at('unknown-lot', '/events/1/draws/0/lot', 'NOTHING')),
  badBody('a good event behind a bad one', { events: [run('NOTHING', 1), good] }, at('unknown-lot', '/events/0/draws/0/lot', 'NOTHING')),
  badBody('an event that uses what comes later', { events: [run('GOOD', 1), good] }, at('unknown-lot', '/events/0/draws/0/lot', 'GOOD')),
  badBody('an id twice with other content', { events: [good, mine({ id: good.id })] }, at('idempotency-conflict', '/events/1/id', good.id)),
  badBody('two draws of the same mass', { events: [run('ORE', 5_000), send('ORE', 1)] }, at('insufficient-mass', '/events/1/draws/0/massKg', 1)),
]; // prettier-ignore

/** Events of right shape that clash with what is recorded: 422, or 409 where something was there before. */
export const EVENT_RULE_CASES: readonly BadInput[] = [
  ...DRAWS.map(([what, event, expected]) => badEvent(what, event, expected)),
  ...FACTS.map(([what, event, expected]) => badEvent(what, event, expected)),
  ...RECEIPTS.map(([what, event, expected]) => badEvent(`a receipt of ${what}`, event, expected)),
  ...CORRECTIONS.map(([what, event, expected]) => badEvent(`a correction: ${what}`, event, expected)),
  ...BATCHES,
];
