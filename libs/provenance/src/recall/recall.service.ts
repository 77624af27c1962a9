import { type Context, gramsToKg, NotFound } from '#kernel';
import type { AsOf, Head, Ledger } from '#ledger';
import type { Database, Transaction } from '#platform';
import type { DestinationsAnswer } from '../domain/schema/destinations.js';
import { HEAD } from '../engines/postgres/subject-statements.js';
import { Subjects } from '../engines/postgres/subjects.js';
import { answerOf } from './recall-answer.js';
import { type Found, RecallInquiry } from './recall-inquiry.js';

/** Sources that name the event which introduced them, rather than root events. */
const INTRODUCED_BY = /^(?:excess|surplus):([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/;

/** Where something went: the transpose of origins. Each question sees one state, however much is written meanwhile. */
export class RecallService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Pick<Ledger, 'resolve'>,
  ) {}

  /** What became of a lot's whole mass. Throws {@link NotFound} for a lot nobody declared, and `ambiguous-lot`. */
  lot(context: Context, code: string, asOf?: AsOf): Promise<DestinationsAnswer> {
    return this.inquire(context, asOf, async (tx, at) => {
      const facts = await new Subjects(tx, at).lot({ code });
      const [{ lotNo, poolNo }] = facts.items as [(typeof facts.items)[0]];
      const holdingNos = facts.items.map(({ holdingNo }) => holdingNo);
      const found = await new RecallInquiry(tx, at).ofLot({ lotNo, poolNo }, holdingNos);
      const [massG, reoG] = [sumOf(facts.items, 'massG'), sumOf(facts.items, 'reoG')];
      const declaredBy = facts.declaredBy === undefined ? {} : { declaredBy: facts.declaredBy };
      const subject = { kind: 'lot' as const, id: facts.id, ...declaredBy, massKg: gramsToKg(massG) };
      return { subject, found: { ...found, introducedG: reoG } };
    });
  }

  /** What became of everything that a source brought in, whatever its status. Throws {@link NotFound} for one nobody knows. */
  source(context: Context, id: string, asOf?: AsOf): Promise<DestinationsAnswer> {
    return this.inquire(context, asOf, async (tx, at) => {
      const { found, statuses, massG } = await new RecallInquiry(tx, at).ofSource(id, INTRODUCED_BY.exec(id)?.[1]);
      if (!found) throw new NotFound('source', id);
      const mass = massG === undefined ? {} : { massKg: gramsToKg(massG) };
      return { subject: { kind: 'source' as const, id, statuses: [...statuses], ...mass }, found };
    });
  }

  private async inquire(
    context: Context,
    asOf: AsOf | undefined,
    ask: (tx: Transaction, at: Head | undefined) => Promise<Asked>,
  ): Promise<DestinationsAnswer> {
    const at = asOf && (await this.ledger.resolve(context, asOf));
    return this.database.snapshot(context, async tx => {
      const [[[head]], { subject, found }] = await Promise.all([tx.pipeline([HEAD]) as Promise<[[Head]]>, ask(tx, at)]);
      return answerOf(tx, subject, found, at ?? head);
    });
  }
}

interface Asked {
  readonly subject: Omit<DestinationsAnswer['subject'], 'reoKg'>;
  readonly found: Found;
}

const sumOf = (parts: readonly { massG: number; reoG: number }[], key: 'massG' | 'reoG'): number =>
  parts.reduce((sum, part) => sum + part[key], 0);
