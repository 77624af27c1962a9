import type { Locale } from '#kernel';
import { localeOf } from '#platform';
import type { Deps, Io } from './command.js';
import { COMMANDS } from './commands.js';

const TEXTS = {
  en: {
    usage: 'Usage: oretrail <command> [options]',
    commands: 'Commands:',
    more: '"oretrail <command> --help" tells more about one of them.',
    unknown: (name: string) => `There is no command "${name}". "oretrail --help" lists them.`,
  },
  zh: {
    usage: '用法：oretrail <命令> [选项]',
    commands: '命令：',
    more: '“oretrail <命令> --help”显示某一命令的详情。',
    unknown: (name: string) => `没有命令“${name}”。用“oretrail --help”查看全部命令。`,
  },
};

/** The command line: runs the command that the first argument names and resolves to the exit code. */
export async function main(argv: readonly string[], io: Io, deps: Deps): Promise<number> {
  const [name, ...args] = argv;
  const text = TEXTS[localeOf(deps.environment)];
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    io.stdout.write(`${help(localeOf(deps.environment))}\n`);
    return 0;
  }
  const command = COMMANDS.find(known => known.name === name);
  if (command) return command.run(args, io, deps);
  io.stderr.write(`${text.unknown(name)}\n`);
  return 2;
}

function help(locale: Locale): string {
  const text = TEXTS[locale];
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[locale]}`);
  return [text.usage, '', text.commands, ...lines, '', text.more].join('\n');
}
