import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Messages } from '../messages/en.js';
import type { Columns, LineError } from './record.js';

/** A line that was refused. */
export interface RefusedLine {
  readonly line: number;
  /** Of the event, or key of the item. */
  readonly id?: string;
  readonly code: string;
  /** In words. */
  readonly detail: string;
  readonly errors: readonly LineError[];
}

export interface RowErrorsOptions {
  readonly file: string;
  /** A table for who sent one, else one JSON a line. */
  readonly isTable: boolean;
  /** Behind what an earlier run has found. */
  readonly append: boolean;
  readonly columns: () => Columns;
  readonly names: Messages['importing']['errorColumns'];
}

/** The list of refused lines; the file is made with the first of them. */
export class RowErrors {
  private stream: WriteStream | undefined;
  count = 0;

  constructor(private readonly options: RowErrorsOptions) {}

  get file(): string {
    return this.options.file;
  }

  add(refused: RefusedLine): void {
    this.count += 1;
    this.stream ??= this.open();
    this.stream.write(this.options.isTable ? this.rowsOf(refused) : `${JSON.stringify(this.withFields(refused))}\n`);
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await finished(this.stream);
  }

  private open(): WriteStream {
    const { file, isTable, append, names } = this.options;
    const goesOn = append && existsSync(file);
    const stream = createWriteStream(file, { flags: goesOn ? 'a' : 'w', mode: 0o600 });
    if (isTable && !goesOn) stream.write(`\uFEFF${tableRow(ORDER.map(name => names[name]))}`);
    return stream;
  }

  private rowsOf({ line, id, code, detail, errors }: RefusedLine): string {
    const all: readonly LineError[] = errors.length > 0 ? errors : [{ code }];
    return all
      .map(error => {
        const expected = error.expected === undefined ? detail : error.expected;
        const cells = [line, this.columnOf(error), fieldOf(error), id, error.code, shown(error.value), expected];
        return tableRow(cells);
      })
      .join('');
  }

  private withFields({ errors, ...refused }: RefusedLine): object {
    return { ...refused, errors: errors.map(error => ({ ...error, ...columnMember(this.columnOf(error)) })) };
  }

  /** The column of a field; of a missing one none. */
  private columnOf({ pointer }: LineError): number | undefined {
    return pointer === undefined ? undefined : this.options.columns().get(pointer);
  }
}

const ORDER = ['line', 'column', 'field', 'id', 'code', 'value', 'message'] as const;

const columnMember = (column: number | undefined): object => (column === undefined ? {} : { column });

const fieldOf = ({ pointer = '' }: LineError): string => pointer.slice(1).replaceAll('/', '.');

const shown = (value: unknown): string | undefined =>
  value === undefined || typeof value === 'string' ? value : JSON.stringify(value);

/** A row of a CSV. What a spreadsheet would take for a formula is marked as text. */
function tableRow(cells: readonly (string | number | undefined)[]): string {
  const texts = cells.map(cell => String(cell ?? '').replace(/^(?=[=+\-@\t])/, "'"));
  return `${texts.map(text => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}
