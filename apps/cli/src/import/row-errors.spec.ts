import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesFor } from '../shared/text.js';
import { RowErrors, type RefusedLine } from './row-errors.js';

const COLUMNS = new Map([['/id', 1], ['/yields/0/lot', 2]]); // prettier-ignore

const REFUSED: RefusedLine = {
  line: 3,
  id: 'e-1',
  code: 'refused',
  detail: 'Two things are wrong.',
  errors: [
    { code: 'lot-exists', pointer: '/yields/0/lot', value: '=SUM(A1)', expected: 'a new code, "please"' },
    { code: 'missing', pointer: '/yields/0/massKg' },
  ],
};

async function written(isTable: boolean, times = 1): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'oretrail-errors-'));
  const file = join(folder, 'errors');
  try {
    for (let time = 0; time < times; time++) {
      const names = messagesFor('en').importing.errorColumns;
      const errors = new RowErrors({ file, isTable, append: time > 0, columns: () => COLUMNS, names });
      expect(existsSync(file)).toBe(time > 0);
      errors.add(REFUSED);
      await errors.close();
    }
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('refused lines', () => {
  it('are listed as JSON with the columns they name', async () => {
    const [lot, mass] = REFUSED.errors;
    expect(JSON.parse(await written(false))).toEqual({ ...REFUSED, errors: [{ ...lot, column: 2 }, mass] });
  });

  it('are a table for who sent one, in which nothing is a formula', async () => {
    const rows = [
      `3,2,yields.0.lot,e-1,lot-exists,'=SUM(A1),"a new code, ""please"""`,
      '3,,yields.0.massKg,e-1,missing,,Two things are wrong.',
    ];
    const header = '\uFEFFline,column,field,id,code,value,message';
    expect(await written(true)).toBe(`${[header, ...rows].join('\r\n')}\r\n`);
    expect((await written(true, 2)).split('\r\n')).toEqual([header, ...rows, ...rows, '']);
  });
});
