// Services that tests need, started once for a whole run. Plain Node over the built libs/platform.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PLATFORM = join(ROOT, 'dist', 'libs', 'platform', 'src', 'index.js');
const PREFIX = 'oretrail-test-postgres-';
const ABANDONED_AFTER_MS = 600_000;

/**
 * Starts a throw-away PostgreSQL in a temporary folder: fast, and lost with the machine.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` is the superuser's
 */
export async function startTestPostgres() {
  const { EmbeddedPostgres } = await loadPlatform();
  await sweep(EmbeddedPostgres);
  const dataDir = makeFolder();
  const postgres = await EmbeddedPostgres.start({
    dataDir,
    durable: false,
    settings: { max_connections: '300', shared_buffers: '128MB' },
    onNotice: notice => console.error(`test PostgreSQL: ${notice.code} ${JSON.stringify(notice.values)}`),
  });
  const stop = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

async function loadPlatform() {
  if (!existsSync(PLATFORM)) {
    const { build } = await import(pathToFileURL(join(ROOT, 'scripts', 'build.mjs')).href);
    const failure = build();
    if (!existsSync(PLATFORM)) throw new Error(`The sources do not build:\n${failure}`);
  }
  return import(pathToFileURL(PLATFORM).href);
}

/** Open for passing through, so that the account that runs PostgreSQL reaches its data. */
function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o711);
  return folder;
}

/** Ends what killed runs left behind: their servers would otherwise run for ever. */
async function sweep(EmbeddedPostgres) {
  for (const name of readdirSync(tmpdir()).filter(entry => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    if (!isAbandoned(dataDir)) continue;
    try {
      await EmbeddedPostgres.clean(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    } catch {
      // somebody else's folder
    }
  }
}

/** Its process is dead, or has gone without removing the folder. */
function isAbandoned(dataDir) {
  try {
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'postgres.lock'), 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || (error.code === 'ENOENT' && ageOf(dataDir) > ABANDONED_AFTER_MS);
  }
}

function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
