import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** The command line as it is built, with a service that only answers. */
const PROGRAM = `
  import { createServer } from 'node:http';
  const { main } = await import(${JSON.stringify(join(process.cwd(), 'dist/apps/cli/src/main.js'))});
  const startApi = options => new Promise((started, failed) => {
    const server = createServer((request, response) => {
      response.setHeader('OreTrail-Setup-Mode', 'true');
      response.end(JSON.stringify({ items: [{ event: { declaration: '422020240000012345' } }] }));
    });
    server.once('error', failed);
    server.listen(options.port, options.host, () => {
      options.notice('demonstration: ' + options.loadDemo);
      if (process.env.BREAK) setTimeout(() => { throw new Error('broken pipe dream'); }, 100);
      started({ url: 'http://127.0.0.1:' + server.address().port, close: async () => {
        options.notice('service closed');
        server.closeAllConnections();
        server.close();
      } });
    });
  });
  const exit = code => process.exit(code);
  exit(await main(process.argv.slice(1), process, { environment: process.env, startApi, exit }));`;

class Started {
  output = '';
  readonly ended: Promise<number | null>;

  constructor(readonly child: ChildProcessByStdio<null, Readable, Readable>) {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => void (this.output += chunk.toString()));
    }
    this.ended = new Promise(settle => child.once('exit', code => settle(code)));
  }

  /** Waits for a text on the terminal. */
  async says(pattern: RegExp): Promise<void> {
    const code = await Promise.race([this.ended, this.heard(pattern)]);
    if (code !== 'heard' && !pattern.test(this.output)) throw new Error(`ended with ${code}:\n${this.output}`);
  }

  private heard(pattern: RegExp): Promise<'heard'> {
    return new Promise(settle => {
      const look = (): void => void (pattern.test(this.output) && settle('heard'));
      this.child.stdout.on('data', look);
      this.child.stderr.on('data', look);
      look();
    });
  }
}

/** One for all tests: making a database is what takes time. */
let dataDir: string;
const started: Started[] = [];

function run(args: readonly string[], environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const one = new Started(child);
  started.push(one);
  return one;
}

const start = (environment: Record<string, string> = {}, ...args: string[]): Started =>
  run(['start', '--port', '0', '--data', dataDir, ...args], environment);

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'oretrail-spec-'));
  chmodSync(path, 0o711);
  return path;
}

const serverPid = (): number => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

/** Gone, or a zombie that nobody has asked for. */
const isGone = (pid: number): boolean =>
  !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8') === '';

beforeAll(() => void (dataDir = folder()));

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

afterEach(async () => {
  for (const one of started.splice(0)) {
    one.child.kill('SIGTERM');
    await one.ended;
  }
});

