import type { Readable } from 'node:stream';
import type { Locale } from '#kernel';
import type { Migration } from '#platform';
import type { StartApi } from './start/api.js';

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Where a command writes: answers to `stdout`, complaints to `stderr`. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Where files named `-` are read from. */
  readonly stdin?: Readable;
}

export const stdinOf = ({ stdin }: Io): Readable => stdin ?? process.stdin;

/** What a command gets from the outside. */
export interface Deps {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Starts the HTTP service, which the command line does not import. */
  readonly startApi: StartApi;
  /** All tables of the service, which the command line does not import either. */
  readonly migrations: () => Promise<readonly Migration[]>;
  /** Ends the process at once. */
  readonly exit: (code: number) => void;
}

/** One word after `oretrail`; it reads its own arguments. */
export interface Command {
  readonly name: string;
  readonly summary: Readonly<Record<Locale, string>>;
  /** Resolves to the exit code of the process; see `EXIT`. */
  run(args: readonly string[], io: Io, deps: Deps): Promise<number>;
}
