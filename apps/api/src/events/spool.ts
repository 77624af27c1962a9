import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const READ_BYTES = 64 * 1024;

/**
 * Answers that wait on disk: written as fast as they come, read as fast as the client takes them, in bounded memory.
 * The file has no name from the moment it is open (where the system allows that), so nothing is left of it whatever
 * happens.
 */
export class Spool {
  /** What was written, from the beginning, until {@link end}. */
  readonly reader: Readable;
  private written = 0;
  private read = 0;
  private ended = false;
  private reading = false;
  private asked = false;
  private starved = false;

  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
  ) {
    this.reader = new Readable({
      highWaterMark: READ_BYTES,
      read: () => void this.pump(),
      destroy: (error, done) => void this.release().then(() => done(error), done),
    });
    this.reader.on('error', () => undefined); // whoever sends it hears of it too
  }

  static async open(folder: string): Promise<Spool> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `${randomUUID()}.spool`);
    const file = await open(path, 'wx+', 0o600);
    await rm(path).catch(() => undefined); // Windows: a file in use cannot go; release() removes it
    return new Spool(file, path);
  }

  /** Adds text behind what is there. Resolves without writing once nobody reads any more. One call at a time. */
  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length && !this.reader.destroyed;) {
      const { bytesWritten } = await this.file.write(bytes, done, bytes.length - done, this.written);
      done += bytesWritten;
      this.written += bytesWritten;
    }
    this.wake();
  }

  /** Nothing more will be written. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  private wake(): void {
    if (!this.starved) return;
    this.starved = false;
    void this.pump();
  }

  private async pump(): Promise<void> {
    this.asked = true;
    if (this.reading) return; // the one at work sees `asked` and goes on
    this.reading = true;
    try {
      while (this.asked && !this.reader.destroyed) {
        this.asked = false;
        await this.pushNext();
      }
    } catch (error) {
      this.reader.destroy(error as Error);
    } finally {
      this.reading = false;
    }
  }

  private async pushNext(): Promise<void> {
    while (this.read < this.written && !this.reader.destroyed) {
      const length = Math.min(READ_BYTES, this.written - this.read);
      const { bytesRead, buffer } = await this.file.read(Buffer.allocUnsafe(length), 0, length, this.read);
      this.read += bytesRead;
      if (!this.reader.push(buffer.subarray(0, bytesRead))) return;
    }
    if (this.ended) this.reader.push(null);
    else this.starved = true;
  }

  private async release(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }
}
