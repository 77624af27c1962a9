import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locale } from '#kernel';
import { findAdminKey, findInstance, localeOf, readConfig } from '#platform';
import type { Messages } from '../messages/en.js';
import { messagesFor } from './rendering.js';

/** What the command line asks for, checked. */
export interface TraceCall {
  /** The 18 digits of a declaration, or the code of a lot. */
  readonly subject: string;
  readonly asOf?: string;
  /** Address of the server, without a slash at the end. */
  readonly url: string;
  readonly key: string;
  readonly json: boolean;
  /** Print how to call the command, and nothing else. */
  readonly help: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The command line is wrong, or no key can be found; the message is for the one who typed it. */
export class CallError extends Error {}

const OPTIONS = {
  lang: { type: 'string' },
  'as-of': { type: 'string' },
  url: { type: 'string' },
  key: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The language to speak, readable even where the rest of the line is wrong: `--lang`, else the terminal's. */
export function languageOf(args: readonly string[], environment: Environment): Locale {
  const { lang } = parseArgs({ args: [...args], options: OPTIONS, strict: false }).values;
  return lang === 'zh' || lang === 'en' ? lang : localeOf(environment);
}

/** @throws CallError, or StartupError for an environment or key file that cannot be used */
export function readCall(args: readonly string[], environment: Environment): TraceCall {
  const text = messagesFor(languageOf(args, environment)).trace;
  const { values, positionals } = parse(args, text);
  const { lang, key, data, json = false, help = false, url, 'as-of': asOf } = values;
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new CallError(text.badLanguage(lang));
  const [subject = '', ...more] = positionals;
  if (help) return { subject, url: '', key: '', json, help };
  if (subject === '') throw new CallError(text.noSubject);
  if (more.length > 0) throw new CallError(text.manySubjects(positionals.join(' ')));
  return {
    subject,
    ...(asOf === undefined ? {} : { asOf }),
    url: serverUrl(url ?? ownServer(data, environment), text),
    key: key ?? ownKey(data, environment, text),
    json,
    help,
  };
}

function parse(args: readonly string[], text: Messages['trace']) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new CallError(text.badOption((error as Error).message.split('\n')[0]!.replace(/\.( To specify.*)?$/, '')));
  }
}

function serverUrl(given: string, text: Messages['trace']): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new CallError(text.badUrl(given));
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** The server that runs on the data folder, else the usual address. */
const ownServer = (data: string | undefined, environment: Environment): string =>
  findInstance(readConfig({ data }, environment).dataDir)?.url ?? 'http://127.0.0.1:3000';

/** The key from the environment, else the one the server wrote into its data folder. */
function ownKey(data: string | undefined, environment: Environment, text: Messages['trace']): string {
  const config = readConfig({ data }, environment);
  const found = findAdminKey(config);
  if (!found) throw new CallError(text.noKey(join(config.dataDir, 'admin.key')));
  return found.key;
}
