import { answerOf, createApiClient, describeFailure, ServerFailure, type ApiClient } from '../client/api-client.js';
import { EnterpriseNames } from '../client/enterprise-names.js';
import { defineCommand, onlyOne } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { layoutFor } from '../shared/layout.js';
import { SERVER_OPTIONS, serverOf } from '../shared/server.js';
import { messagesFor } from '../shared/text.js';
import type { Destinations } from './destinations.js';
import { renderWhere, usccsOf } from './render-where.js';

/** `oretrail where <lot | source>`: asks a running server where it went. */
export const where = defineCommand({
  name: 'where',
  texts: lang => messagesFor(lang).where,
  options: { ...SERVER_OPTIONS, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ values, positionals, lang, io, deps }) => {
    const subject = onlyOne(positionals, messagesFor(lang).where.subject);
    const server = serverOf(values, deps.environment, lang);
    const client = createApiClient({ ...server, lang });
    try {
      const answer = await destinations(client, subject, values['as-of']);
      const layout = layoutFor(io.stdout, deps.environment);
      const output = values.json
        ? `${JSON.stringify(answer, undefined, 2)}\n`
        : renderWhere(answer, await new EnterpriseNames(client).of(usccsOf(answer)), { lang, ...layout });
      io.stdout.write(output);
      return EXIT.done;
    } catch (error) {
      throw error instanceof ServerFailure ? describeFailure(error, subject, server.url, lang) : error;
    }
  },
});

/** How ids of sources begin; a lot's code may be preceded by a USCC only. */
const SOURCE = /^(?:mining-licence|import|scrap|opening-stock|undispatched|surplus|excess):/;

async function destinations(client: ApiClient, subject: string, asOf: string | undefined): Promise<Destinations> {
  const query = asOf === undefined ? {} : { asOf };
  return answerOf(
    SOURCE.test(subject)
      ? client.GET('/v1/sources/{id}/destinations', { params: { path: { id: subject }, query } })
      : client.GET('/v1/lots/{code}/destinations', { params: { path: { code: subject }, query } }),
  );
}
