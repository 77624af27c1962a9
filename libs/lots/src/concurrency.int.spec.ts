import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refused } from '#kernel';
import {
  type ContractEvent, type Dispatch, dispatch, enterprise, exporting, lot, openingStock, processing, rounds, TestLots,
  type TestProcess, uscc, uuid,
} from '#testing'; // prettier-ignore

const CLIENTS = 64;
const [SELLER, BUYER] = [uscc(1), uscc(2)];
const seed = Date.now() % 2 ** 31;
console.info(`seed of the concurrent draws: ${seed}`);

/** Units of one kilogram: those that are there, and how many an event tries to take at once. */
const CASES = [
  { lots: 1, units: 96, atOnce: 1 },
  { lots: 20, units: rounds(16, 100), atOnce: 6 },
  { lots: 1_000, units: rounds(2, 8), atOnce: 25 },
];

describe('64 clients of two processes that want three times what exists', () => {
  let first: TestLots;
  let second: TestProcess;
  let ids = 0;

  beforeAll(async () => {
    first = await TestLots.start();
    second = first.join();
    await first.state({ enterprises: [enterprise(SELLER, ['mine', 'smelter', 'exporter'])] });
  });

  afterAll(() => first.stop());

  it.each(CASES)('take all of $lots lots and not a gram more', async ({ lots, units, atOnce }) => {
    const codes = Array.from({ length: lots }, (_, index) => `K${lots}-${index}`);
    await first.send([
      openingStock({ enterprise: SELLER, yields: codes.map(code => lot({ lot: code, massKg: units })) }),
    ]);
    const wishes = shuffled(codes.flatMap(code => Array.from({ length: 3 * units }, () => code)), seed + lots); // prettier-ignore
    const before = await counts(first);
    const clients = Array.from(
      { length: CLIENTS },
      (_, index) =>
      new Client(index % 2 ? second : first, () => uuid(++ids)).take(wishes.filter((__, n) => n % CLIENTS === index), atOnce), // prettier-ignore
    );
    const taken = await Promise.all(clients);

    expect(sum(taken)).toBe(lots * units);
    expect(await leftOf(first, codes)).toEqual({ lots, left: 0, drawn: lots * units * 1000 });
    expect(await unbalanced(first)).toEqual([]);
    const after = await counts(first);
    expect(after.events - before.events).toBe(after.head - before.head);
    expect(after.dense).toBe(true);
  });
});

/** Takes units by every kind of event that draws, until all its wishes are met or refused. */
class Client {
  private made = 0;

  constructor(
    private readonly service: TestProcess,
    private readonly newId: () => string,
  ) {}

  /** How many units it got. */
  async take(wishes: readonly string[], atOnce: number): Promise<number> {
    let got = 0;
    for (let from = 0; from < wishes.length; from += atOnce) {
      got += await this.takeTogether(wishes.slice(from, from + atOnce));
    }
    return got;
  }

  /** A refusal names every wish that cannot be met; the others are wished again. */
  private async takeTogether(wishes: readonly string[]): Promise<number> {
    for (let left = wishes; left.length > 0;) {
      const faults = await this.refused(this.event(left));
      if (faults.length === 0) return left.length;
      const missing = new Set(
        faults.map(fault => {
          expect(fault).toMatchObject({ code: 'insufficient-mass', available: 0 });
          return Number(/^\/events\/0\/(?:draws|items)\/(\d+)\/massKg$/.exec(fault.pointer)?.[1]);
        }),
      );
      left = left.filter((_, index) => !missing.has(index));
    }
    return 0;
  }

  private async refused(event: ContractEvent): Promise<readonly { code: string; pointer: string }[]> {
    try {
      await this.service.send([event]);
      return [];
    } catch (error) {
      if (error instanceof Refused) return error.faults;
      throw error;
    }
  }

  private event(codes: readonly string[]): ContractEvent {
    const facts = { id: this.newId(), enterprise: SELLER };
    const draws: Dispatch['draws'] = codes.map(code => ({ lot: code, massKg: 1 }));
    this.made += 1;
    if (this.made % 3 === 0) return exporting({ ...facts, items: draws });
    if (this.made % 3 === 1) return dispatch({ ...facts, to: BUYER, draws });
    const made = lot({ lot: `made-${facts.id}`, massKg: codes.length });
    return processing({ ...facts, process: 'BLEND', draws, yields: [made] });
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function shuffled<T>(items: readonly T[], from: number): T[] {
  const result = [...items];
  let state = from;
  for (let last = result.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1;
    const other = state % (last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

/** What the holdings of lots say is left, and what draws say was taken. */
async function leftOf(process: TestProcess, codes: readonly string[]): Promise<unknown> {
  const [row] = await process.rows(
    `SELECT count(DISTINCT l.no)::int AS lots, sum(h.mass_g - h.drawn_g)::bigint AS left,
            sum((SELECT sum(d.mass_g) FROM draw d WHERE d.holding_no = h.no))::bigint AS drawn
     FROM lot l JOIN holding h ON h.lot_no = l.no AND h.event_no = l.event_no WHERE l.code = ANY ($1)`,
    [codes],
  );
  return row;
}

/** Holdings whose own figures differ from the sums of their draws, and dispatches that sent other than they drew. */
async function unbalanced(process: TestProcess): Promise<unknown[]> {
  return process.rows(
    `SELECT h.no FROM holding h LEFT JOIN draw d ON d.holding_no = h.no
     GROUP BY h.no, h.drawn_g, h.drawn_reo_g, h.mass_g, h.reo_g
     HAVING h.drawn_g <> COALESCE(sum(d.mass_g), 0) OR h.drawn_reo_g <> COALESCE(sum(d.reo_g), 0)
       OR h.drawn_g > h.mass_g OR (h.drawn_g = h.mass_g AND h.drawn_reo_g <> h.reo_g)
     UNION ALL
     SELECT e.no FROM event e WHERE e.type = 'dispatch'
       AND (SELECT (sum(mass_g), sum(reo_g)) FROM draw WHERE event_no = e.no)
         IS DISTINCT FROM (SELECT (sum(mass_g), sum(reo_g)) FROM holding WHERE event_no = e.no)`,
  );
}

interface Counts {
  readonly events: number;
  readonly head: number;
  readonly dense: boolean;
}

async function counts(process: TestProcess): Promise<Counts> {
  const [row] = await process.rows<Counts>(
    `SELECT (SELECT count(*) FROM event) AS events, (SELECT seq FROM ledger_head) AS head,
            (SELECT count(*) = max(seq) AND max(seq) = (SELECT seq FROM ledger_head) FROM ledger_entry) AS dense`,
  );
  return row!;
}
