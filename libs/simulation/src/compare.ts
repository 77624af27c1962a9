import { groupBy } from '#kernel';
import type { Finding } from '#screening';
import type { KeyEntry } from './key.js';

/** A finding by what it is compared on. */
export type Found = Pick<Finding, 'rule' | 'severity'> &
  Partial<Pick<Finding, 'enterprise' | 'region' | 'subject' | 'period' | 'event' | 'title'>>;

/** How a rule did. */
export interface Score {
  readonly planted: number;
  readonly found: number;
  readonly missed: readonly KeyEntry[];
  readonly nearMisses: number;
  /** Near misses that were found all the same. */
  readonly caught: readonly KeyEntry[];
  /** Findings that nothing planted explains. */
  readonly false: readonly Found[];
  /** Findings that follow by law from something planted under another rule. */
  readonly consequences: number;
  /** What is graded, the smallest effect first. */
  readonly curve: readonly { readonly effect: number; readonly planted: number; readonly found: number }[];
}

/** Compares findings with what was planted, rule by rule. */
export function compare(key: readonly KeyEntry[], findings: readonly Found[]): Map<string, Score> {
  const rules = [...new Set([...key.map(({ rule }) => rule), ...findings.map(({ rule }) => rule)])].sort();
  return new Map(
    rules.map(rule => [
      rule,
      scoreOf(
        rule,
        key,
        findings.filter(finding => finding.rule === rule),
      ),
    ]),
  );
}

function scoreOf(rule: string, key: readonly KeyEntry[], findings: readonly Found[]): Score {
  const planted = key.filter(entry => entry.rule === rule && entry.kind === 'violation');
  const near = key.filter(entry => entry.rule === rule && entry.kind === 'near-miss');
  const graded = key.filter(entry => entry.rule === rule && entry.kind === 'graded');
  const isFound = (entry: KeyEntry): boolean => findings.some(finding => isOf(entry, finding));
  const unplanted = findings.filter(finding => ![...planted, ...graded].some(entry => isOf(entry, finding)));
  const unexplained = unplanted.filter(finding => !key.some(entry => follows(entry, finding)));
  const missed = planted.filter(entry => !isFound(entry));
  return {
    planted: planted.length,
    found: planted.length - missed.length,
    missed,
    nearMisses: near.length,
    caught: near.filter(entry => unexplained.some(finding => isOf(entry, finding))),
    false: unexplained,
    consequences: unplanted.length - unexplained.length,
    curve: curveOf(graded, isFound),
  };
}

function curveOf(graded: readonly KeyEntry[], isFound: (entry: KeyEntry) => boolean): Score['curve'] {
  const effects = groupBy(graded, ({ effect }) => effect!);
  return [...effects]
    .sort(([a], [b]) => a - b)
    .map(([effect, entries]) => ({ effect, planted: entries.length, found: entries.filter(isFound).length }));
}

/** Same party, and period where the key tells one. */
const isOf = (entry: KeyEntry, { enterprise, region, period }: Found): boolean =>
  (entry.enterprise === undefined ? isWithin(region, entry.region) : enterprise === entry.enterprise) &&
  (entry.period === undefined || entry.period === period);

const isWithin = (region: string | undefined, planted: string | undefined): boolean =>
  planted === undefined || region?.slice(0, 2) === planted.slice(0, 2);

const follows = ({ also }: KeyEntry, { rule, enterprise }: Found): boolean =>
  also.some(other => other.rule === rule && (other.enterprise === undefined || other.enterprise === enterprise));
