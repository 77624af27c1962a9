import { parseArgs, types, type ParseArgsConfig } from 'node:util';
import { type Locale, Unavailable } from '#kernel';
import { DatabaseSetupError, isOutage, localeOf, noticeText, StartupError } from '#platform';
import type { Command, Deps, Io } from '../command.js';
import { messagesFor } from './text.js';
import { EXIT } from './exit-codes.js';
import { CallError, Failure } from './failures.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options of every command. */
const COMMON = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const satisfies Options;

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & typeof COMMON; allowPositionals: true }>
>['values'];

/** A command line that was understood. */
export interface Call<O extends Options> {
  readonly values: Values<O>;
  readonly positionals: readonly string[];
  readonly lang: Locale;
  readonly io: Io;
  readonly deps: Deps;
}

interface Definition<O extends Options> {
  readonly name: string;
  readonly texts: (lang: Locale) => { readonly summary: string; readonly usage: string };
  readonly options: O;
  /** Resolves to the exit code. What it throws of the known kinds becomes a message. */
  readonly run: (call: Call<O>) => Promise<number>;
}

/** A command with what all have in common: language, help, and failures told in words. */
export function defineCommand<const O extends Options>(definition: Definition<O>): Command {
  const { name, texts } = definition;
  return {
    name,
    summary: { en: texts('en').summary, zh: texts('zh').summary },
    run: async (args, io, deps) => {
      const lang = languageOf(args, deps.environment);
      try {
        return await runDefined(definition, args, lang, io, deps);
      } catch (error) {
        const message = explain(error, lang);
        if (message === undefined) throw error;
        io.stderr.write(`${message}\n`);
        return error instanceof CallError ? EXIT.wronglyCalled : EXIT.failed;
      }
    },
  };
}

async function runDefined<O extends Options>(
  { name, texts, options, run }: Definition<O>,
  args: readonly string[],
  lang: Locale,
  io: Io,
  deps: Deps,
): Promise<number> {
  const { values, positionals } = parse(name, args, { ...options, ...COMMON }, lang);
  const { lang: asked, help } = values as { lang?: string; help?: boolean };
  if (asked !== undefined && asked !== 'zh' && asked !== 'en') {
    throw new CallError(messagesFor(lang).shared.badLanguage(asked));
  }
  if (help) {
    io.stdout.write(`${texts(lang).usage}\n`);
    return EXIT.done;
  }
  return run({ values: values as Values<O>, positionals, lang, io, deps });
}

function parse(name: string, args: readonly string[], options: Options, lang: Locale) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [firstLine = ''] = (error as Error).message.split('\n');
    throw new CallError(messagesFor(lang).shared.badOption(name, firstLine.replace(/\.( .*)?$/, '')));
  }
}

/** The language to speak, readable even where the rest of the line is wrong: `--lang`, else the terminal's. */
export function languageOf(args: readonly string[], environment: Deps['environment']): Locale {
  const { lang } = parseArgs({ args: [...args], options: COMMON, strict: false }).values;
  return lang === 'zh' || lang === 'en' ? lang : localeOf(environment);
}

function explain(error: unknown, lang: Locale): string | undefined {
  if (error instanceof StartupError) return noticeText(error, lang);
  if (error instanceof CallError || error instanceof Failure || error instanceof DatabaseSetupError)
    return error.message;
  if (isOfFile(error)) return `${error.path}: ${error.code}`;
  return isOfDatabase(error) ? messagesFor(lang).shared.databaseFailed(error.message) : undefined;
}

/** PostgreSQL complains, or is away. */
const isOfDatabase = (error: unknown): error is Error =>
  error instanceof Unavailable || (types.isNativeError(error) && ('severity' in error || isOutage(error)));

/** The system refuses a file or folder. */
const isOfFile = (error: unknown): error is NodeJS.ErrnoException =>
  types.isNativeError(error) && 'path' in error && 'code' in error;

/** The one thing that a command is given, or a {@link CallError}. */
export function onlyOne(positionals: readonly string[], text: { none: string; many: (all: string) => string }): string {
  const [subject = '', ...more] = positionals;
  if (subject === '') throw new CallError(text.none);
  if (more.length > 0) throw new CallError(text.many(positionals.join(' ')));
  return subject;
}

/** For commands that take options only. @throws CallError */
export function nothingElse([first]: readonly string[], lang: Locale): void {
  if (first !== undefined) throw new CallError(messagesFor(lang).shared.unexpectedArgument(first));
}
