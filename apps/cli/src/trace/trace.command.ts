import type { Locale } from '#kernel';
import { createApiClient, describeFailure, ServerFailure, type ApiClient } from '../client/api-client.js';
import { EnterpriseNames } from '../client/enterprise-names.js';
import type { Io } from '../command.js';
import { defineCommand, onlyOne } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { SERVER_OPTIONS, serverOf } from '../shared/server.js';
import { layoutFor } from '../shared/layout.js';
import { messagesFor } from '../shared/text.js';
import type { ProvenanceAnswer } from './answer.js';
import { renderTrace } from './render-trace.js';
import { TraceClient } from './trace-client.js';
import { usccsIn } from './usccs.js';

/**
 * `oretrail trace <declaration | lot>`: asks a running server where the subject came from and prints the answer, as
 * text or with `--json` as it is. Ends well for an answer whatever its verdict.
 */
export const trace = defineCommand({
  name: 'trace',
  texts: lang => messagesFor(lang).trace,
  options: { ...SERVER_OPTIONS, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ values, positionals, lang, io, deps }) => {
    const text = messagesFor(lang).trace;
    const subject = onlyOne(positionals, { none: text.noSubject, many: text.manySubjects });
    const server = serverOf(values, deps.environment, lang);
    const client = createApiClient({ ...server, lang });
    const answer = await provenance(new TraceClient(client), subject, values['as-of'], server.url, lang);
    const output = values.json
      ? `${JSON.stringify(answer, undefined, 2)}\n`
      : await rendered(answer, client, lang, io, deps.environment);
    io.stdout.write(output);
    return EXIT.done;
  },
});

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
    throw error instanceof ServerFailure ? describeFailure(error, subject, url, lang) : error;
  }
}

async function rendered(
  answer: ProvenanceAnswer,
  client: ApiClient,
  lang: Locale,
  { stdout }: Io,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const names = await new EnterpriseNames(client).of(usccsIn(answer));
  return renderTrace(answer, names, { lang, ...layoutFor(stdout, environment) });
}
