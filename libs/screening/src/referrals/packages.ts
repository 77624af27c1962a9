import { type Grams, gramsToKg, groupBy } from '#kernel';
import type { DocumentRef } from '#lots';
import type { Authority } from '../rule.js';

export type CitedDocument = Pick<DocumentRef, 'kind' | 'number' | 'code'>;

/** A dispatch of the component, with the lots of it that carried illegal mass. */
export interface ReferredTransfer {
  readonly dispatch: string;
  readonly at: Date;
  readonly from: string;
  readonly to: string;
  /** Provinces, six digits. */
  readonly fromRegion: string;
  readonly toRegion: string;
  readonly illegalReoG: Grams;
  readonly lots: readonly { readonly lot: string; readonly product: string; readonly massG: Grams }[];
  /** That the dispatch or its receipt cites. */
  readonly documents: readonly CitedDocument[];
  /** Ids of findings on its parties, by USCC. */
  readonly findings: Readonly<Record<string, string>>;
}

/** What the authorities of one province are told of a component. */
export interface ReferralPackage {
  readonly region: string;
  readonly authorities: readonly Authority[];
  readonly enterprises: readonly { readonly uscc: string; readonly name?: string; readonly findings: readonly string[] }[];
  readonly lots: readonly { readonly lot: string; readonly product: string; readonly massKg: number }[];
  readonly transfers: readonly (Omit<ReferredTransfer, 'illegalReoG' | 'lots' | 'findings'> & Amounts)[];
  readonly documents: readonly CitedDocument[];
  readonly figures: Amounts & { readonly transfers: number };
} // prettier-ignore

interface Amounts {
  readonly massKg: number;
  readonly illegalReoKg: number;
}

/** One package for each province that a transfer has an end in; a transfer is in two. */
export function packagesOf(
  transfers: readonly ReferredTransfer[],
  names: ReadonlyMap<string, string>,
  authorities: readonly Authority[],
): ReferralPackage[] {
  const regions = new Set(transfers.flatMap(({ fromRegion, toRegion }) => [fromRegion, toRegion]));
  return [...regions].sort().map(region => {
    const own = transfers.filter(({ fromRegion, toRegion }) => fromRegion === region || toRegion === region);
    return {
      region,
      authorities,
      enterprises: partiesIn(region, own, names),
      lots: lotsOf(own),
      transfers: own.map(viewOf),
      documents: unique(own.flatMap(({ documents }) => documents)),
      figures: { transfers: own.length, ...amountsOf(own) },
    };
  });
}

function viewOf(transfer: ReferredTransfer): ReferralPackage['transfers'][number] {
  const { illegalReoG: _, lots: __, findings: ___, documents, ...rest } = transfer;
  return { ...rest, ...amountsOf([transfer]), documents };
}

/** Whose end of a transfer lies in a province, with the findings on them. */
function partiesIn(region: string, transfers: readonly ReferredTransfer[], names: ReadonlyMap<string, string>): ReferralPackage['enterprises'] {
  const ends = transfers.flatMap(({ from, to, fromRegion, toRegion, findings }) => [
    ...(fromRegion === region ? [{ uscc: from, finding: findings[from] }] : []),
    ...(toRegion === region ? [{ uscc: to, finding: findings[to] }] : []),
  ]);
  return [...groupBy(ends, ({ uscc }) => uscc)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([uscc, own]) => {
    const name = names.get(uscc);
    return { uscc, ...(name === undefined ? {} : { name }), findings: [...new Set(own.flatMap(({ finding }) => finding ?? []))] };
  });
} // prettier-ignore

function lotsOf(transfers: readonly ReferredTransfer[]): ReferralPackage['lots'] {
  const byKey = groupBy(transfers.flatMap(({ lots }) => lots), ({ lot }) => lot);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([lot, moved]) => {
    return { lot, product: moved[0]!.product, massKg: gramsToKg(sum(moved.map(({ massG }) => massG))) };
  });
} // prettier-ignore

const amountsOf = (transfers: readonly ReferredTransfer[]): Amounts => ({
  massKg: gramsToKg(sum(transfers.flatMap(({ lots }) => lots.map(({ massG }) => massG)))),
  illegalReoKg: gramsToKg(sum(transfers.map(({ illegalReoG }) => illegalReoG))),
});

const unique = (documents: readonly CitedDocument[]): CitedDocument[] => [
  ...new Map(documents.map(each => [JSON.stringify([each.kind, each.number, each.code]), each])).values(),
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
