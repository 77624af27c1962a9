import { join } from 'node:path';
import type { Locale } from '#kernel';
import { findAdminKey, findInstance, readConfig } from '#platform';
import type { Deps } from '../command.js';
import { CallError } from './failures.js';
import { messagesFor } from './text.js';

/** Options of commands that ask a running server. */
export const SERVER_OPTIONS = { url: { type: 'string' }, key: { type: 'string' }, data: { type: 'string' } } as const;

interface ServerValues {
  readonly url?: string | undefined;
  readonly key?: string | undefined;
  readonly data?: string | undefined;
}

/** A server and the key to it. */
export interface ServerAccess {
  /** Without a slash at the end. */
  readonly url: string;
  readonly key: string;
}

/**
 * The server that is meant, by default the one running on the data folder, and the key of its administrator.
 * @throws CallError, or StartupError for an environment or key file that cannot be used
 */
export function serverOf(values: ServerValues, environment: Deps['environment'], lang: Locale): ServerAccess {
  const config = readConfig({ data: values.data }, environment);
  const text = messagesFor(lang).shared;
  const key = values.key ?? findAdminKey(config)?.key;
  const url = serverUrl(values.url ?? findInstance(config.dataDir)?.url ?? 'http://127.0.0.1:3000', text.badUrl);
  if (key === undefined) throw new CallError(text.noKey(join(config.dataDir, 'admin.key')));
  return { url, key };
}

function serverUrl(given: string, complaint: (url: string) => string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new CallError(complaint(given));
  return url.origin + url.pathname.replace(/\/+$/, '');
}
