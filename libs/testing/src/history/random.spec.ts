import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isUscc, isUuid } from '#kernel';
import type { EventInput } from '#lots';
import type { History } from '../contract.js';
import { massLeft, reoLeft } from '../oracle/holding.js';
import { Oracle, type OracleAnswer } from '../oracle/oracle.js';
import { Rational } from '../oracle/rational.js';
import { uscc, uuid } from './codes.js';
import { histories, seededHistory } from './random.js';
import { recorded } from './recorded.js';

const seed = Date.now() % 2 ** 31;
const settings = { seed, numRuns: 25 };
console.info(`seed of the random histories: ${seed}`);

const oracleOf = ({ events, registry }: History): Oracle => new Oracle(recorded(events), registry);

/** Answers for all shipments and for the lots as they were made. */
function answers(oracle: Oracle): OracleAnswer[] {
  const lots = oracle.lots().map(({ declaredBy, code }) => oracle.lot(declaredBy, code));
  return [...oracle.declarations().map(number => oracle.shipment(number)), ...lots];
}

describe('random histories', () => {
  test('masses are conserved: what was made is what was drawn and what is left', () => {
    fc.assert(
      fc.property(histories({ maxSteps: 80 }), history => {
        const { books } = oracleOf(history);
        const draws = books.current().flatMap(event => event.draws);
        for (const holding of books.holdings()) {
          const drawn = draws.filter(draw => draw.holding === holding);
          expect(drawn.reduce((sum, { mass }) => sum + mass, massLeft(holding))).toBe(holding.mass);
          expect(drawn.reduce((sum, { reo }) => sum + reo, reoLeft(holding))).toBe(holding.reo);
          expect(Math.min(massLeft(holding), reoLeft(holding))).toBeGreaterThanOrEqual(0);
        }
      }),
      settings,
    );
  });

  test('shares sum to exactly 1 and lie within their bounds', () => {
    fc.assert(
      fc.property(histories(), history => {
        for (const { origins, reoG } of answers(oracleOf(history))) {
          if (reoG === 0) continue;
          expect(String(Rational.sum(origins.map(({ share }) => share)))).toBe('1');
          for (const { share, bounds } of origins) {
            const { least, most } = bounds();
            expect(least.exceeds(share)).toBe(false);
            expect(share.exceeds(most)).toBe(false);
          }
        }
      }),
      settings,
    );
  });

  test('every element of a holding sums to exactly 1, however late it is corrected', () => {
    fc.assert(
      fc.property(histories(), history => {
        const { books, compositions } = oracleOf(history);
        for (const holding of books.holdings()) {
          for (const mixture of compositions.of(holding))
            expect(String(Rational.sum(mixture.sources().map(source => mixture.share(source))))).toBe('1');
        }
      }),
      settings,
    );
  });

  test('flow through the whole graph allows the estimate', () => {
    fc.assert(
      fc.property(histories({ maxSteps: 25 }), history => {
        const oracle = oracleOf(history);
        for (const holding of oracle.books.holdings()) {
          const subject = { parts: [{ ...holding, holding }], events: [], pending: false };
          oracle.compositions.of(holding).forEach((mixture, e) => {
            if (oracle.compositions.distribution(holding.lot)[e]!.isZero() || holding.reo === 0) return;
            for (const key of mixture.sources()) {
              const share = mixture.share(key);
              const { least, most } = oracle.flowBounds.of(subject, e, new Set([key]));
              expect(least.exceeds(share) || share.exceeds(most)).toBe(false);
            }
          });
        }
      }),
      { ...settings, numRuns: 10 },
    );
  });

  test('all kinds of events occur, corrections among them, and the same seed gives the same history', () => {
    const { events } = seededHistory(1, 400);
    expect(seededHistory(1, 400).events).toEqual(events);
    expect(new Set(events.map(({ type }) => type)).size).toBe(10);
    expect(events.length).toBeGreaterThan(250);
  });

  test('events are what clients may send', () => {
    const events: readonly EventInput[] = seededHistory(2, 20).events;
    expect(events.length).toBeGreaterThan(0);
  });

  test('another salt gives the same history under other ids, codes and declarations', () => {
    const [one, other] = [seededHistory(5, 60), seededHistory(5, 60, { salt: 1 })];
    const ids = new Set(one.events.map(({ id }) => id));
    expect(other.events).toHaveLength(one.events.length);
    expect(other.events.some(({ id }) => ids.has(id))).toBe(false);
  });
});

describe('codes', () => {
  test('are valid', () => {
    for (const n of [1, 27, 999_999]) {
      expect(isUscc(uscc(n))).toBe(true);
      expect(isUuid(uuid(n))).toBe(true);
    }
  });
});
