import type { Command } from './command.js';
import { messagesFor } from './trace/rendering.js';
import { trace } from './trace/trace.command.js';
import { startMessages } from './start/messages.js';
import { start } from './start/start.command.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  { name: 'start', summary: { en: startMessages('en').summary, zh: startMessages('zh').summary }, run: start },
  { name: 'trace', summary: { en: messagesFor('en').trace.summary, zh: messagesFor('zh').trace.summary }, run: trace },
];
