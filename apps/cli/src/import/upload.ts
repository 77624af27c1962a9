import { once } from 'node:events';
import { request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Locale } from '#kernel';
import { causeOf, failureOf, ServerFailure } from '../client/api-client.js';
import type { ServerAccess } from '../shared/server.js';

/** What is sent for one line of the file. */
export interface Outgoing {
  readonly line: number;
  readonly json: string | Buffer;
}

/** What the service says of one line. */
export interface LineResult {
  readonly id?: string;
  readonly key?: string;
  readonly status: string;
  readonly seq?: number;
  readonly problem?: Problem;
}

/** A problem as far as the command line reads it. */
export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly {
    readonly pointer?: string;
    readonly code: string;
    readonly value?: unknown;
    readonly expected?: string;
  }[];
}

export interface UploadTarget extends ServerAccess {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly lang: Locale;
}

/** Sent together. */
const BLOCK_BYTES = 64 * 1024;

/**
 * Sends lines of NDJSON and takes the results as they come, each with the line it answers. Never holds more than the
 * lines that are on the way. Where `outgoing` throws, what came before is sent and answered, and then that is thrown.
 * @throws ServerFailure where the answer ends before the last result
 */
export async function upload(
  outgoing: AsyncIterable<Outgoing>,
  target: UploadTarget,
  onResult: (line: number, result: LineResult) => Promise<void> | void,
): Promise<{ readonly seq: number }> {
  const request = open(target);
  request.on('error', () => undefined); // told by the promises below
  const lines = new OnTheWay();
  let unreadable: unknown;
  const sending = send(request, outgoing, lines).catch((error: unknown) => void (unreadable = error));
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.on('error', () => undefined); // told by whoever reads it
    if (response.statusCode !== 200) throw await refusal(response);
    const checkpoint = await takeResults(response, lines, onResult);
    await sending;
    if (unreadable === undefined) return checkpoint;
  } catch (error) {
    unreadable ??= isConnectionError(error) ? new ServerFailure('unreachable', causeOf(error)) : error;
  } finally {
    request.destroy();
  }
  throw unreadable;
}

function open({ url, key, lang, method, path }: UploadTarget): ClientRequest {
  const send = url.startsWith('https:') ? secureRequest : plainRequest;
  return send(url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'accept-language': lang,
      accept: 'application/x-ndjson, application/problem+json',
      'content-type': 'application/x-ndjson',
    },
  });
}

async function send(request: ClientRequest, outgoing: AsyncIterable<Outgoing>, lines: OnTheWay): Promise<void> {
  let block: (string | Buffer)[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const full = !request.write(joined(block));
    [block, bytes] = [[], 0];
    if (full && !request.destroyed) await drained(request);
  };
  try {
    for await (const { line, json } of outgoing) {
      if (request.destroyed) return;
      lines.add(line);
      block.push(json, '\n');
      bytes += json.length;
      if (bytes >= BLOCK_BYTES) await flush();
    }
  } finally {
    if (bytes > 0 && !request.destroyed) await flush();
    request.end();
  }
}

/** Also where the request fails meanwhile: who waits for the response is told of that. */
function drained(request: ClientRequest): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      request.off('drain', done).off('close', done);
      resolve();
    };
    request.on('drain', done).on('close', done);
  });
}

const joined = (parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part)));

/** Numbers of the lines that have no result yet, in order. */
class OnTheWay {
  private lines: number[] = [];
  private first = 0;

  add(line: number): void {
    this.lines.push(line);
  }

  take(): number {
    const line = this.lines[this.first++];
    if (line === undefined) throw new ServerFailure('noAnswer', '');
    if (this.first > 10_000) [this.lines, this.first] = [this.lines.slice(this.first), 0];
    return line;
  }
}

interface LastLine {
  readonly summary?: object;
  readonly checkpoint?: { readonly seq: number };
  readonly problem?: Problem;
  readonly status?: string;
}

async function takeResults(
  response: IncomingMessage,
  lines: OnTheWay,
  onResult: (line: number, result: LineResult) => Promise<void> | void,
): Promise<{ readonly seq: number }> {
  let checkpoint: { readonly seq: number } | undefined;
  for await (const text of linesOf(response)) {
    const answer = parsed(text);
    if (answer.summary && answer.checkpoint) checkpoint = answer.checkpoint;
    else if (answer.status === undefined) throw failureOf(503, answer.problem, '');
    else await onResult(lines.take(), answer as LineResult);
  }
  if (!checkpoint) throw new ServerFailure('unreachable', 'ECONNRESET');
  return checkpoint;
}

async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  let open = '';
  response.setEncoding('utf8');
  for await (const text of response as AsyncIterable<string>) {
    const lines = (open + text).split('\n');
    open = lines.pop()!;
    yield* lines.filter(line => line !== '');
  }
  if (open !== '') yield open;
}

function parsed(text: string): LastLine {
  try {
    return JSON.parse(text) as LastLine;
  } catch {
    throw new ServerFailure('noAnswer', '');
  }
}

async function refusal(response: IncomingMessage): Promise<ServerFailure> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  let problem: unknown;
  try {
    problem = JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    problem = undefined;
  }
  return failureOf(response.statusCode ?? 0, problem, response.statusMessage ?? '');
}

function isConnectionError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^E[A-Z]+$|^ERR_STREAM/.test(code);
}
