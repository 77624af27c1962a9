import { type DomainError, groupBy, NotFound, Refused } from '#kernel';
import type { Head } from '#ledger';
import { decodeComposition, singleSource } from '#lots';
import type { Statement, Transaction } from '#platform';
import type { StoredPool, SubjectFacts, SubjectItem } from '../../provenance-store.js';
import {
  announced, citedAnswers, citedItems, exportItems, exportPools, HEAD, heldItems, lotsByCode, madeItems, NOW, onTheWay,
  poolsByNo,
} from './subject-statements.js'; // prettier-ignore

interface PoolRow {
  readonly no: number;
  readonly sourceNo: number | null;
  readonly composition: Buffer | null;
  readonly dirty: boolean;
}

interface LotRow {
  readonly no: number;
  readonly code: string;
  readonly declaredBy: string;
  readonly eventNo: number;
}

/** Reads subjects in one snapshot: now, with the compositions as stored, or as known at a position, without them. */
export class Subjects {
  private readonly position: number;

  constructor(
    private readonly tx: Transaction,
    private readonly at: Head | undefined,
  ) {
    this.position = at?.seq ?? NOW;
  }

  /** One round trip, however many declarations. */
  async shipments(declarations: readonly string[]): Promise<Map<string, SubjectFacts>> {
    type ItemRow = SubjectItem & { readonly declaration: string };
    type Announced = { readonly declaration: string; readonly id: string; readonly massG: number };
    const [[head], items, sent, pools = []] = (await this.tx.pipeline([
      HEAD,
      exportItems(declarations, this.position),
      announced(declarations, this.position),
      ...(this.at ? [] : [exportPools(declarations, this.position)]),
    ])) as [[Head], ItemRow[], Announced[], PoolRow[]?];
    const stored = storedPools(pools);
    const sentFor = groupBy(sent, ({ declaration }) => declaration);
    const facts = new Map<string, SubjectFacts>();
    for (const [id, own] of groupBy(items, item => item.declaration)) {
      const dispatches = sentFor.get(id) ?? [];
      const isPending = sum(dispatches) > sum(own);
      const pending = isPending ? dispatches.map(dispatch => dispatch.id) : [];
      facts.set(id, { id, items: own, pending, pools: stored, asOf: this.at ?? head });
    }
    return facts;
  }

  async lot({ code, enterprise }: { code: string; enterprise?: string }): Promise<SubjectFacts> {
    const lot = await this.resolve(code);
    const items =
      enterprise === undefined ? madeItems(lot, this.position) : heldItems(lot.no, enterprise, this.position);
    // What a holder has left is never on the way.
    const moving = enterprise === undefined ? [onTheWay([lot.no], [], this.position)] : [];
    const facts = await this.facts(lot.code, items, moving);
    if (facts.items.length === 0) throw new NotFound(enterprise ? `mass left with ${enterprise} of lot` : 'lot', code);
    return { ...facts, declaredBy: lot.declaredBy };
  }

  async document(document: { kind: string; number: string }): Promise<SubjectFacts> {
    type Row = SubjectItem & { readonly type: string; readonly inTransit: boolean };
    const name = `${document.kind}/${document.number}`;
    const [rows, answers] = (await this.tx.pipeline([
      citedItems(document, this.position),
      citedAnswers(document, this.position),
    ])) as [Row[], { readonly holdingNo: number }[]];
    if (rows.length === 0) throw new NotFound('document', name);
    const answered = new Set(answers.map(({ holdingNo }) => holdingNo));
    const items = rows.filter(({ inTransit, holdingNo }) => !(inTransit && answered.has(holdingNo)));
    const made = items.filter(({ type }) => !MOVES.has(type)).map(({ lotNo }) => lotNo);
    const sent = items.filter(({ inTransit }) => inTransit).map(({ eventNo }) => eventNo);
    const pools = this.at ? [] : [poolsByNo(items.map(({ poolNo }) => poolNo))];
    const results = await this.tx.pipeline([HEAD, onTheWay(made, sent, this.position), ...pools]);
    return this.compose(name, items, results as [[Head], IdRow[], PoolRow[]?]);
  }

  private async facts(id: string, items: Statement, moving: readonly Statement[]): Promise<SubjectFacts> {
    const [[head], rows, pending = []] = (await this.tx.pipeline([HEAD, items, ...moving])) as [
      [Head],
      SubjectItem[],
      IdRow[]?,
    ];
    const pools = this.at ? [] : await this.tx.pipeline([poolsByNo(rows.map(({ poolNo }) => poolNo))]);
    return this.compose(id, rows, [[head], pending, ...(pools as [PoolRow[]?])]);
  }

  private compose(
    id: string,
    items: readonly SubjectItem[],
    [[head], pending, pools = []]: [[Head], IdRow[], PoolRow[]?],
  ): SubjectFacts {
    return {
      id,
      items,
      pending: pending.map(dispatch => dispatch.id),
      pools: storedPools(pools),
      asOf: this.at ?? head,
    };
  }

  /** The whole text is tried as a code first, because codes may hold colons themselves. */
  private async resolve(text: string): Promise<LotRow> {
    const cut = text.indexOf(':');
    const codes = cut < 0 ? [text] : [text, text.slice(cut + 1)];
    const [lots] = (await this.tx.pipeline([lotsByCode(codes, this.position)])) as [LotRow[]];
    const named = lots.filter(({ code }) => code === text);
    const qualified = lots.filter(({ code, declaredBy }) => `${declaredBy}:${code}` === text);
    if (named.length > 1) throw ambiguous(text, named);
    const lot = named[0] ?? qualified[0];
    if (!lot) throw new NotFound('lot', text);
    return lot;
  }
}

interface IdRow {
  readonly id: string;
}

/** Events that move lots; all others make or count them. */
const MOVES: ReadonlySet<string> = new Set(['dispatch', 'receipt', 'export']);

const sum = (parts: readonly { readonly massG: number }[]): number =>
  parts.reduce((total, { massG }) => total + massG, 0);

function ambiguous(code: string, lots: readonly LotRow[]): DomainError {
  const expected = `one of ${lots.map(({ declaredBy }) => `${declaredBy}:${code}`).join(', ')}`;
  return new Refused([{ code: 'ambiguous-lot', pointer: '', parameter: 'code', value: code, expected }]);
}

function storedPools(rows: readonly PoolRow[]): Map<number, StoredPool> {
  return new Map(
    rows.map(({ no, sourceNo, composition, dirty }) => {
      if (sourceNo !== null) return [no, { composition: singleSource(sourceNo), dirty }];
      return [no, { composition: composition ? decodeComposition(composition) : { entries: [] }, dirty }];
    }),
  );
}
