import { describe, expect, it } from '@jest/globals';
import { toUtf8, type Encoding } from './encoding.js';

/** "稀土 氧化镨钕" as GBK has it, and "𠀀", which only GB18030 has. */
const GBK = Buffer.from([0xcf, 0xa1, 0xcd, 0xc1, 0x20, 0xd1, 0xf5, 0xbb, 0xaf, 0xef, 0xe8, 0xee, 0xcf]);
const RARE = Buffer.from([0x95, 0x32, 0x82, 0x36]);

async function decoded(chunks: readonly Buffer[], given?: Encoding): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of toUtf8(each(chunks), given)) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** One byte at a time. */
const bytewise = (bytes: Buffer): Buffer[] => [...bytes].map(byte => Buffer.from([byte]));

describe('the encoding of a file', () => {
  it.each([
    ['GBK', [GBK], '稀土 氧化镨钕'],
    ['GB18030', [GBK, RARE], '稀土 氧化镨钕𠀀'],
    ['GBK behind ASCII', [Buffer.from('lot,name\n'), GBK], 'lot,name\n稀土 氧化镨钕'],
    ['a character cut by a chunk', [GBK.subarray(0, 11), GBK.subarray(11)], '稀土 氧化镨钕'],
    ['UTF-8', [Buffer.from('稀土 氧化镨钕𠀀')], '稀土 氧化镨钕𠀀'],
    ['UTF-8 byte by byte', bytewise(Buffer.from('a稀土b𠀀')), 'a稀土b𠀀'],
    ['ASCII', [Buffer.from('a,b\n1,2\n')], 'a,b\n1,2\n'],
    ['nothing', [], ''],
  ] as const)('is told by the bytes: %s', async (_, chunks, text) => {
    expect(await decoded(chunks)).toBe(text);
  });

  it('can be given', async () => {
    const film = Buffer.from([0xc4, 0xa4]); // 膜, and right UTF-8 by chance
    expect(await decoded([film], 'gb18030')).toBe('膜');
    expect(await decoded([film])).toBe('Ĥ');
  });

  it('marks what is no character, and passes broken UTF-8 on', async () => {
    expect(await decoded([GBK, Buffer.from([0xff, 0x20])])).toContain('\uFFFD');
    const parts: Buffer[] = [];
    const broken = Buffer.concat([Buffer.from('稀'), Buffer.from([0xff])]);
    for await (const part of toUtf8(each([Buffer.from('土'), broken]))) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(Buffer.concat([Buffer.from('土'), broken]));
  });
});
