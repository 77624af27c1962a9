import { describe, expect, it } from '@jest/globals';
import { judgeEnterprise, judgeEvents, judgeRegistry } from './evaluate.js';
import { factsOf, type HistoryCase } from './facts-of-history.contract.js';
import type { ChainFacts } from './facts/facts.js';
import { parsePeriod, periodAt, type Period } from './periods.js';
import { type AnyRule, type Cause, valuesOf } from './rule.js';

export interface RuleCase extends HistoryCase {
  /** Completes "fires where …" or "stays quiet where …". */
  readonly name: string;
  /** The period asked about (`2026`, `2026-Q3`, `2026-10`), with the longer ones around it; by default that of the last event. */
  readonly period?: string;
  /** Parameters set to other values than the rule's. */
  readonly values?: Readonly<Record<string, number>>;
}

export interface FiringCase extends RuleCase {
  /** What is found, in any order; left out members may be anything, and a member may be a matcher. */
  readonly finds: readonly { readonly [Name in keyof Cause]?: unknown }[];
}

/** The cases of a rule: where it fires, where it stays quiet, the near misses among them (`near` must be there). */
export interface RuleCases {
  readonly fires: readonly FiringCase[];
  readonly quiet: readonly RuleCase[];
  /** Quiet by a hair: just inside a tolerance, a deadline's last day, the paper of another kind. */
  readonly near: readonly RuleCase[];
}

/** Tests a rule on its cases. Each is a small history; facts come from the plain oracle. */
export function describeRule(rule: AnyRule, cases: RuleCases): void {
  describe(`${rule.code} ${rule.title.en}`, () => {
    it.each(cases.fires)('fires where $name', given => {
      expect(given.finds.length).toBeGreaterThan(0);
      const found = causesOf(rule, given);
      expect(found).toHaveLength(given.finds.length);
      expect(found).toEqual(expect.arrayContaining(given.finds.map(each => expect.objectContaining(each))));
    });
    it.each(cases.quiet)('stays quiet where $name', given => expect(causesOf(rule, given)).toEqual([]));
    it.each(cases.near)('just stays quiet where $name', given => expect(causesOf(rule, given)).toEqual([]));
    it('has a case of each sort', () => {
      expect([cases.fires, cases.quiet, cases.near].map(list => list.length > 0)).toEqual([true, true, true]);
    });
  });
}

/** Everything a rule says of a case. */
export function causesOf(rule: AnyRule, given: RuleCase): Cause[] {
  const facts = factsOf(given);
  const values = valuesOf(rule, given.values);
  const periods = periodsOf(given, facts);
  const events = facts.enterprises.flatMap(uscc => facts.eventsOf(uscc));
  return [
    ...judgeEvents(rule, events, facts, values),
    ...facts.enterprises.flatMap(uscc => judgeEnterprise(rule, uscc, facts, periods, values)),
    ...judgeRegistry(rule, facts, periods, values),
  ];
}

function periodsOf({ period, events = [], clock }: RuleCase, facts: ChainFacts): Period[] {
  const last = Math.max(...events.map(({ occurredAt }) => Date.parse(occurredAt)));
  const at = period ? parsePeriod(period)! : periodAt('month', events.length > 0 ? last : Date.parse(clock ?? '') || facts.clock);
  const inside = at.until - 1;
  const kinds = at.kind === 'month' ? (['month', 'quarter', 'year'] as const) : at.kind === 'quarter' ? (['quarter', 'year'] as const) : (['year'] as const);
  return kinds.map(kind => periodAt(kind, inside));
} // prettier-ignore
