import { resolve } from 'node:path';
import type { Locale } from '#kernel';
import { StartupError } from './notices.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment and the command line say, checked once; frozen. */
export interface Config {
  /** Address to listen on; loopback unless `HOST` says otherwise. */
  readonly host: string;
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  /** Absolute path of the folder that holds everything this installation writes. */
  readonly dataDir: string;
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl?: string;
  /** The administrator's key, where it is set from outside; else it lies in `<dataDir>/admin.key`. */
  readonly adminKey?: string;
  /** Whether an empty ledger gets the demonstration. */
  readonly loadDemo: boolean;
  readonly locale: Locale;
  readonly logLevel: LogLevel;
}

/** Options of the command line; they win over the environment. */
export interface ConfigFlags {
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly empty?: boolean | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const ADMIN_KEY_LENGTH_MIN = 20;

/** Reads and checks the configuration; refuses bad values by a {@link StartupError} that names the variable. */
export function readConfig(flags: ConfigFlags = {}, environment: Environment = process.env): Config {
  const databaseUrl = databaseUrlOf(environment['DATABASE_URL']);
  const adminKey = adminKeyOf(environment['ORETRAIL_ADMIN_KEY']);
  return Object.freeze({
    host: environment['HOST']?.trim() || '127.0.0.1',
    port: portOf(flags, environment),
    dataDir: dataDirOf(flags, environment),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(adminKey ? { adminKey } : {}),
    loadDemo: !flags.empty,
    locale: localeOf(environment),
    logLevel: logLevelOf(environment['ORETRAIL_LOG_LEVEL']),
  });
}

/** The variables that programs of the system need to run at all, and no other. */
export function systemEnvironment(environment: Environment = process.env): Record<string, string> {
  const wanted = ['PATH', 'SystemRoot', 'SystemDrive', 'TEMP', 'TMP', 'TMPDIR'];
  const found = wanted.flatMap(name => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(found), LC_ALL: 'C', TZ: 'UTC' };
}

/** Language of the terminal by the usual variables; English unless they say Chinese. */
export function localeOf(environment: Environment = process.env): Locale {
  const language = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh/i.test(language) ? 'zh' : 'en';
}

function portOf(flags: ConfigFlags, environment: Environment): number {
  const [name, value] = flags.port === undefined ? ['PORT', environment['PORT'] || '3000'] : ['--port', flags.port];
  const port = /^\d{1,5}$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (!(port <= 65_535)) throw new StartupError('config-port', { name, value });
  return port;
}

function dataDirOf(flags: ConfigFlags, environment: Environment): string {
  if (flags.data !== undefined && flags.data.trim() === '') throw new StartupError('config-empty', { name: '--data' });
  return resolve(flags.data ?? (environment['ORETRAIL_DATA'] || 'data'));
}

function databaseUrlOf(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const usable = url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
  if (!usable) throw new StartupError('config-database-url');
  return value;
}

function adminKeyOf(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (!isAdminKey(value)) throw new StartupError('config-admin-key', { length: value.length });
  return value;
}

/** Long enough to be a secret, and of characters that fit into an HTTP header. */
export function isAdminKey(value: string): boolean {
  return value.length >= ADMIN_KEY_LENGTH_MIN && /^[\x21-\x7e]+$/.test(value);
}

function logLevelOf(value: string | undefined): LogLevel {
  if (!value) return 'info';
  const level = LOG_LEVELS.find(known => known === value);
  if (!level) throw new StartupError('config-log-level', { value, allowed: LOG_LEVELS.join(', ') });
  return level;
}
