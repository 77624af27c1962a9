import { type Context, formatInstant, gramsToKg, groupBy, Refused } from '#kernel';
import type { AsOf, Ledger } from '#ledger';
import type { Database } from '#platform';
import { type Enterprise, type Permit, versionAt } from '#registry';
import { rangeOf, searchKey, searchTerms } from '../domain/search-key.js';
import { SEARCHED, type SearchAnswer } from '../domain/schema/search.js';
import { type FindingSearch, type FoundFinding, NO_FINDING_SEARCH } from './finding-search.js';
import {
  type DocumentRow, documentsLike, type LotRow, lotsLike, registryLike, type RegistryRow, type ShipmentRow, shipmentsLike,
  tradesAs,
} from './search-statements.js'; // prettier-ignore

/** Most matches of one kind that are shown. */
export const MATCHES_MAX = 20;

type Results = [
  LotRow[],
  ShipmentRow[],
  DocumentRow[],
  RegistryRow<Enterprise>[],
  RegistryRow<Permit>[],
  { trades: boolean }[],
];

const BLANK = { code: 'bad-format', pointer: '', parameter: 'q', expected: 'a text that is not blank' };

/** Finds lots, shipments, documents, enterprises, permits and findings by number, code or name: two round trips side by side. */
export class SearchService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Pick<Ledger, 'resolve'>,
    private readonly findings: FindingSearch = NO_FINDING_SEARCH,
  ) {}

  /** With `asOf`, what was known then and as it was valid at that moment. */
  async search(context: Context, text: string, asOf?: AsOf): Promise<SearchAnswer> {
    const { key, uscc, lot } = searchTerms(text);
    if (key === '') throw new Refused([BLANK]);
    const at = asOf && (await this.ledger.resolve(context, asOf));
    const range = rangeOf(key);
    const reading = this.database.snapshot(context, tx =>
      tx.pipeline([
        lotsLike(rangeOf(lot?.key ?? key), lot?.declaredBy, MATCHES_MAX + 1, at?.seq),
        shipmentsLike(range, MATCHES_MAX + 1, at?.seq),
        documentsLike(range, MATCHES_MAX + 1, at?.seq),
        registryLike('enterprises', range, at?.seq),
        registryLike('permits', range, at?.seq),
        tradesAs(uscc ?? '', at?.seq),
      ]),
    ) as Promise<Results>;
    const [results, findings] = await Promise.all([
      reading,
      this.findings.find(context, key, MATCHES_MAX + 1, at?.seq),
    ]);
    return answerOf(results, findings, {
      key,
      ...(uscc === undefined ? {} : { uscc }),
      moment: at?.recordedAt ?? new Date(),
    });
  }
}

interface Asked {
  readonly key: string;
  readonly uscc?: string;
  /** Registry rows are shown as they were valid at this moment. */
  readonly moment: Date;
}

function answerOf([lots, shipments, documents, enterprises, permits, trading]: Results, findings: readonly FoundFinding[], { key, uscc, moment }: Asked): SearchAnswer {
  const registered = enterprisesOf(enterprises, key, moment);
  const isStub = uscc !== undefined && registered.length === 0 && trading[0]?.trades === true;
  const found = {
    lots: lots.map(({ massG, code, ...lot }) => ({ lot: code, ...lot, massKg: gramsToKg(massG) })),
    shipments: shipments.map(({ at, ...shipment }) => ({ ...shipment, at: formatInstant(at) })),
    documents,
    enterprises: isStub ? [{ uscc, registered: false }] : registered,
    permits: permitsOf(permits, key, moment),
    findings,
  };
  const more = SEARCHED.filter(kind => found[kind].length > MATCHES_MAX);
  return {
    lots: found.lots.slice(0, MATCHES_MAX),
    shipments: found.shipments.slice(0, MATCHES_MAX),
    documents: found.documents.slice(0, MATCHES_MAX),
    enterprises: found.enterprises.slice(0, MATCHES_MAX),
    permits: found.permits.slice(0, MATCHES_MAX),
    findings: found.findings.slice(0, MATCHES_MAX),
    more,
  };
} // prettier-ignore

/** What a key's rows say at a moment; where none is of that moment, the last of them. Those that no longer match are left out. */
function factsAt<Facts>(
  rows: readonly RegistryRow<Facts>[],
  moment: Date,
  matches: (facts: Facts) => boolean,
): Facts[] {
  return [...groupBy(rows, ({ key }) => key).values()].flatMap(versions => {
    if (!versions.some(({ facts }) => matches(facts))) return [];
    const spans = versions.map(row => ({ ...row, validFrom: Number(row.validFrom), validTo: Number(row.validTo) }));
    return [(versionAt(spans, moment) ?? spans.at(-1)!).facts];
  });
}

const enterprisesOf = (
  rows: readonly RegistryRow<Enterprise>[],
  key: string,
  moment: Date,
): SearchAnswer['enterprises'] =>
  factsAt(rows, moment, ({ uscc, name }) => searchKey(uscc).startsWith(key) || searchKey(name).includes(key)).map(
    ({ uscc, name, region }) => ({ uscc, name, region, registered: true }),
  );

const permitsOf = (rows: readonly RegistryRow<Permit>[], key: string, moment: Date): SearchAnswer['permits'] =>
  factsAt(rows, moment, ({ number }) => searchKey(number).startsWith(key)).map(({ kind, number, holder, status }) => ({
    kind,
    number,
    holder,
    status,
  }));
