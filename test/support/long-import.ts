import { randomUUID } from 'node:crypto';
import { EventStream, toLines, type ResultLine } from './event-stream.js';
import type { ServerProcess } from './server-process.js';
import { impossible, type Works } from './works.js';

/** Lines sent at once. */
const CHUNK_LINES = 100;
/** Of so many lines one is refused, some of them at length. */
const BAD_EVERY = 10;
const UNKNOWN_FIELDS = 30;
const MISTAKES_KEPT = 5;

interface Line {
  readonly text: string;
  /** Id in the answer; none where the line is no JSON. */
  readonly id: string | undefined;
  readonly isBad: boolean;
}

/** A client that writes a whole import before it reads any of the answer, and then checks every line of it. */
export class LongImport {
  /** What was not answered as it should be: the first few. */
  readonly mistakes: string[] = [];
  summary: ResultLine['summary'];
  bad = 0;
  private answered = 0;
  /** What each line is to be answered: its id, behind `!` where it is to be refused. */
  private readonly expected: string[] = [];

  constructor(private readonly lines: Generator<Line>) {}

  async run(server: ServerProcess, count: number): Promise<void> {
    let startReading = (): void => undefined;
    const reading = new Promise<void>(start => (startReading = start));
    const stream = new EventStream(server, reading, line => this.check(line));
    while (this.expected.length < count && stream.isOpen) {
      await stream.write(this.next(Math.min(CHUNK_LINES, count - this.expected.length)));
    }
    startReading();
    if ((await stream.end()) === 'broken') this.mistakes.push('the connection broke');
    if (this.answered !== count + 1) this.mistakes.push(`${this.answered} lines were answered`);
  }

  private next(count: number): string {
    const texts = Array.from({ length: count }, () => {
      const { text, id = '', isBad } = this.lines.next().value as Line;
      this.expected.push(isBad ? `!${id}` : id);
      if (isBad) this.bad += 1;
      return text;
    });
    return texts.join('');
  }

  private check(line: ResultLine): void {
    const expected = this.expected[this.answered];
    this.answered += 1;
    if (expected === undefined) this.summary = line.summary;
    else if (!isAsExpected(line, expected) && this.mistakes.length < MISTAKES_KEPT) {
      this.mistakes.push(`line ${this.answered} (${expected}): ${JSON.stringify(line).slice(0, 500)}`);
    }
  }
}

function isAsExpected({ id = '', status, seq }: ResultLine, expected: string): boolean {
  return status === 'refused' ? expected === `!${id}` : status === 'recorded' && id === expected && seq !== undefined;
}

/** Lines without end: events of a works, and between them lines that are refused in one way or another. */
export function* linesOf(works: Works): Generator<Line> {
  for (let count = 1; ;) {
    for (const event of works.cycle()) {
      if (count++ % BAD_EVERY === 0) yield badLine(count++ / BAD_EVERY);
      yield { text: toLines([event]), id: event.id, isBad: false };
    }
  }
}

function badLine(n: number): Line {
  const id = randomUUID();
  const event = { ...impossible(), id };
  if (n % 3 < 1) return { text: toLines([event]), id, isBad: true };
  if (n % 3 < 2) return { text: 'no JSON\n', id: undefined, isBad: true };
  const unknown = Array.from({ length: UNKNOWN_FIELDS }, (_, field) => [`unknown${field}`, field]);
  return { text: toLines([{ ...event, ...Object.fromEntries(unknown) }]), id, isBad: true };
}
