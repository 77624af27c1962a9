// Compiles the TypeScript sources into dist. `node scripts/build.mjs` builds what changed; as a module it also tells
// cheaply whether a build is needed. Plain Node, because it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');
/** Empty; its time is when the last successful build began. */
const STAMP = join(DIST, '.built');
/** Digest of what makes an incremental build unsafe when it changes. */
const SETUP = join(DIST, '.setup');
const SOURCE_FOLDERS = ['apps', 'libs', 'bench'];
const SETUP_FILES = ['tsconfig.json', 'tsconfig.build.json', 'node_modules/typescript/package.json'];
const INPUT_FILES = [...SETUP_FILES, 'package.json', 'package-lock.json'];
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

/** Whether dist holds what the sources say, judged by the times of all files. */
export function isBuilt() {
  return existsSync(STAMP) && newestTime() < statSync(STAMP).mtimeMs;
}

/**
 * Builds, incrementally where compiler and configuration are the same as last time.
 * @returns {string | undefined} what the compiler complained about; undefined when all went well
 */
export function build() {
  if (!existsSync(COMPILER)) return 'The TypeScript compiler is not installed: run "npm ci" first.';
  const startedAt = new Date();
  prepareDist();
  const compiler = spawnSync(process.execPath, [COMPILER, '-p', 'tsconfig.build.json', '--pretty', 'false'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (compiler.status !== 0) return compiler.stdout + compiler.stderr || String(compiler.error);
  removeOrphans(sourceFiles());
  writeFileSync(STAMP, '');
  utimesSync(STAMP, startedAt, startedAt);
  return undefined;
}

function prepareDist() {
  const setup = setupDigest();
  if (existsSync(SETUP) && readFileSync(SETUP, 'utf8') === setup) return;
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  writeFileSync(SETUP, setup);
}

function setupDigest() {
  const hash = createHash('sha256');
  for (const file of SETUP_FILES) if (existsSync(inRoot(file))) hash.update(readFileSync(inRoot(file)));
  return hash.digest('hex');
}

function newestTime() {
  const files = [...SOURCE_FOLDERS.flatMap(folder => entriesOf(join(ROOT, folder))), ...INPUT_FILES.map(inRoot)];
  return Math.max(...files.filter(file => existsSync(file)).map(file => statSync(file).mtimeMs));
}

const inRoot = file => join(ROOT, file);

/** All files and folders; the time of a folder tells of files that vanished. */
function entriesOf(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return [
    folder,
    ...entries.flatMap(entry =>
      entry.isDirectory() ? entriesOf(join(folder, entry.name)) : [join(folder, entry.name)],
    ),
  ];
}

const sourceFiles = () =>
  new Set(
    SOURCE_FOLDERS.flatMap(folder => entriesOf(join(ROOT, folder)))
      .filter(file => file.endsWith('.ts'))
      .map(file => relative(ROOT, file).slice(0, -'.ts'.length)),
  );

/** The compiler leaves the output of deleted sources behind. */
function removeOrphans(sources) {
  const outputs = SOURCE_FOLDERS.flatMap(folder => entriesOf(join(DIST, folder)));
  for (const file of outputs) {
    const source = relative(DIST, file).replace(/\.js(\.map)?$/, '');
    if (/\.js(\.map)?$/.test(file) && !sources.has(source)) rmSync(file);
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const failure = build();
  if (failure) {
    console.error(failure.trimEnd());
    process.exitCode = 1;
  }
}
