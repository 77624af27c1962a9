import { createHash } from 'node:crypto';
import { CODES, SITES } from './cast.mjs';
import { fractionsOf, reoRatio } from './chemistry.mjs';

/** `2026-03-31 18:00` as an instant in China. */
export const at = text => `${text.replace(' ', 'T')}:00+08:00`;

export const kg = value => Math.round(value * 1000) / 1000;

/** A UUID (version 5) that is always the same for one name. */
export function idOf(name) {
  const bytes = createHash('sha1').update(`oretrail demonstration/${name}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Digits that are always the same for one name, for document numbers. */
const digitsOf = (name, length) =>
  BigInt(`0x${createHash('sha256').update(name).digest('hex')}`)
    .toString()
    .slice(0, length);

/** A fully digital VAT invoice: year, province of the seller, 16 more digits. */
export const vatInvoice = (seller, when, name) => ({
  kind: 'vat-invoice',
  number: `${when.slice(2, 4)}${CODES[seller].slice(2, 4)}${digitsOf(name, 16)}`,
});

export const document = (kind, number) => ({ kind, number });

/** Collects the story's events and knows what was declared about each lot. */
export class Book {
  events = [];
  lots = new Map();

  /** Appends an event; `fields` follow the contract. */
  record(type, who, when, fields, site = SITES[who]) {
    const event = {
      id: this.freshId(`${type}/${who}/${when}`),
      type,
      enterprise: CODES[who],
      occurredAt: at(when),
      ...(site ? { site } : {}),
      ...fields,
    };
    this.events.push(event);
    for (const lot of (fields.replacement ?? fields).yields ?? []) this.lots.set(lot.lot, lot);
    return event;
  }

  freshId(name) {
    const id = idOf(name);
    if (this.events.some(event => event.id === id)) throw new Error(`two events are called ${name}`);
    return id;
  }

  /** Kilograms of each element's oxide in a mass of a lot. */
  content({ lot, massKg }) {
    const declared = this.lots.get(lot);
    const reo = massKg * reoRatio(declared);
    return fractionsOf(declared.assay).map(share => share * reo);
  }

  /** Kilograms of each element's oxide in all the draws of a run. */
  pool(draws) {
    const contents = draws.map(draw => this.content(draw));
    return contents[0].map((_, index) => contents.reduce((total, content) => total + content[index], 0));
  }

  /**
   * A sale in two steps. Each item is `[lot, dispatched kg, received kg?, CNY/t?]`; where the weighbridge of the buyer
   * agrees, the received mass is left out. Without `receivedAt` the goods stay on the road.
   */
  transfer(from, to, { sentAt, receivedAt, items, outcome = 'accepted', documents = [], receiptNote, terms }) {
    const dispatch = this.record('dispatch', from, sentAt, {
      to: CODES[to],
      draws: items.map(([lot, massKg, , unitPrice]) => ({ lot, massKg, ...(unitPrice ? { unitPrice } : {}) })),
      ...(terms ? { terms } : {}),
      documents: [vatInvoice(from, sentAt, `${from}/${to}/${sentAt}`), ...documents],
    });
    if (!receivedAt) return dispatch;
    const weighed = items.filter(([, , received]) => received !== undefined);
    this.record('receipt', to, receivedAt, {
      dispatch: dispatch.id,
      outcome,
      ...(weighed.length > 0 ? { items: weighed.map(([lot, , massKg]) => ({ lot, massKg })) } : {}),
      ...(outcome === 'accepted' ? { documents: [document('weighbridge', digitsOf(`${to}/${receivedAt}`, 10))] } : {}),
      ...(receiptNote ? { note: receiptNote } : {}),
    });
    return dispatch;
  }
}
