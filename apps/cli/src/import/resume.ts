import { createHash } from 'node:crypto';
import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';

/** How far an import came that was broken off; kept beside the file. */
interface Saved<Place> {
  /** Where to it went: the address of the route. */
  readonly target: string;
  /** Size of the file and digest of its beginning: another file begins anew. */
  readonly file: string;
  readonly place: Place;
}

const BEGIN_BYTES = 64 * 1024;
const SAVED_EVERY_MS = 1_000;

/** Remembers what has been acknowledged of a file, so that the next run goes on behind it. */
export class Resume<Place extends object> {
  private savedAt = 0;

  private constructor(
    private readonly path: string,
    private readonly target: string,
    private readonly file: string,
    /** Where an earlier run came to. */
    readonly begun: Place | undefined,
    /** There was an earlier run, but of another content. */
    readonly isOther: boolean,
  ) {}

  static async of<Place extends object>(file: string, target: string, again: boolean): Promise<Resume<Place>> {
    const path = `${file}.oretrail-resume`;
    const print = await fingerprint(file);
    const saved = again ? undefined : await read<Place>(path);
    const isSame = saved?.file === print && saved.target === target;
    return new Resume(path, target, print, isSame ? saved.place : undefined, saved?.target === target && !isSame);
  }

  /** Keeps a place, now and then; `now` at once. */
  async reached(place: Place, now = false): Promise<void> {
    if (!now && Date.now() - this.savedAt < SAVED_EVERY_MS) return;
    this.savedAt = Date.now();
    const saved: Saved<Place> = { target: this.target, file: this.file, place };
    await writeFile(this.path, `${JSON.stringify(saved)}\n`);
  }

  /** All is done: nothing is left to go on with. */
  async forget(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

async function read<Place>(path: string): Promise<Saved<Place> | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Saved<Place>;
  } catch {
    return undefined;
  }
}

async function fingerprint(file: string): Promise<string> {
  const { size } = await stat(file);
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(BEGIN_BYTES), 0, BEGIN_BYTES, 0);
    return `${size} ${createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex')}`;
  } finally {
    await handle.close();
  }
}
