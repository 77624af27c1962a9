import type { Command } from './command.js';
import { trace } from './trace/trace.command.js';
import { startMessages } from './start/messages.js';
import { start } from './start/start.command.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  { name: 'start', summary: { en: startMessages('en').summary, zh: startMessages('zh').summary }, run: start },
  trace,
];