describe('oretrail start', () => {
  it('says where it is, how to get in and what to try, and stops in order', async () => {
    const first = start();
    await first.says(/Ctrl-C stops/);
    expect(first.output).toMatch(/OreTrail is ready at http:\/\/127\.0\.0\.1:\d+ /);
    expect(first.output).toContain(join(dataDir, 'admin.key'));
    expect(first.output).toContain('Setup mode');
    expect(first.output).toMatch(/curl -H .*\/v1\/shipments\/422020240000012345\/verdict/);
    expect(first.output).toContain(`npx oretrail trace 422020240000012345 --data ${dataDir}`);
    expect(first.output).toContain('/docs');
    expect(first.output).toContain('demonstration: true');
    first.child.kill('SIGINT');
    first.child.kill('SIGINT'); // as npm does
    expect(await first.ended).toBe(0);
    expect(first.output).toMatch(/Stopping[^]*service closed[^]*Stopped/);
    for (const left of ['oretrail.pid', 'postgres.lock', 'postgres/postmaster.pid']) {
      expect(existsSync(join(dataDir, left))).toBe(false);
    }
  });

  it('starts again within five seconds, in the language of the terminal', async () => {
    const first = start({}, '--empty');
    await first.says(/demonstration: false[^]*Ctrl-C/);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const startedAt = Date.now();
    const second = start({ LANG: 'zh_CN.UTF-8' });
    await second.says(/OreTrail 已就绪/);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });

  it('recovers after a kill, says so, and leaves no orphan', async () => {
    const first = start();
    await first.says(/Ctrl-C/);
    const orphan = serverPid();
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start();
    await second.says(/Ctrl-C/);
    expect(second.output).toContain(`(pid ${first.child.pid}) did not stop in order; recovered`);
    expect(second.output).toContain(`(pid ${orphan}) that a killed run had left behind`);
    expect(isGone(orphan)).toBe(true);
  });

  it('starts PostgreSQL again and says so', async () => {
    const one = start();
    await one.says(/Ctrl-C/);
    process.kill(serverPid(), 'SIGKILL');
    await one.says(/ended unexpectedly \(signal SIGKILL\)[^]*serves again/);
  });

  it('refuses data that another instance uses', async () => {
    const first = start();
    await first.says(/Ctrl-C/);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`already running on ${dataDir} (pid ${first.child.pid})`);
  });

  it('can be called off while it makes its database', async () => {
    const path = folder();
    try {
      const one = run(['start', '--port', '0', '--data', path]);
      while (!existsSync(join(path, 'postgres.new'))) await delay(10);
      one.child.kill('SIGINT');
      expect(await one.ended).toBe(0);
      for (const left of ['oretrail.pid', 'postgres.lock', 'postgres/postmaster.pid']) {
        expect(existsSync(join(path, left))).toBe(false);
      }
    } finally {
      await delay(100); // what was called off cleans up behind itself
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it('ends with the npm that started it, though only a shell in between hears the signal', async () => {
    const program = `${process.execPath} --input-type=module -e "$PROGRAM" start --port 0 --data ${dataDir}; true`;
    const env = { PATH: process.env['PATH'], PROGRAM, npm_lifecycle_event: 'start' };
    const shell = new Started(spawn('sh', ['-c', program], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
    await shell.says(/Ctrl-C/);
    shell.child.kill('SIGTERM');
    while (!shell.output.includes('Stopped.')) await delay(20);
  });

  it('tells an old Node what is needed', async () => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })`;
    const one = spawn(process.execPath, ['--import', `data:text/javascript,${old}`, 'bin/oretrail.mjs', 'start'], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new Started(one);
    expect(await started.ended).toBe(1);
    expect(started.output).toBe(
      'OreTrail needs Node.js 20.19 or newer; this is 20.18.3. Install a newer one and try again.\n',
    );
  });

  it('names a port that is taken and what to do', async () => {
    const other = createServer();
    const port = await new Promise<number>(found =>
      other.listen(0, '127.0.0.1', () => found((other.address() as { port: number }).port)),
    );
    try {
      const one = run(['start', '--port', String(port), '--data', dataDir]);
      expect(await one.ended).toBe(1);
      expect(one.output).toBe(
        `Port ${port} on 127.0.0.1 is taken by another program. Stop that one, or choose another port with --port.\n`,
      );
    } finally {
      other.close();
    }
  });

  it('tells an unreachable database from everything else, without its password', async () => {
    const one = start({ DATABASE_URL: 'postgres://owner:secret@127.0.0.1:9/oretrail' });
    expect(await one.ended).toBe(1);
    expect(one.output).toMatch(/^PostgreSQL at 127\.0\.0\.1:9 \(DATABASE_URL\) does not answer/);
    expect(one.output).not.toContain('secret');
  });

  it('uses a given database', async () => {
    const one = start({ DATABASE_URL: process.env['ORETRAIL_TEST_POSTGRES']! });
    await one.says(/Ctrl-C/);
    expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false);
  });

  it('stops in order after an error nobody expected, without a stack on the terminal', async () => {
    const one = start({ BREAK: '1' });
    expect(await one.ended).toBe(1);
    expect(one.output).toMatch(/an error nobody expected: broken pipe dream\nMore is in .*oretrail\.log/);
    expect(one.output).not.toMatch(/^ +at /m);
    expect(readFileSync(join(dataDir, 'oretrail.log'), 'utf8')).toContain('broken pipe dream');
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });
});
