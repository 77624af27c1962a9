import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Spool } from './spool.js';

describe('Spool', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oretrail-spool-'));
  });
  afterAll(async () => {
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  async function textOf(spool: Spool, delayMs = 0): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of spool.reader as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      if (delayMs > 0) await pause(delayMs);
    }
    return Buffer.concat(chunks).toString();
  }

  it('gives back what was written, in order, however writing and reading interleave', async () => {
    const step = fc.record({ text: fc.string({ maxLength: 200_000, size: 'max' }), pauseMs: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.nat(2), async (steps, delayMs) => {
        const spool = await Spool.open(folder);
        const read = textOf(spool, delayMs);
        for (const { text, pauseMs } of steps) {
          await spool.write(text);
          if (pauseMs > 0) await pause(pauseMs);
        }
        spool.end();
        expect(await read).toBe(Buffer.from(steps.map(({ text }) => text).join('')).toString());
      }),
      { numRuns: 30 },
    );
  });

  it('holds what nobody reads on disk', async () => {
    const spool = await Spool.open(folder);
    const block = 'x'.repeat(1024 * 1024);
    for (let count = 0; count < 50; count++) await spool.write(block);
    spool.end();
    expect(spool.reader.readableLength).toBeLessThan(200_000);
    expect((await textOf(spool)).length).toBe(50 * block.length);
  });

  it('lets a writer go on when its reader has gone', async () => {
    const spool = await Spool.open(folder);
    await spool.write('a');
    spool.reader.destroy();
    await spool.write('b');
    spool.end();
    for (let tries = 0; tries < 200 && !spool.reader.closed; tries++) await pause(20);
    expect(spool.reader.closed).toBe(true);
  });
});
