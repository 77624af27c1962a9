import type { DrawFact, EventFact, HoldingFact, LotFact, OriginFact, TransferFact } from '../facts/facts.js';

/** Names of holdings: each side numbers its own, so both are told by the event that yielded them and the place in it. */
export type HoldingNames = ReadonlyMap<string, string>;

/** Facts as plain values that can be compared; origins and distributions apart, as they are rounded. */
export class Plain {
  constructor(
    private readonly names: HoldingNames,
    /** Place of a ledger position among those of events: an oracle's ledger holds nothing else. */
    private readonly seqOf: (seq: number) => number,
  ) {}

  event(fact: EventFact | undefined): unknown {
    if (!fact) return undefined;
    return {
      ...{
        id: fact.id,
        seq: this.seqOf(fact.seq),
        enterprise: fact.enterprise,
        at: fact.at,
        enteredAt: fact.enteredAt,
      },
      content: withoutPersons(fact.content),
      draws: fact.draws.map(draw => this.draw(draw)),
      yields: fact.yields.map(made => this.yielded(made)),
      corrections: this.corrections(fact.corrections),
    };
  }

  events = (facts: readonly EventFact[]): unknown[] => facts.map(fact => this.event(fact));

  transfer(fact: TransferFact | undefined): unknown {
    if (!fact) return undefined;
    const { dispatch, receipt, parts, ...rest } = fact;
    return {
      ...rest,
      dispatch: this.event(dispatch),
      receipt: this.event(receipt),
      parts: parts.map(part => {
        const { receivedG, receivedReoG, unitPrice } = part;
        return { ...this.draw(part), receivedG, receivedReoG, unitPrice };
      }),
    };
  }

  transfers = (facts: readonly TransferFact[]): unknown[] => facts.map(fact => this.transfer(fact));

  corrections = (corrections: EventFact['corrections']): unknown[] =>
    corrections.map(({ id, seq, enteredAt, approvedBy, voided }) => ({ id, seq: this.seqOf(seq), enteredAt, approvedBy, voided })); // prettier-ignore

  private draw({ holding, lot, from, fromType, massG, reoG }: DrawFact): object {
    return { holding: this.name(holding), lot: plainLot(lot), from, fromType, massG, reoG };
  }

  private yielded({ id, lot, owner, massG, reoG, surplusReoG, site, from }: HoldingFact): object {
    return {
      id: this.name(id),
      lot: plainLot(lot),
      owner,
      massG,
      reoG,
      surplusReoG,
      site,
      from: from && this.name(from),
    };
  }

  private name(id: string): string {
    return this.names.get(id) ?? `unnamed ${id}`;
  }
}

const plainLot = ({ product, distribution: _, ...lot }: LotFact): unknown => ({ ...lot, product: product.code });

/** Content as the ledger keeps it where persons' names and notes have been erased. */
function withoutPersons({ note: _, extensions: __, consignee: ___, ...content }: Record<string, unknown>): unknown {
  for (const party of ['supplier', 'from']) {
    const value = content[party];
    if (typeof value === 'object' && value !== null) content[party] = { ...value, name: undefined };
  }
  return content;
}

/** Shares within this are equal: compositions are stored in parts per billion. */
const EXACTNESS = 1e-6;

type Mass = { readonly lot: LotFact; readonly reoG: number; readonly origins: readonly OriginFact[] };

/** What differs between the chemistry and origins of the masses of an event; nothing where they agree. */
export function differences(actual: EventFact, expected: EventFact): string[] {
  const pairs = [...zip<Mass>(actual.draws, expected.draws), ...zip<Mass>(actual.yields, expected.yields)];
  return pairs.flatMap(([a, b]) =>
    [...chemistry(a, b), ...origins(a, b)].map(text => `${actual.id} ${a.lot.key}: ${text}`),
  );
}

const zip = <T>(a: readonly T[], b: readonly T[]): [T, T][] => a.map((each, n) => [each, b[n]!]);

function chemistry(a: Mass, b: Mass): string[] {
  const isClose = a.lot.distribution.every((share, e) => Math.abs(share - b.lot.distribution[e]!) <= EXACTNESS);
  return isClose ? [] : [`distribution ${a.lot.distribution.join()} is not ${b.lot.distribution.join()}`];
}

function origins(a: Mass, b: Mass): string[] {
  const [told, expected] = [sharesOf(a), sharesOf(b)];
  const names = new Set([...told.keys(), ...expected.keys()]);
  const isClose = (name: string): boolean => Math.abs((told.get(name) ?? 0) - (expected.get(name) ?? 0)) <= EXACTNESS;
  return [...names].every(isClose)
    ? []
    : [`origins ${JSON.stringify([...told])} are not ${JSON.stringify([...expected])}`];
}

const sharesOf = ({ origins: told, reoG }: Mass): Map<string, number> =>
  new Map(told.map(({ source: { id, kind, status }, reoG: part }) => [`${id} ${kind} ${status}`, part / reoG]));
