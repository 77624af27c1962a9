import { migrate as migrateDatabase, readConfig } from '#platform';
import { openDatabase } from '../shared/database.js';
import { defineCommand, nothingElse } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { messagesFor } from '../shared/text.js';

/** `oretrail migrate`: brings the tables up to date, as the service does when it starts. */
export const migrate = defineCommand({
  name: 'migrate',
  texts: lang => messagesFor(lang).migrate,
  options: { data: { type: 'string' } },
  run: async ({ values, positionals, lang, io, deps }) => {
    nothingElse(positionals, lang);
    const text = messagesFor(lang).migrate;
    const config = readConfig({ data: values.data }, deps.environment);
    const opened = await openDatabase(config, { lang, io, deps, create: true });
    try {
      const applied = await migrateDatabase(opened.adminUrl, await deps.migrations());
      for (const id of applied) io.stdout.write(`${text.applied(id)}\n`);
    } finally {
      await opened.close();
    }
    io.stdout.write(`${text.upToDate}\n`);
    return EXIT.done;
  },
});
