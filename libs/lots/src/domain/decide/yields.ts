import {
  assayToDistribution, type Distribution, formatInstant, type Grade, kgToGrams, parseInstant, percentToGrade, reoGrams,
} from '#kernel'; // prettier-ignore
import { findProduct, isSingleElement, nominalDistribution, reoPercentOfMetal } from '#catalogue';
import type { LotDeclaration } from '../event-schema.js';
import type { AssayBasis, HoldingState, LotState } from '../state.js';
import { type Deciding, fault, holdingId } from './deciding.js';

/** Distribution of a lot without an assay. */
export type Unassayed = (product: string) => { readonly distribution: Distribution; readonly basis: AssayBasis };

/** Roots: the product's nominal distribution. */
export const nominal: Unassayed = product => ({ distribution: nominalDistribution(product), basis: 'nominal' });

const METAL_STAGES: ReadonlySet<string> = new Set(['METAL', 'ALLOY', 'MAG', 'SCRAP']);

/** Turns lot declarations into lots, naming what is wrong with any of them. */
export function declareLots(
  deciding: Deciding,
  yields: readonly LotDeclaration[],
  from: Date | undefined,
  unassayed: Unassayed,
): LotState[] {
  const codes = new Set<string>();
  return yields.flatMap((declared, index) => {
    const pointer = `/yields/${index}`;
    if (codes.has(declared.lot)) fault(deciding, 'lot-repeated', `${pointer}/lot`, declared.lot, 'each lot once');
    else refuseTakenCode(deciding, declared.lot, pointer);
    codes.add(declared.lot);
    const readyAt = readyTime(deciding, declared, from, pointer);
    const chemistry = chemistryOf(deciding, declared, pointer, unassayed);
    if (!chemistry) return [];
    const { event, identity } = deciding;
    return [
      {
        no: identity.lotNo(declared.lot),
        code: declared.lot,
        declaredBy: event.enterprise,
        eventNo: identity.no,
        product: declared.product,
        ...chemistry,
        readyAt,
        massG: kgToGrams(declared.massKg),
      },
    ];
  });
}

function refuseTakenCode(deciding: Deciding, code: string, pointer: string): void {
  const taken = deciding.ws.lotsOf(code).some(lot => lot.declaredBy === deciding.event.enterprise);
  if (taken) fault(deciding, 'lot-exists', `${pointer}/lot`, code, 'a code this enterprise has not declared yet');
}

function readyTime(deciding: Deciding, declared: LotDeclaration, from: Date | undefined, pointer: string): Date {
  if (declared.at === undefined) return deciding.occurredAt;
  const at = parseInstant(declared.at)!;
  if (at > deciding.occurredAt || (from && at < from)) {
    const span = `${from ? formatInstant(from) : 'any time'} to ${formatInstant(deciding.occurredAt)}`;
    fault(deciding, 'out-of-range', `${pointer}/at`, declared.at, span);
  }
  return at;
}

interface Chemistry {
  readonly grade: Grade;
  readonly distribution: Distribution;
  readonly basis: AssayBasis;
}

function chemistryOf(
  deciding: Deciding,
  declared: LotDeclaration,
  pointer: string,
  unassayed: Unassayed,
): Chemistry | undefined {
  const product = findProduct(declared.product);
  if (!product) {
    fault(deciding, 'unknown-product', `${pointer}/product`, declared.product, 'a product code of the catalogue');
    return undefined;
  }
  const assay = declared.assay && { distribution: assayToDistribution(declared.assay), basis: 'declared' as const };
  const { distribution, basis } = assay ?? unassayed(declared.product);
  if (declared.metalPercent === undefined) {
    return { grade: percentToGrade(declared.reoPercent ?? 0), distribution, basis };
  }
  if (!METAL_STAGES.has(product.stage)) {
    fault(deciding, 'unknown-field', `${pointer}/metalPercent`, declared.metalPercent, 'reoPercent for this product');
    return undefined;
  }
  return { grade: percentToGrade(reoPercentOfMetal(declared.metalPercent, distribution)), distribution, basis };
}

/** True where the lot's distribution is measured rather than assumed. */
export const isAssayed = (lot: Pick<LotState, 'basis' | 'product'>): boolean =>
  lot.basis === 'declared' || isSingleElement(lot.product);

/** Puts lots and the holdings that hold their whole mass into the workspace. */
export function addYields(deciding: Deciding, lots: readonly LotState[], poolNo: number): void {
  const { ws, event, seq, rank } = deciding;
  lots.forEach((lot, ordinal) => {
    ws.addLot(lot, event.enterprise, seq, rank);
    addHolding(deciding, {
      key: lot.code,
      owner: event.enterprise,
      lot,
      ordinal,
      poolNo,
      massG: lot.massG,
      availableAt: lot.readyAt,
    });
  });
}

export interface NewHolding extends Pick<
  HoldingState,
  'owner' | 'lot' | 'ordinal' | 'poolNo' | 'massG' | 'availableAt'
> {
  /** What the holding is of within its event: the lot's code, or the holding it carries on. */
  readonly key: string;
  /** REO grams where they do not follow from mass and grade (parts of a draw). */
  readonly reoG?: number;
  readonly surplusReoG?: number;
  readonly fromHoldingNo?: number;
  readonly inTransit?: boolean;
  readonly site?: string;
}

export function addHolding(deciding: Deciding, holding: NewHolding): void {
  const { ws, id, identity, seq, rank, event } = deciding;
  const { key, owner, lot, massG } = holding;
  const state: HoldingState = {
    no: identity.holdingNo(key),
    id: holdingId(id, key),
    owner,
    lot,
    eventNo: identity.no,
    eventRank: rank,
    ordinal: holding.ordinal,
    poolNo: holding.poolNo,
    fromHoldingNo: holding.fromHoldingNo,
    massG,
    reoG: holding.reoG ?? reoGrams(massG, lot.grade),
    surplusReoG: holding.surplusReoG ?? 0,
    drawnG: 0,
    drawnReoG: 0,
    site: holding.site ?? (owner === event.enterprise ? event.site : undefined),
    inTransit: holding.inTransit ?? false,
    availableAt: holding.availableAt,
    firstSeq: identity.firstSeq,
    seqFrom: seq,
  };
  ws.addHolding(state, seq);
}
