import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { ContractEvent } from '#testing';

/** A line of the answer to an NDJSON import. */
export interface ResultLine {
  readonly id?: string;
  readonly status?: 'recorded' | 'duplicate' | 'refused';
  readonly seq?: number;
  readonly problem?: { readonly code: string };
  readonly summary?: { readonly recorded: number; readonly duplicate: number; readonly refused: number };
}

interface Target {
  readonly url: string;
  readonly key: string;
}

/** An NDJSON import under way: lines go in while results come out, or are left lying where nobody reads. */
export class EventStream {
  /** What has been answered so far, unless somebody else takes it. */
  readonly answers: ResultLine[] = [];
  /** Settles once the answer is complete or the connection has broken. */
  readonly ended: Promise<'complete' | 'broken'>;
  isOpen = true;
  private readonly request: ClientRequest;
  private text = '';

  constructor(
    { url, key }: Target,
    /** Nothing of the answer is read before. */
    startReading: Promise<void> = Promise.resolve(),
    /** Takes the lines of the answer, where they are too many to be kept. */
    private readonly onAnswer = (line: ResultLine): void => void this.answers.push(line),
  ) {
    this.request = httpRequest(`${url}/v1/events`, {
      method: 'POST',
      agent: false,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    });
    this.ended = new Promise(settle => {
      const end = (how: 'complete' | 'broken'): void => {
        this.isOpen = false;
        settle(how);
      };
      this.request.once('error', () => end('broken'));
      this.request.once('response', response => void startReading.then(() => this.read(response, end)));
    });
  }

  /** Sends text as it is; resolves once the connection takes more. */
  async write(text: string): Promise<void> {
    if (!this.isOpen || this.request.write(text)) return;
    await Promise.race([once(this.request, 'drain').catch(() => undefined), this.ended]);
  }

  async send(events: readonly ContractEvent[]): Promise<void> {
    await this.write(toLines(events));
  }

  /** Says that nothing more will come, and waits for the rest of the answer. */
  async end(): Promise<'complete' | 'broken'> {
    this.request.end();
    return this.ended;
  }

  /** Goes away without a word. */
  destroy(): void {
    this.request.destroy();
  }

  private read(response: IncomingMessage, end: (how: 'complete' | 'broken') => void): void {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.take(chunk));
    response.once('error', () => end('broken'));
    response.once('close', () => end(response.complete ? 'complete' : 'broken'));
  }

  private take(chunk: string): void {
    const lines = (this.text + chunk).split('\n');
    this.text = lines.pop()!;
    for (const line of lines) this.onAnswer(JSON.parse(line) as ResultLine);
  }
}

export const toLines = (values: readonly unknown[]): string =>
  values.map(value => `${JSON.stringify(value)}\n`).join('');
