import { describe, expect, it } from '@jest/globals';
import { CONFLICT_CODES, DomainError, NotFound, Refused, SHAPE_CODES } from '#kernel';
import { en } from './en.js';
import { chooseLocale, message } from './messages.js';
import { problemOf } from './problem.js';
import { zh } from './zh.js';

/** The refusals that the contract names. */
const CONTRACT_CODES = [
  'unknown-enterprise', 'unknown-lot', 'lot-exists', 'lot-repeated', 'ambiguous-lot', 'not-held', 'insufficient-mass',
  'unknown-product', 'unknown-event', 'invalid-uscc', 'invalid-declaration-number', 'assay-sum', 'not-in-transit',
  'already-answered', 'not-addressee', 'event-before-input', 'in-the-future', 'cycle', 'already-consumed',
  'stale-version', 'limit-exceeded', 'idempotency-conflict', 'purpose-required', 'refused',
]; // prettier-ignore

const placesOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the message catalogues', () => {
  it('have the same keys with the same places', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const key of Object.keys(en) as (keyof typeof en)[]) expect(placesOf(zh[key])).toEqual(placesOf(en[key]));
  });

  it('are written in their language', () => {
    for (const text of Object.values(zh)) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of Object.values(en)) expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  it('have a title for every code of the contract', () => {
    for (const code of [...CONTRACT_CODES, ...CONFLICT_CODES, ...SHAPE_CODES]) {
      expect([code, message('en', code) !== undefined]).toEqual([code, true]);
    }
  });
});

describe('chooseLocale', () => {
  it.each([
    [undefined, 'en'],
    ['zh', 'zh'],
    ['zh-Hans-CN, en;q=0.9', 'zh'],
    ['en, zh', 'en'],
    ['en;q=0.2, zh;q=0.3', 'zh'],
    ['zh;q=0', 'en'],
    ['de, fr;q=0.8', 'en'],
    ['*', 'en'],
    [';;;q=,zh', 'zh'],
  ])('reads %j as %s', (header, locale) => {
    expect(chooseLocale(header)).toBe(locale);
  });
});

describe('problemOf', () => {
  it('names place, value and what was expected', () => {
    const fault = { code: 'insufficient-mass', pointer: '/events/0/draws/1/massKg', value: 12.5, expected: 'at most what is left', available: 10, index: 0 };
    const error = new Refused([fault]);
    expect(problemOf(error, 'en')).toEqual({
      type: 'urn:oretrail:problem:insufficient-mass',
      title: 'Not enough of the lot is left',
      status: 422,
      code: 'insufficient-mass',
      detail: 'Not enough of the lot is left at /events/0/draws/1/massKg, given 12.5, expected at most what is left, 10 kg available.',
      errors: [fault],
    });
    expect(problemOf(error, 'zh').detail).toBe('批次余量不足 位置 /events/0/draws/1/massKg,所给值 12.5,应为 at most what is left,现存 10 千克。'.replaceAll(',', '\uFF0C'));
  }); // prettier-ignore

  it('falls back on the English sentence for what no catalogue knows', () => {
    expect(problemOf(new DomainError('odd', 422, 'Odd.'), 'zh')).toMatchObject({ title: 'odd', detail: 'Odd.' });
    expect(problemOf(new NotFound('lot', 'A'), 'en')).toMatchObject({ status: 404, detail: 'There is no lot A.' });
  });
});
