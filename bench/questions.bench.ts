import { MINES } from './economy.js';
import { type History, openHistory } from './history.js';
import { BENCH } from './installation.js';
import { ms, percentile, timings } from './measure.js';
import { checkLinks, checkRecall, checkSearch, SOUGHT, VAGUE, yearOf } from './questions-parity.js';

const SEARCH_ROUNDS = 20;
const LINKS_ROUNDS = 10;

/** Recall, links between provinces and search on a generated history of a size; a folder keeps it for the next run. */
export async function questionsBench(lots: number, keptIn?: string): Promise<void> {
  const at = await openHistory(lots, keptIn);
  try {
    const months = await monthsOf(at);
    await checkRecall(at, 5);
    await checkLinks(at, months[0]!);
    await checkSearch(at);
    await measureRecall(at);
    await measureLinks(at, months);
    await measureSearch(at);
  } finally {
    await at.close();
  }
}

const show = (name: string, times: readonly number[]): void =>
  console.log(
    `  ${name.padEnd(34)} p50 ${ms(percentile(times, 50)).padStart(9)}   p95 ${ms(percentile(times, 95)).padStart(9)}`,
  );

/** The walk alone and the whole question by turns, so that both meet the same machine. */
async function measureRecall({ database, questions }: History): Promise<void> {
  const reach: number[] = [];
  const recall: number[] = [];
  for (let mine = 0; mine < MINES; mine++) {
    reach.push(...(await timings(1, () => database.read(BENCH, REACH, [yearOf(mine)]))));
    recall.push(...(await timings(1, () => questions.recall.source(BENCH, yearOf(mine)))));
  }
  for (const times of [reach, recall]) times.sort((a, b) => a - b);
  show('reach-only CTE down', reach);
  show("recall of a mine's year", recall);
  const ratio = percentile(recall, 50) / percentile(reach, 50);
  console.log(`  recall / reach-only                ${ratio.toFixed(2)} (goal: at most 2)`);
}

async function measureLinks({ questions }: History, months: readonly Month[]): Promise<void> {
  const ask = (filter: object) => (n: number) =>
    questions.links.crossProvince(BENCH, { ...months[n % months.length]!, ...filter }, { limit: 50 });
  const count = LINKS_ROUNDS * months.length;
  show('links of a month (goal: 300 ms)', await timings(count, ask({})));
  show('links of a month and a stage', await timings(count, ask({ stage: 'concentrate' })));
}

async function measureSearch({ questions }: History): Promise<void> {
  const texts = [...SOUGHT.map(({ text }) => text), ...VAGUE];
  const search = (n: number) => questions.search.search(BENCH, texts[n % texts.length]!);
  await timings(texts.length, search);
  show('search (goal: p95 50 ms)', await timings(texts.length * SEARCH_ROUNDS, search));
}

interface Month {
  readonly since: Date;
  readonly until: Date;
}

/** The months of the history that are over; the first one at least. */
async function monthsOf({ database }: History): Promise<Month[]> {
  const [last] = await database.read<{ at: Date }>(BENCH, 'SELECT max(dispatched_at) AS at FROM transfer');
  const monthsOver = Math.max(1, last!.at.getUTCMonth());
  return Array.from({ length: monthsOver }, (_, n) => ({ since: firstOf(n), until: firstOf(n + 1) }));
}

const firstOf = (month: number): Date => new Date(Date.UTC(2024, month, 1));

const REACH = `
  WITH RECURSIVE down (no) AS (
    SELECT event_no FROM root WHERE source_id = $1 AND seq_to > 9007199254740990
    UNION
    SELECT d.event_no FROM down JOIN draw d ON d.from_event_no = down.no AND d.seq_to > 9007199254740990
  ) SELECT count(*) FROM down`;
