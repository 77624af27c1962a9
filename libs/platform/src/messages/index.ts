export { CATALOGUES, chooseLocale, message } from './messages.js';
export type { MessageKey } from './messages.js';
export { problemOf } from './problem.js';
export type { Problem, ProblemError } from './problem.js';
