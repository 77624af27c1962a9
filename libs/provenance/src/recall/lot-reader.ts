import { ELEMENT_COUNT } from '#kernel';
import { isSingleElement } from '#catalogue';
import type { Transaction } from '#platform';
import type { LotChemistry } from '../domain/recall/forward.js';
import { split, unpack, unpackDistributions } from '../engines/postgres/packed.js';
import { type LotColumns, lotsByNo } from './recall-statements.js';

/** Reads the chemistry of lots, each once. */
export class LotReader {
  readonly lots = new Map<number, LotChemistry>();

  constructor(
    private readonly tx: Transaction,
    private readonly position: number,
  ) {}

  async read(lotNos: Iterable<number>): Promise<ReadonlyMap<number, LotChemistry>> {
    const missing = [...new Set(lotNos)].filter(no => !this.lots.has(no));
    if (missing.length > 0) {
      const [[columns]] = (await this.tx.pipeline([lotsByNo(missing, this.position)])) as [[LotColumns]];
      this.add(columns);
    }
    return this.lots;
  }

  private add({ nos, products, bases, distributions }: LotColumns): void {
    const [product, basis, shares] = [split(products), split(bases), unpackDistributions(distributions)];
    unpack(nos).forEach((no, index) => {
      const code = product[index]!;
      this.lots.set(no, {
        distribution: Array.from(shares.subarray(index * ELEMENT_COUNT, (index + 1) * ELEMENT_COUNT)),
        assayed: basis[index] === 'declared' || isSingleElement(code),
        ...(basis[index] === 'inherited' ? { inherits: code } : {}),
      });
    });
  }
}
