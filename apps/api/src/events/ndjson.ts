import type { Readable } from 'node:stream';

/** A line of NDJSON without its newline; `undefined` for one that was longer than allowed and was dropped. */
export type Line = Buffer | undefined;

const NEWLINE = 0x0a;

/**
 * Splits a stream into the lines that each chunk completes. Blank lines are left out. A last line without a newline
 * counts where the stream ends properly; where it breaks off, the unfinished line is dropped and the iteration ends
 * with `onBroken` called. Never holds more than `maxBytes` of one line. The stream is left open, so that its socket
 * can still carry an answer.
 */
export async function* readLines(stream: Readable, maxBytes: number, onBroken: () => void): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(maxBytes);
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const lines = splitter.push(chunk);
      if (lines.length > 0) yield lines;
    }
  } catch (error) {
    if (!stream.errored) throw error; // thrown into the generator, not by the stream
    onBroken();
    return;
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

export class LineSplitter {
  private parts: Buffer[] = [];
  private size = 0;

  constructor(private readonly maxBytes: number) {}

  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.take(chunk.subarray(start, end));
      lines.push(...this.end());
      start = end + 1;
    }
    this.take(chunk.subarray(start));
    return lines;
  }

  /** The line held so far, if there is one that is not blank; begins a new one. */
  end(): Line[] {
    const { parts, size } = this;
    this.parts = [];
    this.size = 0;
    if (size > this.maxBytes) return [undefined];
    const line = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    return isBlank(line) ? [] : [line];
  }

  private take(part: Buffer): void {
    if (part.length === 0) return;
    this.size += part.length;
    if (this.size > this.maxBytes) this.parts = [];
    else this.parts.push(part);
  }
}

/** Blank as JSON sees it: blanks, tabs and carriage returns only. */
const isBlank = (line: Buffer): boolean => line.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0d);
