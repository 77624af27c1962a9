import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from './commands.js';
import { main } from './main.js';

async function run(argv: readonly string[], environment: Record<string, string> = {}) {
  const written = { out: '', err: '' };
  const io = {
    stdout: { write: (text: string) => void (written.out += text) },
    stderr: { write: (text: string) => void (written.err += text) },
  };
  const startApi = (): Promise<never> => Promise.reject(new Error('not to be started'));
  const unwritable = { ORETRAIL_DATA: '/dev/null/data', ...environment };
  const migrations = (): Promise<never> => Promise.reject(new Error('not to be migrated'));
  const code = await main(argv, io, { environment: unwritable, startApi, migrations, exit: () => undefined });
  return { code, ...written };
}

describe('the command line', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('lists every command for %j', async argv => {
    const { code, out } = await run(argv);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(out).toMatch(new RegExp(`${name} +${summary.en}`));
  });

  it('speaks the language of the terminal', async () => {
    expect((await run([], { LANG: 'zh_CN.UTF-8' })).out).toContain('启动服务');
  });

  it('refuses an unknown command', async () => {
    expect(await run(['trcae'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('"trcae"') });
  });

  it.each(COMMANDS.map(({ name }) => name))('explains %s in both languages', async name => {
    const english = await run([name, '--help']);
    expect(english).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`Usage: oretrail ${name}`) });
    expect((await run([name, '--help'], { LANG: 'zh_CN.UTF-8' })).out).toMatch(/用法：oretrail/);
  });
});

describe('oretrail start', () => {
  it.each([
    [['--nope'], 2, "Unknown option '--nope'"],
    [['extra'], 2, "Unexpected argument 'extra'"],
    [['--port'], 2, '--port'],
    [['--port', 'x'], 1, '--port must be a whole number'],
    [['--data', ''], 1, '--data must not be empty'],
  ])('refuses %j', async (args, code, message) => {
    expect(await run(['start', ...args])).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
  });

  it('names a variable that is wrong, in the language of the terminal', async () => {
    expect((await run(['start'], { PORT: 'x' })).err).toContain('PORT must be');
    expect((await run(['start'], { PORT: 'x', LANG: 'zh_CN.UTF-8' })).err).toContain('PORT 必须是');
  });
});
