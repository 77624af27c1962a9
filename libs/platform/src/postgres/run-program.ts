import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { systemEnvironment } from '../config/config.js';
import { programPath } from './binaries.js';
import type { Program } from './binaries.js';
import type { Placement } from './placement.js';

/** How every program of PostgreSQL is started: as the account, away from our folders, with a bare environment. */
export function spawnOptions(placement: Placement): SpawnOptions {
  const { account } = placement;
  return {
    cwd: '/',
    env: systemEnvironment(),
    windowsHide: true,
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  };
}

/** How a program ended, in words: `undefined` is success. */
export interface ProgramResult {
  readonly failure?: string;
  readonly output: string;
}

/** Runs a program of PostgreSQL to its end. */
export function runProgram(
  placement: Placement,
  program: Program,
  args: readonly string[],
  input = '',
): Promise<ProgramResult> {
  return new Promise(settle => {
    const child = spawn(programPath(placement.binaries, program), args, {
      ...spawnOptions(placement),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.stdin?.on('error', () => undefined); // it ended without reading
    child.stdin?.end(input);
    child.once('error', error => settle({ failure: error.message, output }));
    child.once('close', (code, signal) =>
      settle(code === 0 ? { output } : { failure: howEnded(code, signal), output }),
    );
  });
}

export function howEnded(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ? `signal ${signal}` : `exit code ${code}`;
}

/** The last lines that are not empty. */
export function tailOf(text: string, lines = 12): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n') || '(nothing)';
}
