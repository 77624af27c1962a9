import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ContractEvent, correction, dispatch, enterprise, exporting, hour, licence, licenceNumber, lot, mining, openingStock,
  Oracle, processing, receipt, recorded, registry, stocktake, storedHoldings, storedSourceNames, TestLots, uscc,
  wrongOrigins,
} from '#testing'; // prettier-ignore
import { RecomputeJob } from './recompute.job.js';
import { FOREVER_SEQ } from './storage/lots.migration.js';
import { SourceCache } from './storage/source-dictionary.js';

const [PLANT, TRADER] = [uscc(1), uscc(2)];
const known = registry({
  enterprises: [enterprise(PLANT, ['mine', 'smelter']), enterprise(TRADER, ['trader'])],
  permits: [licence(licenceNumber(1), PLANT)],
});
const ROCK = { La: 30, Ce: 50, Pr: 5, Nd: 15 };
const OTHER_ROCK = { La: 20, Ce: 30, Pr: 10, Nd: 40 };
const CLAY = { La: 20, Nd: 20, Dy: 10, Y: 50 };

const at = (n: number) => ({ enterprise: PLANT, occurredAt: hour(n) });
const draws = (...parts: readonly (readonly [string, number])[]) =>
  parts.map(([code, massKg]) => ({ lot: code, massKg }));

/** A lot L that holds what its mine holds, and another mine. */
const mined = mining({ ...at(0), licence: licenceNumber(1), yields: [lot({ lot: 'M', massKg: 1_000, assay: ROCK })] });
const other = openingStock({ ...at(0), yields: [lot({ lot: 'N', massKg: 1_000, assay: CLAY })] });
const made = processing({ ...at(1), draws: draws(['M', 1_000]), yields: [lot({ lot: 'L', massKg: 1_000 })] });
const mixed = (n: number) => {
  const didymium = lot({ lot: 'R', product: 'OX-PrNd', massKg: 100, reoPercent: 100 });
  return processing({ ...at(n), draws: draws(['L', 500], ['N', 500]), yields: [didymium] });
};
const further = (n: number) =>
  processing({ ...at(n), draws: draws(['R', 50], ['N', 50]), yields: [lot({ lot: 'S', massKg: 80 })] });
const sent = dispatch({ ...at(2), to: PLANT, draws: draws(['L', 1_000]) });
const parted = correction(mined, { ...mined, yields: [lot({ lot: 'M', massKg: 1_000, assay: OTHER_ROCK })] });

/** Ways in which L comes into another pool before it is blended. */
const CASES: Readonly<Record<string, readonly ContractEvent[]>> = {
  'was counted': [stocktake({ ...at(2), counts: [{ lot: 'L', countedKg: 990 }] }), mixed(3), further(4)],
  'was counted and more was found': [
    stocktake({ ...at(2), counts: [{ lot: 'L', countedKg: 1_100 }] }),
    mixed(3),
    further(4),
  ],
  'weighed more than was sent': [sent, receipt(sent, { items: [{ lot: 'L', massKg: 1_100 }] }), mixed(3), further(4)],
  'was found when nothing of it was left': [
    exporting({ ...at(2), items: draws(['L', 1_000]) }),
    stocktake({ ...at(2), counts: [{ lot: 'L', countedKg: 600 }] }),
    mixed(3),
    further(4),
  ],
};

describe.each(Object.entries(CASES))('an inherited distribution of a lot that %s', (_, moves) => {
  let service: TestLots;
  const events = [mined, other, made, ...moves];

  beforeAll(async () => {
    service = await TestLots.start();
    await service.state(known);
    for (const event of events) await service.send([event]);
  });

  afterAll(() => service.stop());

  async function expectOracles(history: readonly ContractEvent[]): Promise<void> {
    const oracle = new Oracle(recorded(history), known);
    const current = oracle.books.current().map(event => event.id);
    const names = await storedSourceNames(service);
    const lots = (await storedHoldings(service, current)).filter(row => row.isLots);
    expect(lots.flatMap(row => wrongOrigins(oracle, row, names) ?? [])).toEqual([]);
  }

  const compositions = (): Promise<unknown[]> =>
    service.rows(`SELECT no, source_no, encode(composition, 'hex') AS bytes, dirty FROM pool ORDER BY no`);

  it('follows a corrected assay, and so does whatever is made of it', async () => {
    await expectOracles(events);
    await service.send([parted]);
    await expectOracles([...events, parted]);
  });

  it('is the same when everything is recomputed', async () => {
    const before = await compositions();
    await service.rows('UPDATE pool SET composition = NULL, dirty = true WHERE source_no IS NULL');
    await service.rows(
      `UPDATE lot SET distribution = array_fill(0::float8, ARRAY[16]) WHERE basis = 'inherited' AND seq_to = $1`,
      [FOREVER_SEQ],
    );
    const job = new RecomputeJob(service.database, new SourceCache());
    while (!(await job.step()).done);
    expect(await compositions()).toEqual(before);
    await expectOracles([...events, parted]);
  });
});
