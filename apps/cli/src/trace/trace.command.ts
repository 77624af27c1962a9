import type { Locale } from '#kernel';
import { noticeText, StartupError } from '#platform';
import type { Io } from '../command.js';
import type { ProvenanceAnswer } from './answer.js';
import { CallError, languageOf, readCall, type Environment, type TraceCall } from './call.js';
import { renderTrace } from './render-trace.js';
import { messagesFor } from './rendering.js';
import { TraceClient, TraceFailure } from './trace-client.js';
import { usccsIn } from './usccs.js';

export interface TraceDeps {
  readonly environment: Environment;
  readonly fetch?: typeof fetch;
}

/** Columns where the output is no terminal but a file or another program. */
const WIDTH_DEFAULT = 120;

/**
 * `oretrail trace <declaration | lot>`: asks a running server where the subject came from and prints the answer, as
 * text or with `--json` as it is. Resolves to the exit code: 0 for an answer whatever its verdict, 1 for none, 2 for a
 * wrong call.
 */
export async function trace(args: readonly string[], io: Io, deps: TraceDeps): Promise<number> {
  const lang = languageOf(args, deps.environment);
  try {
    const call = readCall(args, deps.environment);
    io.stdout.write(call.help ? `${messagesFor(lang).trace.usage}\n` : await report(call, lang, io, deps));
    return 0;
  } catch (error) {
    const message = explain(error, lang);
    if (message === undefined) throw error;
    io.stderr.write(`${message}\n`);
    return error instanceof CallError ? 2 : 1;
  }
}

async function report(call: TraceCall, lang: Locale, { stdout }: Io, deps: TraceDeps): Promise<string> {
  const { subject, asOf, url, key, json } = call;
  const client = new TraceClient({ url, key, lang, fetch: deps.fetch ?? fetch });
  const answer = await provenance(client, subject, asOf, url, lang);
  if (json) return `${JSON.stringify(answer, undefined, 2)}\n`;
  const colour = stdout.isTTY === true && !deps.environment['NO_COLOR'];
  const width = (stdout.isTTY && stdout.columns) || WIDTH_DEFAULT;
  return renderTrace(answer, await client.names(usccsIn(answer)), { lang, colour, width });
}

/** A failure of the server in words, with what to do about it. */
async function provenance(
  client: TraceClient,
  subject: string,
  asOf: string | undefined,
  url: string,
  lang: Locale,
): Promise<ProvenanceAnswer> {
  try {
    return await client.provenance(subject, asOf);
  } catch (error) {
    if (!(error instanceof TraceFailure)) throw error;
    throw new AnswerError(describe(error, subject, url, lang));
  }
}

class AnswerError extends Error {}

function describe({ kind, detail, status }: TraceFailure, subject: string, url: string, lang: Locale): string {
  const text = messagesFor(lang).trace;
  switch (kind) {
    case 'unreachable':
      return text.unreachable(url, detail);
    case 'unauthorized':
      return text.unauthorized(url);
    case 'notFound':
      return text.notFound(subject);
    case 'refused':
      return text.refused(status, detail);
    case 'noAnswer':
      return text.noAnswer(url);
    default:
      return kind satisfies never;
  }
}

function explain(error: unknown, lang: Locale): string | undefined {
  if (error instanceof StartupError) return noticeText(error, lang);
  return error instanceof CallError || error instanceof AnswerError ? error.message : undefined;
}
