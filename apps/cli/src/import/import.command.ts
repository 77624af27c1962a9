import { stat } from 'node:fs/promises';
import { COLLECTIONS, findCollection } from '#registry';
import { defineCommand, onlyOne, type Call } from '../shared/define-command.js';
import { CallError, Failure } from '../shared/failures.js';
import { SERVER_OPTIONS } from '../shared/server.js';
import { messagesFor } from '../shared/text.js';
import type { Encoding } from './encoding.js';
import { importLedger } from './import-ledger.js';
import { importLines } from './import-lines.js';

const OPTIONS = {
  ...SERVER_OPTIONS,
  registry: { type: 'string' },
  ledger: { type: 'boolean' },
  format: { type: 'string' },
  encoding: { type: 'string' },
  errors: { type: 'string' },
  again: { type: 'boolean' },
} as const;

export type ImportCall = Call<typeof OPTIONS>;

/** `oretrail import <file>`: sends events, items of the registry, or a whole ledger. */
export const importing = defineCommand({
  name: 'import',
  texts: lang => messagesFor(lang).importing,
  options: OPTIONS,
  run: async call => {
    const { values, positionals, lang } = call;
    const text = messagesFor(lang).importing;
    const file = onlyOne(positionals, text.subject);
    const { registry, ledger = false } = values;
    if (ledger && registry !== undefined) throw new CallError(text.notBoth);
    if (registry !== undefined && !findCollection(registry)) {
      throw new CallError(text.unknownCollection(registry, COLLECTIONS.map(({ name }) => name).join(', ')));
    }
    const [format, encoding] = [formatOf(call, file), encodingOf(call)];
    if (file !== '-') await requireFile(file, call);
    return ledger ? importLedger(call, file) : importLines(call, { file, format, ...(encoding ? { encoding } : {}) });
  },
});

export type Format = 'ndjson' | 'csv';

function formatOf({ values, lang }: ImportCall, file: string): Format {
  const format = values.format ?? (/\.csv$/i.test(file) ? 'csv' : 'ndjson');
  if (format !== 'ndjson' && format !== 'csv') throw new CallError(messagesFor(lang).importing.badFormat(format));
  return format;
}

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};

function encodingOf({ values: { encoding }, lang }: ImportCall): Encoding | undefined {
  if (encoding === undefined) return undefined;
  const known = ENCODINGS[encoding.toLowerCase()];
  if (!known) throw new CallError(messagesFor(lang).importing.badEncoding(encoding));
  return known;
}

async function requireFile(file: string, { lang }: ImportCall): Promise<void> {
  const { notReadable } = messagesFor(lang).shared;
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(notReadable(file, error.code ?? error.message));
  });
  if (!found.isFile() && !found.isFIFO()) throw new Failure(notReadable(file, 'EISDIR'));
}
