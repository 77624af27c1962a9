import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { TestApi } from './api.js';

export interface RawAnswer {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

const PATIENCE_MS = 10_000;

/**
 * Sends text (Latin-1) as it stands over a connection of its own and reads one answer; `KEY` stands for the header with
 * the key. Throws where none comes.
 */
export function sendRaw({ url, key }: TestApi, text: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(Buffer.from(text.replace('KEY', `authorization: Bearer ${key}`), 'latin1'));
    });
    let received = '';
    const settle = (): void => {
      const answer = readAnswer(received);
      if (answer) resolve(answer);
      else reject(new Error(`no answer, but ${JSON.stringify(received.slice(0, 500))}`));
      socket.destroy();
    };
    socket.setTimeout(PATIENCE_MS, settle).setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (readAnswer(received)) settle();
    });
    socket.on('error', settle).on('close', settle);
  });
}

/** Sends text and goes away without a word, before any answer. */
export async function sendAndGo({ url, key }: TestApi, text: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined); // the other end may be quicker
  socket.write(text.replace('KEY', `authorization: Bearer ${key}`));
  await delay(100);
  socket.destroy();
}

/** The answer, once all of it is there. */
function readAnswer(received: string): RawAnswer | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...fields] = received.slice(0, end).split('\r\n');
  const headers = new Map(fields.map(field => [field.split(':')[0]!.toLowerCase(), field.replace(/^[^:]*: */, '')]));
  const text = received.slice(end + 4);
  const isComplete = Buffer.byteLength(text) >= Number(headers.get('content-length') ?? Infinity);
  return isComplete ? { status: Number(first.split(' ')[1]), headers, text } : undefined;
}
