import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database, runningServerUrl } from '#platform';
import { makeFolder } from './folder.js';

const PROGRAM = 'bin/oretrail.mjs';
const READY_WITHIN_MS = 60_000;

/** The service as a user starts it: a process of its own with a durable embedded PostgreSQL on a fresh folder. */
export class Server {
  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly key: string,
    private readonly child: ChildProcess,
  ) {}

  /** `nodeOptions` as Node.js takes them before the program: profiling. */
  static async start(nodeOptions: readonly string[] = []): Promise<Server> {
    const folder = await makeFolder('bench');
    const args = [...nodeOptions, PROGRAM, 'start', '--empty', '--port', '0', '--data', folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (const until = Date.now() + READY_WITHIN_MS; !/ready at http:\S+\s/.test(said); await pause(50)) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`the server did not start:\n${said}`);
    }
    const key = (await readFile(join(folder, 'admin.key'), 'utf8')).trim();
    return new Server(/ready at (http:\S+)/.exec(said)![1]!, folder, key, child);
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Its database, as superuser; to be closed by the caller. */
  database(): Database {
    return new Database({ url: runningServerUrl(this.folder)!, poolSize: 1 });
  }

  /** Sends a body and answers the lines, or the value, that came back. @throws Error where it is refused */
  async send(method: 'POST' | 'PUT', path: string, body: string, type = 'application/json'): Promise<string[]> {
    const headers = { authorization: `Bearer ${this.key}`, 'content-type': type };
    const answer = await fetch(this.url + path, { method, headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text.split('\n').filter(line => line !== '');
  }

  /** Runs a command of `oretrail` against it, and answers what it printed and the processor seconds it took. */
  async command(...args: readonly string[]): Promise<string> {
    const options = ['--url', this.url, '--key', this.key];
    const child = spawn(process.execPath, [PROGRAM, ...args, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`oretrail ${args.join(' ')} ended with ${code}:\n${said}`);
    return said.trim();
  }

  /** Stops it in order and removes its folder. */
  async stop(): Promise<void> {
    const ended = once(this.child, 'close');
    this.child.kill('SIGINT');
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}
