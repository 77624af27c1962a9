import type { Messages } from './en.js';
import { backup } from './zh/backup.js';
import { check } from './zh/check.js';
import { exporting } from './zh/export.js';
import { importing } from './zh/import.js';
import { migrate } from './zh/migrate.js';
import { restore } from './zh/restore.js';
import { search } from './zh/search.js';
import { shared } from './zh/shared.js';
import { simulate } from './zh/simulate.js';
import { trace } from './zh/trace.js';
import { where } from './zh/where.js';

/** What the command line says, in Chinese. */
export const zh: Messages = {
  shared,
  trace,
  where,
  search,
  migrate,
  importing,
  exporting,
  check,
  backup,
  restore,
  simulate,
};
