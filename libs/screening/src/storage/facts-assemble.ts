import type { DrawFact, EventFact, HoldingFact } from '../facts/facts.js';
import type { Origins } from './facts-origins.js';
import type { EventRow } from './facts-row-statements.js';
import type { DrawRow, EventRows, YieldRow } from './facts-rows.js';
import type { Surroundings } from './facts-surroundings.js';

/** Makes facts of rows. */
export class Assembly {
  constructor(
    private readonly rows: EventRows,
    private readonly around: Surroundings,
    private readonly origins: Origins,
  ) {}

  event(row: EventRow): EventFact {
    const { no, id, seq, enterprise, at, content } = row;
    return {
      id,
      seq,
      enterprise,
      content: { ...content, id },
      at,
      enteredAt: this.around.enteredAt(row),
      draws: inOrder(this.rows.draws.get(no)).map(draw => this.draw(draw)),
      yields: inOrder(this.rows.yields.get(no)).map(made => this.yielded(made, content.type === 'dispatch')),
      corrections: this.around.correctionsOf(no),
    };
  }

  /** Events that drew from, or yielded into, pools whose composition is about to be recomputed. */
  recomputing(): Set<string> {
    const isDirty = (poolNo: number): boolean => this.around.pools.get(poolNo)?.dirty ?? false;
    const ids = new Set<string>();
    for (const { no, id } of this.rows.events.values()) {
      const drawn = (this.rows.draws.get(no) ?? []).map(({ holdingNo }) => this.around.unit(holdingNo).poolNo);
      const yielded = (this.rows.yields.get(no) ?? []).map(({ poolNo }) => poolNo);
      if (drawn.some(isDirty) || yielded.some(isDirty)) ids.add(id);
    }
    return ids;
  }

  private draw({ holdingNo, fromNo, massG, reoG }: DrawRow): DrawFact {
    const { origins } = this;
    const { id: holding, lotNo, poolNo } = this.around.unit(holdingNo);
    const lot = this.around.lots.get(lotNo)!;
    const { id: from, type: fromType } = this.around.label(fromNo);
    return {
      holding,
      lot,
      from,
      fromType,
      massG,
      reoG,
      get origins() {
        return origins.of(poolNo, lotNo, lot.distribution, reoG);
      },
    };
  }

  /** Mass on the way lies at no site; its row keeps the one it left. */
  private yielded(row: YieldRow, isOnTheWay: boolean): HoldingFact {
    const { origins } = this;
    const { id, owner, massG, reoG, surplusReoG, site, fromNo, lotNo, poolNo } = row;
    const lot = this.around.lots.get(lotNo)!;
    return {
      id,
      lot,
      owner,
      massG,
      reoG,
      surplusReoG,
      ...(site === '' || isOnTheWay ? {} : { site }),
      ...(fromNo === 0 ? {} : { from: this.around.unit(fromNo).id }),
      get origins() {
        return origins.of(poolNo, lotNo, lot.distribution, reoG);
      },
    };
  }
}

const inOrder = <Row extends { readonly ordinal: number }>(rows: readonly Row[] = []): Row[] =>
  [...rows].sort((a, b) => a.ordinal - b.ordinal);
