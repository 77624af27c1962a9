import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { AUTHORITIES, RULE_KINDS, SEVERITIES } from '../rule.js';
import { RULES } from './index.js';

const PAGES = join(__dirname, '../../../../docs/rules');
const files = readdirSync(__dirname).flatMap(name => /^(.+)\.rule\.ts$/.exec(name)?.[1] ?? []);

/** Rows of the catalogue that are decided from data, by section. */
const DECIDED = {
  MIN: 15, SEP: 13, REC: 8, TRD: 8, INV: 6, TAX: 4, EXP: 8, IMP: 3, REP: [1, 2, 3, 4, 5, 6, 7, 9, 12], ENV: 10,
  GOV: [2, 3, 5, 6, 8, 10, 11, 14, 17, 19],
} as const; // prettier-ignore

const expected = Object.entries(DECIDED).flatMap(([section, rows]) =>
  (typeof rows === 'number' ? Array.from({ length: rows }, (_, n) => n + 1) : rows).map(
    row => `${section}-${String(row).padStart(2, '0')}`,
  ),
);

describe('the list of rules', () => {
  it('holds every row of the catalogue that is decided from data, once', () => {
    expect(RULES.map(({ code }) => code).sort()).toEqual(expected.sort());
  });

  it('holds every file beside it', () => {
    expect(files.sort()).toEqual(RULES.map(({ code }) => code.toLowerCase()).sort());
  });
});

describe.each(RULES.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  it('has cases and a page that tells its title', () => {
    expect(existsSync(join(__dirname, `${code.toLowerCase()}.rule.spec.ts`))).toBe(true);
    const page = readFileSync(join(PAGES, `${code}.md`), 'utf8');
    expect([page.includes(rule.title.zh), page.includes(rule.title.en)]).toEqual([true, true]);
  });

  it('says where it is written, who answers for it, and how it decides', () => {
    expect(rule.basis.length).toBeGreaterThan(0);
    for (const { document, clause, quotation } of rule.basis) {
      for (const text of [document.zh, document.en, clause, quotation.zh, quotation.en]) expect(text).not.toBe('');
    }
    expect(rule.authorities.filter(each => !AUTHORITIES.includes(each))).toEqual([]);
    expect([rule.authorities.length > 0, SEVERITIES.includes(rule.severity), rule.kind in RULE_KINDS]).toEqual([true, true, true]);
    expect([rule.reading.zh.length > 10, rule.reading.en.length > 10]).toEqual([true, true]);
  }); // prettier-ignore

  it('keeps its parameters within their bounds', () => {
    for (const { value, min, max } of Object.values(rule.parameters))
      expect([min <= value, value <= max]).toEqual([true, true]);
  });

  it('decides by something', () => {
    const { onEvent, onEnterprise, onMonth, onQuarter, onYear, onRegistry, onMarketMonth } = rule;
    expect([onEvent, onEnterprise, onMonth, onQuarter, onYear, onRegistry, onMarketMonth].some(Boolean)).toBe(true);
  });
});
