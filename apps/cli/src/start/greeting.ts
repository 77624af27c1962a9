import { isAbsolute, relative } from 'node:path';
import type { Locale } from '#kernel';
import type { AdminKey } from '#platform';
import type { Launched } from './launch.js';
import { startMessages } from './messages.js';
import { lookAround } from './look-around.js';

/** What the one who started the service reads: where it is, how to get in, what to try. */
export async function greeting(
  { url, adminKey }: Launched,
  dataDir: string,
  locale: Locale,
  seconds: string,
): Promise<string[]> {
  const text = startMessages(locale);
  const { setupMode, declaration } = await lookAround(url, adminKey.key);
  return [
    '',
    text.ready(url, seconds),
    adminKey.file ? text.keyInFile(shownPath(adminKey.file)) : text.keyInEnvironment,
    ...(setupMode ? [text.setupMode] : []),
    text.data(shownPath(dataDir)),
    '',
    text.tryThis,
    ...commands(url, adminKey, dataDir, declaration).map(line => `  ${line}`),
    '',
    text.stopHint,
  ];
}

function commands(url: string, adminKey: AdminKey, dataDir: string, declaration = '<declaration>'): string[] {
  const key = adminKey.file ? `$(cat ${quoted(shownPath(adminKey.file))})` : '$ORETRAIL_ADMIN_KEY';
  const question = declaration.startsWith('<') ? 'catalogue/products' : `shipments/${declaration}/verdict`;
  const data = shownPath(dataDir) === 'data' ? '' : ` --data ${quoted(shownPath(dataDir))}`;
  return [
    `curl -H "Authorization: Bearer ${key}" ${url}/v1/${question}`,
    `npx oretrail trace ${declaration}${data}`,
    `${url}/docs`,
  ];
}

/** Relative to where the reader stands, if it lies below. */
function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below;
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path}'`);
