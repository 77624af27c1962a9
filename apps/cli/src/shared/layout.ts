import type { Deps, Io } from '../command.js';

/** How text is laid out for where it goes. */
export interface Layout {
  /** Off where the output is no terminal or `NO_COLOR` is set. */
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Columns where the output is no terminal but a file or another program. */
const WIDTH_DEFAULT = 120;

export const layoutFor = (stdout: Io['stdout'], environment: Deps['environment']): Layout => ({
  colour: stdout.isTTY === true && !environment['NO_COLOR'],
  width: (stdout.isTTY && stdout.columns) || WIDTH_DEFAULT,
});
