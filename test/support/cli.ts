import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MIGRATIONS } from '../../apps/api/src/migrations.js';
import { main } from '../../apps/cli/src/main.js';

/** What a command line did. */
export interface CliOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs command lines in this process, away from the environment of the tests, with a folder of their own. */
export class TestCli {
  private constructor(
    /** An empty folder, gone with {@link remove}; PostgreSQL's account can reach it. */
    readonly folder: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async create(environment: Readonly<Record<string, string>> = {}): Promise<TestCli> {
    const folder = await mkdtemp(join(tmpdir(), 'oretrail-cli-'));
    await chmod(folder, 0o711);
    return new TestCli(folder, { ORETRAIL_DATA: join(folder, 'data'), ...environment });
  }

  /** A file in the folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  async run(args: readonly string[], more: Readonly<Record<string, string>> = {}, input = ''): Promise<CliOutcome> {
    const written = { out: '', err: '' };
    const io = {
      stdin: Readable.from([Buffer.from(input)]),
      stdout: { write: (text: string) => void (written.out += text) },
      stderr: { write: (text: string) => void (written.err += text) },
    };
    const code = await main(args, io, {
      environment: { ...this.environment, ...more },
      startApi: () => Promise.reject(new Error('no command of these starts the service')),
      migrations: () => Promise.resolve(MIGRATIONS),
      exit: () => undefined,
    });
    return { code, ...written };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
