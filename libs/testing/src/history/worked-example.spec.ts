import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Oracle } from '../oracle/oracle.js';
import type { OracleOrigin } from '../oracle/origin-list.js';
import { Rational } from '../oracle/rational.js';
import { recorded } from './recorded.js';
import { EXAMPLE_DECLARATION, workedExample } from './worked-example.js';

const page = readFileSync('docs/attribution.md', 'utf8').replace(/ +/g, ' ');
const oracle = new Oracle(recorded(workedExample.events), workedExample.registry);
const answer = oracle.shipment(EXAMPLE_DECLARATION);

const NAMES: Readonly<Record<string, string>> = { legal: 'rock', illegal: 'clay', unexplained: 'excess of the run' };

const kg = (grams: Rational): string => (grams.toNumber() / 1000).toLocaleString('en-US');
const percent = (share: Rational): string => `${(share.toNumber() * 100).toFixed(2)} %`;

/** A row as the page has it: source, kg of Dy, Pr and Nd, kg in all, share, least, most. */
function row(origin: OracleOrigin): string {
  const parts = (['Dy', 'Pr', 'Nd'] as const).map(element => {
    const total = Rational.of({ Dy: 590_000, Pr: 3_000_000, Nd: 9_000_000 }[element]);
    return kg((origin.elements.get(element) ?? Rational.ZERO).times(total));
  });
  const cells = [
    NAMES[origin.status]!,
    ...parts,
    kg(origin.reoG),
    ...[origin.share, origin.bounds().least, origin.bounds().most].map(percent),
  ];
  return `| ${cells.join(' | ')} |`;
}

describe('the worked example of docs/attribution.md', () => {
  test('has six events and the numbers the page shows', () => {
    expect(workedExample.events).toHaveLength(6);
    expect(answer.origins).toHaveLength(3);
    for (const origin of answer.origins) expect(page).toContain(row(origin));
  });

  test('has the pool the page shows', () => {
    const run = oracle.books.event(workedExample.events[2]!.id);
    const inputs = oracle.compositions.inputs(run);
    ['La', 'Ce', 'Pr', 'Nd', 'Dy', 'Y'].forEach((element, place) => {
      const e = [0, 1, 2, 3, 8, 14][place]!;
      const [rock, clay] = inputs.map(({ grams }) => grams[e]!) as [Rational, Rational];
      expect(page).toContain(`| ${element} | ${kg(rock)} | ${kg(clay)} | ${kg(rock.plus(clay))} |`);
    });
  });

  test('is flagged for the clay, and lacks an explanation for the excess', () => {
    const expected = { status: 'FLAGGED', reasons: ['illegal-source'], missing: ['unexplained-mass'] };
    expect(answer.verdict).toEqual(expected);
    expect(answer.massG).toBe(12_590_000);
  });
});
