import { ELEMENTS, provinceOf } from '#kernel';
import type { LinkFilter, SearchAnswer } from '#provenance';
import { neighbourOf, nameOf, permitOf, regionOfPlant } from './cast.js';
import { declarationOf, invoiceOf, licenceOf, mineOf, MINES, plantOf, PLANTS } from './economy.js';
import type { History } from './history.js';
import { BENCH } from './installation.js';

/** Id of what a mine brought in during the year of the history. */
export const yearOf = (mine: number): string => `mining-licence:${licenceOf(mine)}:2024`;

/** What answers say, rounded to a milligram, may differ by. */
const ROUNDING_KG = 1e-5;

/** Recall is the transpose of origins: what every mine has in a shipment is what the shipment has of the mine. */
export async function checkRecall({ provenance, questions }: History, shipments: number): Promise<void> {
  const found = new Map<string, number>();
  for (let mine = 0; mine < MINES; mine++) {
    const answer = await questions.recall.source(BENCH, yearOf(mine));
    if (answer.truncated && answer.shown.shipments < answer.total.shipments)
      throw new Error('too many shipments to compare');
    for (const each of answer.shipments) found.set(`${each.declaration} ${yearOf(mine)}`, each.attributedReoKg);
  }
  for (let n = 0; n < shipments; n++) {
    const declaration = declarationOf(n);
    const { origins } = await provenance.origins(BENCH, { kind: 'shipment', declaration });
    for (const { source, reoKg } of origins) {
      const recalled = found.get(`${declaration} ${source.id}`) ?? NaN;
      if (!(Math.abs(recalled - reoKg) <= ROUNDING_KG + 1e-6 * reoKg)) throw new Error(`${declaration}: ${reoKg} kg of ${source.id}, recalled ${recalled}`); // prettier-ignore
    }
    const sources = [...found.keys()].filter(key => key.startsWith(declaration)).length;
    if (sources !== origins.length) throw new Error(`${declaration}: ${origins.length} origins, recalled ${sources}`);
  }
  console.log(`  recall checked against origins of ${shipments} shipments, ${ELEMENTS.length} elements`);
}

interface PlainFlow {
  readonly sender: string;
  readonly receiver: string;
  readonly transfers: number;
  readonly massG: number;
  readonly reoG: number;
}

/** Between enterprises, by what dispatches drew. */
const FLOWS = `
  SELECT d.enterprise AS sender, r.enterprise AS receiver, count(DISTINCT t.dispatch_no)::bigint AS transfers,
         sum(w.mass_g)::bigint AS "massG", sum(w.reo_g)::bigint AS "reoG"
  FROM transfer t JOIN event d ON d.no = t.dispatch_no AND d.seq_to > 9007199254740990
    JOIN event r ON r.no = t.receipt_no AND r.seq_to > 9007199254740990
    JOIN draw w ON w.event_no = t.dispatch_no AND w.seq_to > 9007199254740990
  WHERE t.state = 'accepted' AND d.occurred_at >= $1 AND d.occurred_at < $2 GROUP BY 1, 2`;

/** Links between provinces are what plain SQL adds up, with the provinces that the cast was registered in. */
export async function checkLinks(
  { database, questions }: History,
  span: Required<Pick<LinkFilter, 'since' | 'until'>>,
): Promise<void> {
  const regions = new Map(Array.from({ length: PLANTS }, (_, n) => [plantOf(n), regionOfPlant(n)]));
  const province = (uscc: string): string => provinceOf(regions.get(uscc) ?? uscc.slice(2, 8));
  const expected = new Map<string, { transfers: number; massG: number; reoG: number }>();
  for (const flow of await database.read<PlainFlow>(BENCH, FLOWS, [span.since, span.until])) {
    const [from, to] = [province(flow.sender), province(flow.receiver)];
    if (from === to) continue;
    const sum = expected.get(`${from} ${to}`) ?? { transfers: 0, massG: 0, reoG: 0 };
    sum.transfers += flow.transfers;
    sum.massG += flow.massG;
    sum.reoG += flow.reoG;
    expected.set(`${from} ${to}`, sum);
  }
  const { items, truncated } = await questions.links.crossProvince(BENCH, span, { limit: 1_000 });
  const plain = [...expected].map(([key, { transfers, massG, reoG }]) => `${key} ${transfers} ${massG} ${reoG}`);
  const told = items.map(each => `${each.from} ${each.to} ${each.transfers} ${Math.round(each.massKg * 1000)} ${Math.round(each.reoKg * 1000)}`); // prettier-ignore
  if (truncated || plain.sort().join() !== told.sort().join()) throw new Error(`${told.join('\n')}\ninstead of\n${plain.join('\n')}`); // prettier-ignore
  console.log(`  ${items.length} links checked against plain SQL`);
}

interface Sought {
  readonly text: string;
  readonly kind: Exclude<keyof SearchAnswer, 'more' | 'findings'>;
  readonly id: string;
}

/** What is surely there, and a text that must lead to it. */
export const SOUGHT: readonly Sought[] = [
  { text: 'M0-0', kind: 'lots', id: 'M0-0' },
  { text: 'm0-', kind: 'lots', id: 'M0-1' },
  { text: declarationOf(3), kind: 'shipments', id: declarationOf(3) },
  { text: declarationOf(0).slice(0, 12), kind: 'shipments', id: declarationOf(1) },
  { text: invoiceOf(2), kind: 'documents', id: invoiceOf(2) },
  { text: invoiceOf(2).slice(0, 10), kind: 'documents', id: invoiceOf(2) },
  { text: plantOf(7), kind: 'enterprises', id: plantOf(7) },
  { text: neighbourOf(4_321).slice(0, 15), kind: 'enterprises', id: neighbourOf(4_321) },
  { text: nameOf(MINES + 5), kind: 'enterprises', id: plantOf(5) },
  { text: nameOf(100_000 + 1_234).slice(4, -3), kind: 'enterprises', id: neighbourOf(1_234) },
  { text: licenceOf(4), kind: 'permits', id: licenceOf(4) },
  { text: permitOf(777).slice(0, -1), kind: 'permits', id: permitOf(777) },
];

/** Texts of few letters, which lead to much, and texts that lead nowhere. */
export const VAGUE: readonly string[] = [
  'M', 'P1', '9', '91', '2', '24', '4220', '稀土', '盛源', '公司', '有限公司', '源', 'TZ', 'C36', `${mineOf(3)}:M`, '不存在的企业', 'zzzz',
]; // prettier-ignore

export async function checkSearch({ questions }: History): Promise<void> {
  for (const { text, kind, id } of SOUGHT) {
    const answer = await questions.search.search(BENCH, text);
    if (!idsOf(answer)[kind].includes(id)) throw new Error(`Searching for ${text} did not find ${id}`);
  }
  console.log(`  search checked with ${SOUGHT.length} texts`);
}

const idsOf = ({ lots, shipments, documents, enterprises, permits }: SearchAnswer): Record<Sought['kind'], string[]> => ({
  lots: lots.map(({ lot }) => lot),
  shipments: shipments.map(({ declaration }) => declaration),
  documents: documents.map(({ number }) => number),
  enterprises: enterprises.map(({ uscc }) => uscc),
  permits: permits.map(({ number }) => number),
}); // prettier-ignore
