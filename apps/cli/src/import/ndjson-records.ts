import { headerOf } from '../ledger-file/header.js';
import { BROKEN } from './encoding.js';
import type { ImportRecord } from './record.js';

const NEWLINE = 0x0a;
const BROKEN_BYTES = Buffer.from(BROKEN);
const BOM = Buffer.from('\uFEFF');
/** Lines are looked at as a ledger's first one up to this length. */
const HEADER_MAX = 1_000;

/** Lines of NDJSON with their numbers; blank ones are counted and left out. */
export async function* ndjsonRecords(chunks: AsyncIterable<Buffer>, onLedger: () => never) {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    if (isBlank(line)) continue;
    if (number === 1 && line.length < HEADER_MAX && headerOf(line.toString())) onLedger();
    const isBroken = line.includes(BROKEN_BYTES);
    const record: ImportRecord = isBroken
      ? { line: number, errors: [{ code: 'bad-format', pointer: '', expected: 'readable characters' }] }
      : { line: number, json: line };
    yield record;
  }
}

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let open: Buffer[] = [];
  let isFirst = true;
  const whole = (last: Buffer): Buffer => {
    const line = open.length > 0 ? Buffer.concat([...open, last]) : last;
    open = [];
    const hasBom = isFirst && line.subarray(0, BOM.length).equals(BOM);
    isFirst = false;
    return hasBom ? line.subarray(BOM.length) : line;
  };
  for await (const chunk of chunks) {
    let begin = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, begin)) {
      yield whole(chunk.subarray(begin, end));
      begin = end + 1;
    }
    if (begin < chunk.length) open.push(chunk.subarray(begin));
  }
  if (open.length > 0) yield whole(Buffer.alloc(0));
}

/** Blank as JSON sees it. */
const isBlank = (line: Buffer): boolean => line.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0d);
