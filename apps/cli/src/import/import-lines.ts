import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { TSchema } from '@sinclair/typebox';
import { EventSchema } from '#lots';
import { findCollection } from '#registry';
import { describeFailure, ServerFailure } from '../client/api-client.js';
import { EXIT } from '../shared/exit-codes.js';
import { Failure } from '../shared/failures.js';
import { count, secondsSince } from '../shared/figures.js';
import { Progress } from '../shared/progress.js';
import { serverOf } from '../shared/server.js';
import { messagesFor } from '../shared/text.js';
import { CsvTable, TableError } from './csv-records.js';
import { type Encoding, toUtf8 } from './encoding.js';
import { stdinOf } from '../command.js';
import type { Format, ImportCall } from './import.command.js';
import { ndjsonRecords } from './ndjson-records.js';
import type { Columns, ImportRecord } from './record.js';
import { Resume } from './resume.js';
import { RowErrors } from './row-errors.js';
import { upload, type LineResult, type Outgoing, type UploadTarget } from './upload.js';

export interface LinesToImport {
  readonly file: string;
  readonly format: Format;
  readonly encoding?: Encoding;
}

/** Up to which line results have come. */
interface Acknowledged {
  readonly line: number;
}

/** Sends a file of events or items line by line; resolves to the exit code. */
export async function importLines(call: ImportCall, lines: LinesToImport): Promise<number> {
  const server = serverOf(call.values, call.deps.environment, call.lang);
  const target = { ...server, ...routeOf(call.values.registry), lang: call.lang };
  const resume = lines.file === '-' ? undefined : await Resume.of<Acknowledged>(lines.file, target.url + target.path, call.values.again ?? false); // prettier-ignore
  return new LinesImport(call, lines, target, resume).run();
}

const routeOf = (registry: string | undefined): Pick<UploadTarget, 'method' | 'path'> =>
  registry === undefined ? { method: 'POST', path: '/v1/events' } : { method: 'PUT', path: `/v1/registry/${registry}` };

class LinesImport {
  private readonly startedAt = Date.now();
  private readonly text;
  private readonly source: Source;
  private readonly errors: RowErrors;
  private readonly progress: Progress;
  private readonly counts = new Map<string, number>();
  private acknowledged: number;
  private lines = 0;

  constructor(
    private readonly call: ImportCall,
    private readonly input: LinesToImport,
    private readonly target: UploadTarget,
    private readonly resume: Resume<Acknowledged> | undefined,
  ) {
    const { file, format } = input;
    this.text = messagesFor(call.lang).importing;
    this.acknowledged = resume?.begun?.line ?? 0;
    this.source = new Source(input, schemaOf(call.values.registry), this.text.isLedger, stdinOf(call.io));
    this.progress = new Progress(call.io.stderr);
    const name = file === '-' ? 'oretrail-import' : file;
    this.errors = new RowErrors({
      file: call.values.errors ?? `${name}.errors.${format}`,
      isTable: format === 'csv',
      append: this.acknowledged > 0,
      columns: () => this.source.columns,
      names: this.text.errorColumns,
    });
  }

  async run(): Promise<number> {
    if (this.acknowledged > 0) this.say(this.text.goesOn(count(this.acknowledged)));
    if (this.resume?.isOther) this.say(this.text.changed);
    try {
      await upload(this.outgoing(), this.target, (line, result) => this.take(line, result));
      await this.resume?.forget();
    } catch (error) {
      throw await this.broken(error);
    } finally {
      this.progress.end();
      await this.errors.close();
    }
    return this.report();
  }

  private async *outgoing(): AsyncGenerator<Outgoing> {
    for await (const { line, json, errors = [] } of this.source.records()) {
      if (line <= this.acknowledged) continue;
      if (json !== undefined) yield { line, json };
      else this.refuse({ line, code: errors[0]?.code ?? 'refused', detail: errors[0]?.expected ?? '', errors });
    }
  }

