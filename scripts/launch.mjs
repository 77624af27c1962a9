// What `oretrail` does once Node is known to be new enough: builds where the sources are newer, then runs the command.
import { setFlagsFromString } from 'node:v8';
import { build, isBuilt } from './build.mjs';

const TEXTS = {
  en: {
    building: 'Building OreTrail; this happens after a change only …',
    failed: 'OreTrail does not build. What the compiler says:',
    broken: 'OreTrail failed unexpectedly:',
  },
  zh: {
    building: '正在构建 OreTrail（仅在有改动时进行）……',
    failed: 'OreTrail 构建失败。编译器输出：',
    broken: 'OreTrail 意外失败：',
  },
};

/** Runs one command line and ends the process with its exit code. */
export async function launch(argv, chinese) {
  const text = chinese ? TEXTS.zh : TEXTS.en;
  try {
    exit(ensureBuilt(text) ? await run(argv) : 1);
  } catch (error) {
    console.error(`${text.broken} ${error?.message ?? error}`);
    exit(1);
  }
}

function ensureBuilt(text) {
  if (isBuilt()) return true;
  console.error(text.building);
  const failure = build();
  if (failure) console.error(`${text.failed}\n${failure.trimEnd()}`);
  return failure === undefined;
}

/**
 * Lets the garbage of a long import grow to what is in use rather than to three times as much: the memory such an import
 * takes beyond the usual stays below 100 MB, and it takes no longer.
 */
const MODEST_HEAP = '--heap-growing-percent=100';

async function run(argv) {
  if (argv[0] === 'start') setFlagsFromString(MODEST_HEAP);
  const service = argv[0] === 'start' ? import('../dist/apps/api/src/main.js') : undefined;
  service?.catch(() => undefined); // told of when it is asked for
  const { main } = await import('../dist/apps/cli/src/main.js');
  return main(argv, process, {
    environment: process.env,
    startApi: async options => (await service).startApi(options),
    migrations: async () => (await import('../dist/apps/api/src/migrations.js')).MIGRATIONS,
    exit: code => process.exit(code),
  });
}

/** Once what was written has left, however slow the reader is. */
function exit(code) {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
