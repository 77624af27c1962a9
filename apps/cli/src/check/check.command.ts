import type { Locale } from '#kernel';
import { checkByReplay, checkQuickly, isSound, type CheckReport } from '#lots';
import { createScratchDatabase, Database, readConfig } from '#platform';
import type { Deps, Io } from '../command.js';
import { type OpenDatabase, withDatabase } from '../shared/database.js';
import { defineCommand, nothingElse } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { count } from '../shared/figures.js';
import { beforeEnd } from '../shared/interrupt.js';
import { layoutFor } from '../shared/layout.js';
import { Progress } from '../shared/progress.js';
import { messagesFor } from '../shared/text.js';
import { renderCheck } from './render-check.js';

/** `oretrail check`: computes everything anew from the ledger and compares it with what is stored. */
export const check = defineCommand({
  name: 'check',
  texts: lang => messagesFor(lang).check,
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, data: { type: 'string' } },
  run: async ({ values, positionals, lang, io, deps }) => {
    nothingElse(positionals, lang);
    const { quick = false, json = false, data } = values;
    const config = readConfig({ data }, deps.environment);
    const report = await withDatabase(config, { lang, io, deps }, (database, opened) =>
      quick ? quickly(database, lang, io) : byReplay(database, opened, lang, io, deps),
    );
    const layout = layoutFor(io.stdout, deps.environment);
    io.stdout.write(
      json ? `${JSON.stringify(report, undefined, 2)}\n` : renderCheck(report, { quick, lang, ...layout }),
    );
    return isSound(report) ? EXIT.done : EXIT.different;
  },
});

async function quickly(database: Database, lang: Locale, io: Io): Promise<CheckReport> {
  const { onProgress, end } = progressOf(io, messagesFor(lang).check.computing);
  return checkQuickly(database, { onProgress }).finally(end);
}

async function byReplay(
  database: Database,
  { adminUrl }: OpenDatabase,
  lang: Locale,
  io: Io,
  deps: Deps,
): Promise<CheckReport> {
  const scratch = await createScratchDatabase(adminUrl, await deps.migrations());
  const forget = beforeEnd(deps, () => scratch.drop());
  const copy = new Database({ url: scratch.url, poolSize: 4 });
  const { onProgress, end } = progressOf(io, messagesFor(lang).check.replaying);
  try {
    return await checkByReplay(database, copy, { onProgress });
  } finally {
    end();
    forget();
    await copy.close();
    await scratch.drop();
  }
}

function progressOf({ stderr }: Io, label: (done: string, total: string) => string) {
  const progress = new Progress(stderr);
  return {
    onProgress: (done: number, total: number): void =>
      progress.show(done / Math.max(1, total), label(count(done), count(total))),
    end: (): void => progress.end(),
  };
}
