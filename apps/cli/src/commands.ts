import { backup } from './backup/backup.command.js';
import { check } from './check/check.command.js';
import type { Command } from './command.js';
import { exporting } from './export/export.command.js';
import { importing } from './import/import.command.js';
import { migrate } from './migrate/migrate.command.js';
import { restore } from './restore/restore.command.js';
import { search } from './search/search.command.js';
import { simulate } from './simulate/simulate.command.js';
import { startMessages } from './start/messages.js';
import { start } from './start/start.command.js';
import { trace } from './trace/trace.command.js';
import { where } from './where/where.command.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  { name: 'start', summary: { en: startMessages('en').summary, zh: startMessages('zh').summary }, run: start },
  migrate,
  importing,
  trace,
  where,
  search,
  check,
  exporting,
  backup,
  restore,
  simulate,
];
