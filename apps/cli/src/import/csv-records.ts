import { pipeline, Readable } from 'node:stream';
import type { TSchema } from '@sinclair/typebox';
import { CsvError, parse } from 'csv-parse';
import { BROKEN } from './encoding.js';
import { Fields, type Json } from './fields.js';
import type { Columns, ImportRecord, LineError } from './record.js';

/** A table that cannot be read at all. */
export class TableError extends Error {
  constructor(
    readonly kind: 'csv' | 'header' | 'column',
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`);
  }
}

interface Column {
  readonly path: readonly string[];
  readonly pointer: string;
}

/** The rows of a CSV as JSON, each cell at the path that its column is named by. */
export class CsvTable {
  /** Known once the first row has been read. */
  columns: Columns = new Map();
  private readonly fields: Fields;

  constructor(schema: TSchema) {
    this.fields = new Fields(schema);
  }

  /** @throws TableError */
  async *records(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportRecord> {
    let header: Column[] | undefined;
    try {
      for await (const { record, info } of rowsOf(chunks)) {
        if (header) yield { line: info.lines, ...this.contentOf(record, header) };
        else header = this.readHeader(record);
      }
    } catch (error) {
      throw error instanceof CsvError ? new TableError('csv', error.message) : error;
    }
    if (!header) throw new TableError('header', '');
  }

  private readHeader(names: readonly string[]): Column[] {
    const columns = names.map(name => columnOf(name.trim()));
    this.columns = new Map(columns.map(({ pointer }, index) => [pointer, index + 1]));
    const twice = columns.find(({ pointer }, index) => this.columns.get(pointer) !== index + 1);
    if (twice) throw new TableError('column', twice.path.join('.'));
    return columns;
  }

  private contentOf(cells: readonly string[], header: readonly Column[]): Omit<ImportRecord, 'line'> {
    const errors = faultyCells(cells, header);
    if (errors.length > 0) return { errors };
    const type = cells[header.findIndex(({ pointer }) => pointer === '/type')];
    const value: Record<string, Json> = {};
    header.forEach(({ path }, index) => {
      const cell = cells[index];
      if (cell) put(value, path, this.fields.valueOf(cell, path, type));
    });
    return { json: JSON.stringify(value) };
  }
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* rowsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  const iterator = chunks[Symbol.asyncIterator]();
  const { begin, delimiter } = await beginOf(iterator);
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, delimiter });
  pipeline(Readable.from(rest(begin, iterator)), parser, () => undefined);
  yield* parser as AsyncIterable<Row>;
}

/** What stands between cells: commas, semicolons or tabs, whichever the first row has most of. */
async function beginOf(iterator: AsyncIterator<Buffer>): Promise<{ begin: Buffer; delimiter: string }> {
  let begin = Buffer.alloc(0);
  while (!begin.includes(NEWLINE)) {
    const next = await iterator.next();
    if (next.done) break;
    begin = Buffer.concat([begin, next.value]);
  }
  const [row = ''] = begin.toString().split('\n');
  const numberOf = (mark: string): number => row.split(mark).length;
  const [delimiter] = [',', ';', '\t'].sort((a, b) => numberOf(b) - numberOf(a)) as [string];
  return { begin, delimiter };
}

async function* rest(begin: Buffer, iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield begin;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}

const NEWLINE = 0x0a;
const STEP = /^[A-Za-z][A-Za-z0-9_-]*$|^\d{1,4}$/;

function columnOf(name: string): Column {
  const path = name.split('.');
  if (!path.every(step => STEP.test(step)) || /^\d/.test(path[0]!)) throw new TableError('column', name);
  return { path, pointer: `/${path.join('/')}` };
}

function faultyCells(cells: readonly string[], header: readonly Column[]): LineError[] {
  const broken = header.filter((_, index) => cells[index]?.includes(BROKEN));
  const errors = broken.map(({ pointer }) => ({ code: 'bad-format', pointer, expected: 'readable characters' }));
  const extra = cells.slice(header.length).filter(cell => cell !== '');
  if (extra.length === 0) return errors;
  return [...errors, { code: 'unknown-field', pointer: '', value: extra[0], expected: `${header.length} cells` }];
}

/** Puts a value at its path; lists and objects on the way are made where they are missing. */
function put(target: Record<string, Json>, path: readonly string[], value: Json): void {
  let place: Record<string, Json> | Json[] = target;
  path.forEach((step, index) => {
    const next = path[index + 1];
    const holder = place as Record<string, Json>;
    if (next === undefined) holder[step] = value;
    else place = (holder[step] ??= /^\d/.test(next) ? [] : {}) as Record<string, Json> | Json[];
  });
}
