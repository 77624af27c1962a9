import { EventEmitter, once } from 'node:events';
import { formatInstant } from '#kernel';
import { Ledger } from '#ledger';
import { readerOf, readLedger } from '#lots';
import type { Database } from '#platform';
import { CLI } from '../shared/context.js';
import { LEDGER_FORMAT, type LedgerHeader } from './header.js';

/** Where lines go: a stream, or what stands for one. */
export interface LineOutput {
  write(text: string): unknown;
}

/** How much of the ledger was written. */
export interface Written {
  readonly entries: number;
  readonly seq: number;
}

/** Writes the ledger as it is now, one entry a line, as fast as it is taken. */
export async function writeLedger(
  database: Database,
  output: LineOutput,
  onProgress: (entries: number, seq: number) => void,
): Promise<Written> {
  const { seq, recordedAt } = await new Ledger(database).head(CLI);
  const header: LedgerHeader = { kind: 'ledger', format: LEDGER_FORMAT, seq, recordedAt: formatInstant(recordedAt) };
  await write(output, header);
  let entries = 0;
  for await (const line of readLedger(readerOf(database), { until: seq })) {
    await write(output, line);
    onProgress(++entries, seq);
  }
  return { entries, seq };
}

async function write(output: LineOutput, value: object): Promise<void> {
  const isFull = output.write(`${JSON.stringify(value)}\n`) === false;
  if (isFull && output instanceof EventEmitter) await once(output, 'drain');
}
