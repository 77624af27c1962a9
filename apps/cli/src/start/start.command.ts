import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Locale } from '#kernel';
import { createLogger, DatabaseSetupError, localeOf, noticeText, prepareDataFolder, readConfig } from '#platform';
import { StartupError } from '#platform';
import type { Config, ConfigFlags, Logger } from '#platform';
import type { Deps, Io } from '../command.js';
import { Closers } from './closers.js';
import { Ending, endOnSignals } from './ending.js';
import type { EndReason } from './ending.js';
import { greeting } from './greeting.js';
import { CalledOff, launch } from './launch.js';
import type { Launched, Session } from './launch.js';
import { ListenError } from './listen-error.js';
import { startMessages } from './messages.js';
import { endWithNpm } from './npm-parent.js';

const USAGE_ERROR = 2;

/** A start that is called off gets this long to come to a point where it can be undone. */
const CALL_OFF_PATIENCE_MS = 2_500;

/**
 * `oretrail start`: runs the service until it is told to stop. Resolves to the exit code: 0 after an orderly stop, 1
 * for a failure told on the standard error, 2 for a wrong call.
 */
export async function start(args: readonly string[], io: Io, deps: Deps): Promise<number> {
  const locale = localeOf(deps.environment);
  const text = startMessages(locale);
  const { flags, mistake } = parse(args);
  if (mistake) return print(io.stderr, text.badOption(mistake), USAGE_ERROR);
  if (flags.help) return print(io.stdout, text.usage, 0);
  try {
    const config = readConfig(flags, deps.environment);
    prepareDataFolder(config.dataDir);
    return await serve(config, io, deps);
  } catch (error) {
    return print(io.stderr, explain(error, locale) ?? String(error), 1);
  }
}

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string' },
  empty: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Parsed {
  readonly flags: ConfigFlags & { readonly help?: boolean | undefined };
  readonly mistake?: string;
}

function parse(args: readonly string[]): Parsed {
  try {
    return { flags: parseArgs({ args: [...args], options: OPTIONS }).values };
  } catch (error) {
    const [firstLine = ''] = (error as Error).message.split('\n');
    return { flags: {}, mistake: firstLine.replace(/\.( .*)?$/, '') };
  }
}

async function serve(config: Config, io: Io, deps: Deps): Promise<number> {
  const startedAt = Date.now();
  const log = createLogger(config.logLevel, logFile(config));
  const session = openSession(config, log, io, deps);
  const stopListening = [
    endOnSignals(session.ending, () => deps.exit(130)),
    endWithNpm(session.ending, deps.environment),
  ];
  const launching = launch(session);
  const outcome = await firstOf(launching, session.ending);
  if ('url' in outcome) {
    log.info({ url: outcome.url }, 'ready');
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    for (const line of await greeting(outcome, config.dataDir, config.locale, seconds)) session.say(line);
  }
  const reason = 'url' in outcome ? await session.ending.reached : outcome;
  if (reason.error === undefined) session.say(startMessages(config.locale).stopping);
  else complain(session, reason.error, 'url' in outcome, io);
  await close(session, launching);
  if (reason.error === undefined) session.say(startMessages(config.locale).stopped);
  for (const stop of stopListening) stop();
  return reason.exitCode;
}

const logFile = (config: Config): string => join(config.dataDir, 'oretrail.log');

function openSession(config: Config, log: Logger, io: Io, deps: Deps): Session {
  const say = (line: string): void => void io.stdout.write(`${line}\n`);
  return {
    config,
    log,
    say,
    tell: notice => {
      log.info(notice.values, notice.code);
      say(noticeText(notice, config.locale));
    },
    closers: new Closers(error => log.error({ err: error }, 'closing failed')),
    ending: new Ending(),
    startApi: deps.startApi,
  };
}

/** What comes first: the service runs, it cannot, or it is told to stop. */
async function firstOf(launching: Promise<Launched>, ending: Ending): Promise<Launched | EndReason> {
  const settled = launching.catch((error: unknown): EndReason | Promise<EndReason> => {
    return error instanceof CalledOff ? ending.reached : { exitCode: 1, error };
  });
  return Promise.race([settled, ending.reached]);
}

function complain({ config, log }: Session, error: unknown, running: boolean, io: Io): void {
  log.fatal({ err: error }, 'ends');
  const text = startMessages(config.locale);
  const unexpected = running ? text.broken : text.failed;
  const reason = error instanceof Error ? error.message : String(error);
  io.stderr.write(`${explain(error, config.locale) ?? unexpected(reason, logFile(config))}\n`);
}

async function close({ closers, log }: Session, launching: Promise<Launched>): Promise<void> {
  await Promise.race([launching.catch(() => undefined), delay(CALL_OFF_PATIENCE_MS, undefined, { ref: false })]);
  await closers.closeAll();
  log.info('stopped');
}

/** Failures that the reader can do something about, in words; `undefined` for all others. */
function explain(error: unknown, locale: Locale): string | undefined {
  if (error instanceof StartupError) return noticeText(error, locale);
  if (error instanceof ListenError) return error.describe(startMessages(locale));
  return error instanceof DatabaseSetupError ? error.message : undefined;
}

function print(stream: Io['stdout'], text: string, exitCode: number): number {
  stream.write(`${text}\n`);
  return exitCode;
}
