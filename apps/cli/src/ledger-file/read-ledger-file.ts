import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Locale, parseInstant } from '#kernel';
import { EventSchema, timeOrderFaults, type EventInput, type LedgerLine } from '#lots';
import { compile, parseStrictJson } from '#platform';
import { Failure } from '../shared/failures.js';
import { messagesFor } from '../shared/text.js';
import { headerOf, LEDGER_FORMAT, type LedgerHeader } from './header.js';

/** An exported ledger that is being read. */
export interface LedgerFile {
  readonly header: LedgerHeader;
  /** Every entry, checked for its shape; throws {@link Failure} for a line that is none and for a file cut short. */
  readonly lines: AsyncIterable<LedgerLine>;
}

const validateEvent = compile(EventSchema);

/** Opens an export; `-` is the standard input. @throws Failure */
export async function openLedgerFile(file: string, lang: Locale, stdin: Readable): Promise<LedgerFile> {
  const text = messagesFor(lang).shared.ledgerFile;
  const input = file === '-' ? stdin : createReadStream(file);
  const lines = linesOf(input, reason => new Failure(messagesFor(lang).shared.notReadable(file, reason)));
  const first = await lines.next();
  const header = first.done ? undefined : headerOf(first.value);
  if (!header) throw new Failure(text.notOne(file));
  if (header.format !== LEDGER_FORMAT) throw new Failure(text.otherFormat(file, String(header.format)));
  return { header, lines: entriesOf(lines, header, file, text) };
}

async function* linesOf(input: Readable, failure: (reason: string) => Failure): AsyncGenerator<string, undefined> {
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    throw failure((error as NodeJS.ErrnoException).code ?? (error as Error).message);
  }
  return undefined;
}

async function* entriesOf(
  lines: AsyncGenerator<string, undefined>,
  header: LedgerHeader,
  file: string,
  text: ReturnType<typeof messagesFor>['shared']['ledgerFile'],
): AsyncGenerator<LedgerLine> {
  let number = 1;
  let seq = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const entry = parse(line, reason => new Failure(text.badLine(file, number, reason)));
    if (entry.seq !== seq + 1) throw new Failure(text.badLine(file, number, `seq ${entry.seq}, not ${seq + 1}`));
    seq = entry.seq;
    yield entry;
  }
  if (seq !== header.seq) throw new Failure(text.cutShort(file, seq, header.seq));
}

function parse(line: string, failure: (reason: string) => Failure): LedgerLine {
  let value: Record<string, unknown>;
  try {
    value = parseStrictJson(Buffer.from(line)) as Record<string, unknown>;
  } catch (error) {
    throw failure((error as Error).message);
  }
  const wrong = faultOf(value);
  if (wrong) throw failure(wrong);
  return value as unknown as LedgerLine;
}

/** What is wrong with the shape of an entry. Items of the registry are checked where they are stated. */
function faultOf(value: Record<string, unknown> | null): string | undefined {
  const { kind, seq, recordedAt, by } = value ?? {};
  if (!Number.isSafeInteger(seq)) return 'seq';
  if (typeof recordedAt !== 'string' || !parseInstant(recordedAt)) return 'recordedAt';
  if (!hasTexts(by, 'actor', 'channel')) return 'by';
  switch (kind) {
    case 'event':
      return eventFault(value!['event']);
    case 'registry':
      return typeof value!['collection'] === 'string' && isObject(value!['item']) ? undefined : 'item';
    case 'decision':
      return typeof value!['source'] === 'string' && isDecision(value!['decision']) ? undefined : 'decision';
    case 'other':
      return isOther(value!['entry']) ? undefined : 'entry';
    default:
      return `kind ${JSON.stringify(kind)}`;
  }
}

function eventFault(event: unknown): string | undefined {
  const [fault] = [...validateEvent(event, '', 1)];
  const [disorder] = fault ? [fault] : timeOrderFaults(event as EventInput, '');
  return disorder && `${disorder.code} ${disorder.pointer}`;
}

function isDecision(decision: unknown): boolean {
  if (!hasTexts(decision, 'status', 'note')) return false;
  const { status, from, to } = decision as Record<string, unknown>;
  const isTime = (end: unknown): boolean => end === undefined || (typeof end === 'string' && !!parseInstant(end));
  return (status === 'legal' || status === 'illegal') && isTime(from) && isTime(to);
}

const ENTRY_KINDS: readonly unknown[] = ['event', 'registry', 'decision', 'access'];

const isOther = (entry: unknown): boolean =>
  hasTexts(entry, 'kind', 'tenant', 'subject') && ENTRY_KINDS.includes((entry as { kind: unknown }).kind);

const hasTexts = (value: unknown, ...names: readonly string[]): boolean =>
  isObject(value) && names.every(name => typeof value[name] === 'string');

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
