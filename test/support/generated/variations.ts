import * as fc from 'fast-check';
import type { ContractEvent } from '#testing';
import { KNOWN_EVENTS } from '../known-history.js';
import { junk } from './values.js';

type Json = Readonly<Record<string, unknown>>;

/** A known event again under an id and lot codes of its own, with its masses scaled: mostly one that can be recorded. */
const variation = fc
  .tuple(fc.constantFrom(...KNOWN_EVENTS), fc.uuid(), fc.constantFrom(1, 1, 0.5, 0.001, 2), fc.integer({ min: 1, max: 9_999 }))
  .map(([event, id, scale, number]) => renewed({ ...event, id }, scale, number)); // prettier-ignore

/** Events of a request: variations of known ones, now and then wrong in one place. */
export const variations = fc.array(
  fc.tuple(variation, fc.noBias(fc.nat(9)), fc.noBias(fc.nat()), junk).map(([event, dice, place, value]) => (dice < 3 ? spoilt(event, place, value) : event)),
  { minLength: 1, maxLength: 4 },
); // prettier-ignore

function renewed(event: ContractEvent, scale: number, number: number): Json {
  const yields = 'yields' in event ? event.yields : [];
  const made = new Map(yields.map(({ lot }, index) => [lot, `V${number}-${index}`]));
  return visit(event, (name, value) => {
    if (name === 'massKg' || name === 'countedKg') return Math.max(0.001, Math.round(Number(value) * scale * 1_000) / 1_000);
    return name === 'lot' ? (made.get(value as string) ?? value) : value;
  }) as Json;
} // prettier-ignore

/** Another value in one place of all there are. */
function spoilt(event: Json, place: number, value: unknown): Json {
  let count = 0;
  visit(event, (_, found) => (count++, found));
  let index = 0;
  return visit(event, (_, found) => (index++ === place % count ? value : found)) as Json;
}

/** A copy in which every member that is no object or list is replaced. */
function visit(node: unknown, replace: (name: string, value: unknown) => unknown, name = ''): unknown {
  if (Array.isArray(node)) return node.map(each => visit(each, replace, name));
  if (typeof node !== 'object' || node === null) return replace(name, node);
  return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, visit(member, replace, key)]));
}
