import { pino } from 'pino';
import type { Logger } from 'pino';
import type { LogLevel } from '../config/config.js';

export type { Logger } from 'pino';

/**
 * A logger of JSON lines: into `file` where one is named, else to the standard error. Lines are written before the
 * call returns, so that none is lost when the process dies.
 */
export function createLogger(level: LogLevel, file?: string): Logger {
  const destination = pino.destination({ dest: file ?? 2, sync: true, ...(file ? { mkdir: true, mode: 0o600 } : {}) });
  return pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
