import { backup } from './en/backup.js';
import { check } from './en/check.js';
import { exporting } from './en/export.js';
import { importing } from './en/import.js';
import { migrate } from './en/migrate.js';
import { restore } from './en/restore.js';
import { search } from './en/search.js';
import { shared } from './en/shared.js';
import { simulate } from './en/simulate.js';
import { trace } from './en/trace.js';
import { where } from './en/where.js';

/** What the command line says, in English; the other languages have the same keys. */
export const en = { shared, trace, where, search, migrate, importing, exporting, check, backup, restore, simulate };

/** The keys and shapes every language has. */
export type Messages = typeof en;
