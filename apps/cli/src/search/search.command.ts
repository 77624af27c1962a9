import { answerOf, createApiClient, describeFailure, ServerFailure } from '../client/api-client.js';
import { defineCommand, onlyOne } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { layoutFor } from '../shared/layout.js';
import { SERVER_OPTIONS, serverOf } from '../shared/server.js';
import { messagesFor } from '../shared/text.js';
import { renderSearch } from './render-search.js';

/** `oretrail search <text>`: asks a running server for everything that has such a number, code or name. */
export const search = defineCommand({
  name: 'search',
  texts: lang => messagesFor(lang).search,
  options: { ...SERVER_OPTIONS, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ values, positionals, lang, io, deps }) => {
    const q = onlyOne(positionals, messagesFor(lang).search.subject);
    const server = serverOf(values, deps.environment, lang);
    const client = createApiClient({ ...server, lang });
    try {
      const asOf = values['as-of'];
      const query = { q, ...(asOf === undefined ? {} : { asOf }) };
      const found = await answerOf(client.GET('/v1/search', { params: { query } }));
      const layout = layoutFor(io.stdout, deps.environment);
      io.stdout.write(values.json ? `${JSON.stringify(found, undefined, 2)}\n` : renderSearch(found, q, { lang, ...layout }));
      return EXIT.done;
    } catch (error) {
      throw error instanceof ServerFailure ? describeFailure(error, q, server.url, lang) : error;
    }
  },
}); // prettier-ignore
