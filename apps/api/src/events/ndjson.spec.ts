import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { LineSplitter, readLines, type Line } from './ndjson.js';

const MOST = 20;

async function linesOf(stream: Readable, onBroken = () => undefined as void): Promise<(string | undefined)[]> {
  const lines: Line[] = [];
  for await (const some of readLines(stream, MOST, onBroken)) lines.push(...some);
  return lines.map(line => line?.toString());
}

describe('LineSplitter', () => {
  it('finds the same lines however the text is cut', () => {
    const line = fc.string({ maxLength: 30, unit: 'grapheme' }).map(text => text.replaceAll(/[\n\r\t ]/g, '_'));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(40)), fc.boolean(), (lines, cuts, closed) => {
        const bytes = Buffer.from(lines.join('\n') + (closed ? '\n' : ''));
        const splitter = new LineSplitter(MOST);
        const found: Line[] = [];
        let start = 0;
        for (const cut of [...cuts, bytes.length]) {
          found.push(...splitter.push(bytes.subarray(start, start + cut)));
          start += cut;
        }
        found.push(...splitter.end());
        const expected = lines.filter(text => text !== '').map(text => (Buffer.byteLength(text) > MOST ? undefined : text));
        expect(found.map(each => each?.toString())).toEqual(expected);
      }),
    );
  }); // prettier-ignore
});

describe('readLines', () => {
  it('skips blank lines and takes a last line without a newline', async () => {
    expect(await linesOf(Readable.from([Buffer.from('a\n\n \t\r\nb\r\n'), Buffer.from('c')]))).toEqual([
      'a',
      'b\r',
      'c',
    ]);
  });

  it('drops the unfinished line of a stream that breaks off', async () => {
    const stream = new Readable({ read: () => undefined });
    stream.push('a\nb\nunfinish');
    setTimeout(() => stream.destroy(new Error('aborted')), 10);
    let broken = 0;
    expect(await linesOf(stream, () => void broken++)).toEqual(['a', 'b']);
    expect(broken).toBe(1);
  });

  it('leaves the stream open when its reader stops early', async () => {
    const stream = new Readable({ read: () => undefined });
    stream.push('a\n');
    for await (const lines of readLines(stream, MOST, () => undefined)) if (lines.length > 0) break;
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });
});
