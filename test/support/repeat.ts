import { groupBy } from '#kernel';
import { post, type Sent } from './capture-load.js';
import { EventStream, type ResultLine } from './event-stream.js';
import type { ServerProcess } from './server-process.js';

/**
 * Sends every request once more, each client's in order, and tells what is not as it should be: what was acknowledged is
 * a duplicate at its old position; what was left open is a duplicate or recorded now, a batch as one; what was
 * impossible still is.
 */
export async function repeat(server: ServerProcess, requests: readonly Sent[]): Promise<string[]> {
  const byClient = [...groupBy(requests, request => request.client).values()];
  const found = await Promise.all(
    byClient.map(sent => (sent[0]!.kind === 'line' ? repeatLines(server, sent) : repeatEach(server, sent))),
  );
  return found.flat();
}

async function repeatEach(server: ServerProcess, requests: readonly Sent[]): Promise<string[]> {
  const found: string[] = [];
  for (const sent of requests) {
    const answer = await post(server, sent.events);
    if (sent.kind === 'doomed') {
      if (answer?.status !== 422) found.push(describe(sent, answer?.status));
    } else if (answer?.status !== 200 && answer?.status !== 201) {
      found.push(describe(sent, answer?.body));
    } else {
      found.push(...compare(sent, (JSON.parse(answer.body) as { results: ResultLine[] }).results));
    }
  }
  return found;
}

async function repeatLines(server: ServerProcess, lines: readonly Sent[]): Promise<string[]> {
  const stream = new EventStream(server);
  await stream.send(lines.flatMap(line => line.events));
  if ((await stream.end()) === 'broken') return ['the stream broke'];
  return lines.flatMap((line, index) => compare(line, [stream.answers[index] ?? {}]));
}

function compare(sent: Sent, results: readonly ResultLine[]): string[] {
  const statuses = new Set(results.map(result => result.status));
  const isOne = statuses.size === 1 && (statuses.has('duplicate') || statuses.has('recorded'));
  if (!isOne) return [describe(sent, results)];
  if (!sent.seqs) return [];
  const isSame = statuses.has('duplicate') && results.every((result, index) => result.seq === sent.seqs![index]);
  return isSame ? [] : [describe(sent, results)];
}

const describe = ({ client, kind, events, seqs }: Sent, got: unknown): string =>
  `${kind} of ${client}, ${events[0]!.id} (${seqs ? `at ${seqs[0]}` : 'open'}): ${JSON.stringify(got)?.slice(0, 500)}`;
