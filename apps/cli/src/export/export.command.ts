import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Locale } from '#kernel';
import { readConfig } from '#platform';
import type { Io } from '../command.js';
import { type LineOutput, type Written, writeLedger } from '../ledger-file/write-ledger.js';
import { withDatabase } from '../shared/database.js';
import { defineCommand, nothingElse } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { Failure } from '../shared/failures.js';
import { count } from '../shared/figures.js';
import { Progress } from '../shared/progress.js';
import { messagesFor } from '../shared/text.js';

/** `oretrail export`: the whole ledger and registry as NDJSON, from the database itself. */
export const exporting = defineCommand({
  name: 'export',
  texts: lang => messagesFor(lang).exporting,
  options: { out: { type: 'string' }, force: { type: 'boolean' }, data: { type: 'string' } },
  run: async ({ values, positionals, lang, io, deps }) => {
    nothingElse(positionals, lang);
    const { out, force = false, data } = values;
    if (out !== undefined && existsSync(out) && !force) throw new Failure(messagesFor(lang).shared.exists(out));
    const config = readConfig({ data }, deps.environment);
    const write = (output: LineOutput): Promise<Written> =>
      withDatabase(config, { lang, io, deps }, database => writeLedger(database, output, progressOn(io, lang)));
    if (out === undefined) await write(io.stdout);
    else await exportTo(out, write, lang, io);
    return EXIT.done;
  },
});

async function exportTo(
  out: string,
  write: (output: LineOutput) => Promise<Written>,
  lang: Locale,
  { stderr }: Io,
): Promise<void> {
  const { entries, seq } = await writeFile(out, write, lang);
  stderr.write(`${messagesFor(lang).exporting.done(count(entries), count(seq), out)}\n`);
}

/** Writes beside the file and moves it into its place once it is whole. */
export async function writeFile<T>(out: string, write: (output: LineOutput) => Promise<T>, lang: Locale): Promise<T> {
  const unfinished = `${out}.part`;
  const stream = createWriteStream(unfinished, { mode: 0o600 });
  try {
    const broken = new Promise<never>((_, failed) => stream.once('error', failed));
    const result = await Promise.race([write(stream), broken]);
    stream.end();
    await finished(stream);
    await rename(unfinished, out);
    return result;
  } catch (error) {
    stream.destroy();
    await rm(unfinished, { force: true });
    const { code, path } = error as NodeJS.ErrnoException;
    throw path === unfinished ? new Failure(messagesFor(lang).shared.notWritable(out, code ?? '')) : error;
  }
}

/** Tells on the terminal how many entries were written. */
export function progressOn({ stderr }: Io, lang: Locale): (entries: number, seq: number) => void {
  const progress = new Progress(stderr);
  return (entries, seq) => {
    if (entries === seq) progress.end();
    else progress.show(entries / seq, messagesFor(lang).exporting.progress(count(entries)));
  };
}
