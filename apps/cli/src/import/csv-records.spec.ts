import { describe, expect, it } from '@jest/globals';
import { EventSchema } from '#lots';
import { findCollection } from '#registry';
import { CsvTable, TableError } from './csv-records.js';
import type { ImportRecord } from './record.js';

async function read(text: string, schema = EventSchema as object): Promise<ImportRecord[]> {
  const records: ImportRecord[] = [];
  const table = new CsvTable(schema as ConstructorParameters<typeof CsvTable>[0]);
  for await (const record of table.records(chunksOf(Buffer.from(text)))) records.push(record);
  return records;
}

/** In small pieces, so that rows and characters are cut. */
async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

const values = (records: readonly ImportRecord[]): unknown[] =>
  records.map(({ json }) => (json === undefined ? undefined : JSON.parse(String(json))));

describe('rows of a CSV', () => {
  it('become events by the paths of their columns, each cell of its field’s type', async () => {
    const records = await read(
      '\uFEFFtype,id,licence,note,yields.0.lot,yields.0.massKg,yields.0.assay.La,yields.1.lot,location,extensions.batch\r\n' +
        'mining,7,0012,,甲-1,1250.5,25,,"{""lat"":24.5,""lon"":114}",9\r\n' +
        'export,8,,"two\nlines",,12.5.1,,B,,\r\n',
    );
    expect(values(records)).toEqual([
      {
        type: 'mining', id: '7', licence: '0012', yields: [{ lot: '甲-1', massKg: 1250.5, assay: { La: 25 } }],
        location: { lat: 24.5, lon: 114 }, extensions: { batch: '9' },
      },
      { type: 'export', id: '8', note: 'two\nlines', yields: [{ massKg: '12.5.1' }, { lot: 'B' }] },
    ]); // prettier-ignore
    expect(records.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('become items of the registry, lists of words in one cell too', async () => {
    const { schema } = findCollection('enterprises')!;
    const text = 'uscc;name;kinds;region;capacities.0.tonnesPerYear\nX;"甲; 乙";"mine; smelter";360700;12\n';
    expect(values(await read(text, schema))).toEqual([
      { uscc: 'X', name: '甲; 乙', kinds: ['mine', 'smelter'], region: '360700', capacities: [{ tonnesPerYear: 12 }] },
    ]);
    expect(values(await read('uscc\tkinds.0\nX\tmine\n', schema))).toEqual([{ uscc: 'X', kinds: ['mine'] }]);
  });

  it('are refused one by one where they cannot be read', async () => {
    expect(await read('type,id\nmining,\uFFFD\nmining,1,2\n\nmining,3,\n')).toEqual([
      { line: 2, errors: [{ code: 'bad-format', pointer: '/id', expected: 'readable characters' }] },
      { line: 3, errors: [{ code: 'unknown-field', pointer: '', value: '2', expected: '2 cells' }] },
      { line: 5, json: '{"type":"mining","id":"3"}' },
    ]);
  });

  it.each([
    ['', 'header'],
    ['type,type\nmining,mining\n', 'column'],
    ['type,a b\nmining,x\n', 'column'],
    ['type,0.lot\nmining,x\n', 'column'],
    ['type,__proto__.x\nmining,x\n', 'column'],
    ['type,id\nmining,"x\n', 'csv'],
  ])('cannot be had from %j', async (text, kind) => {
    await expect(read(text)).rejects.toMatchObject({ kind });
    await expect(read(text)).rejects.toBeInstanceOf(TableError);
  });
});