  private async take(line: number, { id, key, status, problem }: LineResult): Promise<void> {
    this.counts.set(status, (this.counts.get(status) ?? 0) + 1);
    if (problem) {
      const name = id ?? key;
      const { code, detail, errors = [] } = problem;
      this.errors.add({ line, ...(name === undefined ? {} : { id: name }), code, detail, errors });
    }
    this.acknowledged = line;
    this.lines += 1;
    const label = this.text.progress(count(line), count(this.errors.count), count(this.progress.rate(this.lines)));
    this.progress.show(this.source.share, label);
    await this.resume?.reached({ line });
  }

  private refuse(refused: Parameters<RowErrors['add']>[0]): void {
    this.counts.set('refused', (this.counts.get('refused') ?? 0) + 1);
    this.errors.add(refused);
  }

  /** Keeps how far it came, and tells what happened. */
  private async broken(error: unknown): Promise<unknown> {
    const { lang } = this.call;
    if (this.acknowledged > 0) await this.resume?.reached({ line: this.acknowledged }, true);
    const reason = explain(error, this.input.file, this.target, lang);
    if (!(reason instanceof Failure) || this.lines === 0) return reason;
    return new Failure(this.text.broken(count(this.acknowledged), reason.message));
  }

  private report(): number {
    const names = Object.entries(this.text.counts).filter(([status]) => this.counts.has(status));
    const counts = names.map(([status, word]) => `${count(this.counts.get(status)!)} ${word}`);
    const { stdout } = this.call.io;
    stdout.write(`${this.text.done(counts.join(this.text.separator) || '0', secondsSince(this.startedAt))}\n`);
    if (this.errors.count === 0) return EXIT.done;
    stdout.write(`${this.text.seeErrors(this.errors.file)}\n`);
    return EXIT.refused;
  }

  private say(line: string): void {
    this.call.io.stderr.write(`${line}\n`);
  }
}

const schemaOf = (registry: string | undefined): TSchema =>
  registry === undefined ? EventSchema : findCollection(registry)!.schema;

/** The file, read once from beginning to end. */
class Source {
  private read = 0;
  private readonly size: number | undefined;
  private readonly table: CsvTable | undefined;

  constructor(
    private readonly input: LinesToImport,
    schema: TSchema,
    private readonly isLedger: (file: string) => string,
    private readonly stdin: Readable,
  ) {
    this.size = input.file === '-' ? undefined : statSync(input.file).size;
    this.table = input.format === 'csv' ? new CsvTable(schema) : undefined;
  }

  /** How much of it has been read, between 0 and 1, where its size is known. */
  get share(): number | undefined {
    return this.size ? this.read / this.size : undefined;
  }

  get columns(): Columns {
    return this.table?.columns ?? new Map();
  }

  records(): AsyncIterable<ImportRecord> {
    const { file, encoding } = this.input;
    const bytes = toUtf8(this.chunks(), encoding);
    if (this.table) return this.table.records(bytes);
    const onLedger = (): never => {
      throw new Failure(this.isLedger(file));
    };
    return ndjsonRecords(bytes, onLedger);
  }

  private async *chunks(): AsyncGenerator<Buffer> {
    const { file } = this.input;
    const stream = file === '-' ? this.stdin : createReadStream(file);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      this.read += chunk.length;
      yield chunk;
    }
  }
}

function explain(error: unknown, file: string, { url }: UploadTarget, lang: ImportCall['lang']): unknown {
  const { importing, shared } = messagesFor(lang);
  if (error instanceof ServerFailure) return describeFailure(error, file, url, lang);
  if (error instanceof TableError) {
    if (error.kind === 'header') return new Failure(importing.noHeader(file));
    return new Failure(error.kind === 'csv' ? importing.badCsv(file, error.detail) : importing.badHeader(error.detail));
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === 'open' || syscall === 'read' ? new Failure(shared.notReadable(file, code ?? '')) : error;
}
