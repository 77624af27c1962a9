import type { Locale } from '#kernel';
import { Ledger } from '#ledger';
import { DatabaseTarget, type LedgerLine, replay, ReplayRefused } from '#lots';
import { appUrl, Database, findInstance, migrate, readConfig } from '#platform';
import { describeFailure, ServerFailure } from '../client/api-client.js';
import { stdinOf } from '../command.js';
import { openLedgerFile, type LedgerFile } from '../ledger-file/read-ledger-file.js';
import { CLI } from '../shared/context.js';
import { openDatabase } from '../shared/database.js';
import { EXIT } from '../shared/exit-codes.js';
import { Failure } from '../shared/failures.js';
import { count, secondsSince } from '../shared/figures.js';
import { Progress } from '../shared/progress.js';
import { serverOf } from '../shared/server.js';
import { messagesFor } from '../shared/text.js';
import { GoingOn, type LedgerTarget, type Reached } from './going-on.js';
import { HttpTarget } from './http-target.js';
import type { ImportCall } from './import.command.js';
import { Resume } from './resume.js';

/** Records an exported ledger again: on a server, or where none runs straight in the database. */
export async function importLedger(call: ImportCall, file: string): Promise<number> {
  const { values, lang, io, deps } = call;
  const startedAt = Date.now();
  const ledger = await openLedgerFile(file, lang, stdinOf(io));
  const config = readConfig({ data: values.data }, deps.environment);
  const isServed = values.url !== undefined || findInstance(config.dataDir) !== undefined;
  const text = messagesFor(lang).importing;
  const told = (entries: number): void =>
    void io.stdout.write(`${text.ledgerDone(count(entries), secondsSince(startedAt))}\n`);
  if (isServed) {
    const server = serverOf(values, deps.environment, lang);
    const target = new HttpTarget(server, lang);
    told(await recordAgain(call, file, ledger, target, server.url));
    if (target.leftOut > 0) io.stdout.write(`${text.leftOut(count(target.leftOut))}\n`);
    return EXIT.done;
  }
  const opened = await openDatabase(config, { lang, io, deps, create: true });
  try {
    await migrate(opened.adminUrl, await deps.migrations());
    told(await inDatabase(opened.adminUrl, target => recordAgain(call, file, ledger, target, config.dataDir)));
  } finally {
    await opened.close();
  }
  return EXIT.done;
}

/** Works on a migrated database as the application, and waits for all that follows. */
export async function inDatabase(adminUrl: string, work: (target: LedgerTarget) => Promise<number>): Promise<number> {
  const database = new Database({ url: appUrl(adminUrl), poolSize: 4 });
  const target = new DatabaseTarget(database);
  try {
    const entries = await work({
      record: step => target.record(step),
      head: async () => (await new Ledger(database).head(CLI)).seq,
      positionOf: seq => seq,
      goOn: () => undefined,
    });
    await target.finish();
    return entries;
  } finally {
    await target.close();
    await database.close();
  }
}

async function recordAgain(
  call: ImportCall,
  file: string,
  { header, lines }: LedgerFile,
  target: LedgerTarget,
  place: string,
): Promise<number> {
  const { values, lang, io } = call;
  const text = messagesFor(lang).importing;
  const resume = file === '-' ? undefined : await Resume.of<Reached>(file, place, values.again ?? false);
  const progress = new Progress(io.stderr);
  try {
    const goingOn = await GoingOn.from(target, resume?.begun, lang);
    const { seq: begun } = goingOn.begun;
    if (begun > 0) io.stderr.write(`${text.goesOn(count(begun))}\n`);
    const onStep = async (seq: number): Promise<void> => {
      const label = text.ledgerProgress(count(seq), count(progress.rate(seq - begun)));
      progress.show(seq / Math.max(1, header.seq), label);
      await resume?.reached({ seq, head: target.positionOf(seq) }, true);
    };
    const entries = await replay(behind(lines, begun), goingOn, { onStep });
    await resume?.forget();
    return entries;
  } catch (error) {
    throw explain(error, place, lang);
  } finally {
    progress.end();
  }
}

async function* behind(lines: AsyncIterable<LedgerLine>, seq: number): AsyncGenerator<LedgerLine> {
  for await (const line of lines) if (line.seq > seq) yield line;
}

function explain(error: unknown, url: string, lang: Locale): unknown {
  if (error instanceof ServerFailure) return describeFailure(error, url, url, lang);
  if (error instanceof ReplayRefused) return new Failure(messagesFor(lang).shared.ledgerFile.stopped(error.message));
  return error;
}
