import { type Context, isUuid, kgToGrams, NotFound, Refused } from '#kernel';
import type { Database, Transaction } from '#platform';
import { RegistryReader, versionAt } from '#registry';
import { type Finding, RULE_FAILED } from '../finding.js';
import crossProvince from '../rules/trd-03.rule.js';
import { detailStatement, findingOf, type FindingRow } from '../storage/findings.queries.js';
import { type ComponentRow, componentStatement, type TransferRow } from './component.statement.js';
import { packagesOf, type ReferralPackage, type ReferredTransfer } from './packages.js';

/** Most transfers of a component that are listed and added up, the latest first. */
export const REFERRED_MAX = 1_000;

/** What each province is to be told of goods of one illegal source that were traded across provinces. */
export interface Referral {
  readonly finding: Finding;
  /** Id of the illegal source, or `findings/id` of what made the making of the goods unlawful. */
  readonly source: string;
  /** By province; of the transfers shown. */
  readonly packages: readonly ReferralPackage[];
  readonly shown: { readonly transfers: number };
  readonly total: { readonly transfers: number };
  readonly truncated: boolean;
}

/** Packages for the provinces over which a finding of {@link crossProvince} spreads. */
export class Referrals {
  private readonly registry = new RegistryReader();

  constructor(private readonly database: Database) {}

  /** Of the component of a finding: all that stands by its rule against the same source. @throws Refused by another rule */
  async of(context: Context, id: string, limit = REFERRED_MAX): Promise<Referral> {
    if (!isUuid(id)) throw new NotFound('finding', id);
    return this.database.snapshot(context, async tx => {
      const [[row], rows] = (await tx.pipeline([detailStatement(id), componentStatement(id, crossProvince.code, limit)])) as [
        FindingRow[],
        ComponentRow[],
      ];
      if (!row) throw new NotFound('finding', id);
      const finding = findingOf(row);
      const source = sourceOf(finding);
      const transfers = rows.filter(isTransfer).map(transferOf);
      const [shown, total] = [transfers.length, rows[0]!.total];
      const packages = packagesOf(transfers, await this.names(tx, transfers), crossProvince.authorities);
      return { finding, source, packages, shown: { transfers: shown }, total: { transfers: total }, truncated: shown < total };
    });
  } // prettier-ignore

  /** Names of the parties as they were at their latest transfer. */
  private async names(tx: Transaction, transfers: readonly ReferredTransfer[]): Promise<Map<string, string>> {
    const lastAt = new Map([...transfers].reverse().flatMap(({ from, to, at }) => [[from, at], [to, at]] as const));
    if (lastAt.size === 0) return new Map();
    const known = await this.registry.enterprises(tx, [...lastAt.keys()]);
    const named = [...lastAt].map(([uscc, at]) => [uscc, versionAt(known.get(uscc), at)?.facts.name] as const);
    return new Map(named.filter((each): each is [string, string] => each[1] !== undefined));
  } // prettier-ignore
}

function sourceOf({ rule, subject = RULE_FAILED }: Finding): string {
  if (rule === crossProvince.code && !subject.startsWith(RULE_FAILED)) return subject;
  const expected = `a finding of ${crossProvince.code}`;
  throw new Refused([{ code: 'not-referred', pointer: '', parameter: 'id', value: rule, expected }]);
}

const isTransfer = (row: ComponentRow): row is TransferRow & { total: number } => row.dispatch !== null;

const transferOf = ({
  lots,
  documents,
  illegalReoKg,
  total: _,
  ...rest
}: TransferRow & { total: number }): ReferredTransfer => ({
  ...rest,
  illegalReoG: kgToGrams(illegalReoKg),
  lots: lots ?? [],
  documents: documents ?? [],
});
