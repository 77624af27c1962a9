import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '#platform';
import { freshDatabase } from '#testing';
import { startApi } from '../../apps/api/src/main.js';
import { MIGRATIONS } from '../../apps/api/src/migrations.js';

/** An answer of the service, its body read. */
export interface ApiAnswer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is JSON. */
  readonly body: Body;
}

export interface ApiOptions {
  readonly loadDemo?: boolean;
}

/** A service of its own on a database of its own, called with the administrator's key. */
export class TestApi {
  private constructor(
    readonly url: string,
    readonly key: string,
    /** The database as superuser. */
    readonly adminUrl: string,
    /** Stops the service and drops the database. */
    readonly close: () => Promise<void>,
  ) {}

  static async start({ loadDemo = false }: ApiOptions = {}): Promise<TestApi> {
    const database = await freshDatabase(MIGRATIONS);
    const dataDir = await mkdtemp(join(tmpdir(), 'oretrail-test-'));
    const key = 'administrator-key-for-tests';
    const api = await startApi({
      host: '127.0.0.1',
      port: 0,
      adminUrl: database.adminUrl,
      adminKey: key,
      dataDir,
      loadDemo,
      notice: () => undefined,
      locale: 'en',
      log: createLogger('error'),
    });
    return new TestApi(api.url, key, database.adminUrl, async () => {
      await api.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  async get<Body>(path: string, headers: Record<string, string> = {}): Promise<ApiAnswer<Body>> {
    return this.send('GET', path, undefined, headers);
  }

  /** `body` is sent as JSON, or as it stands where it is text. */
  async post<Body>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer<Body>> {
    return this.send('POST', path, body, headers);
  }

  async put<Body>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer<Body>> {
    return this.send('PUT', path, body, headers);
  }

  /** Sends values as NDJSON; the body of the answer are its lines. */
  async postLines(path: string, values: readonly unknown[]): Promise<ApiAnswer<unknown[]>> {
    const text = values.map(value => `${JSON.stringify(value)}\n`).join('');
    const answer = await this.post(path, text, { 'content-type': 'application/x-ndjson' });
    const lines = answer.text.split('\n').filter(line => line !== '');
    return { ...answer, body: lines.map(line => JSON.parse(line) as unknown) };
  }

  /** Any request; `body` is sent as JSON, or as it stands where it is text or bytes. */
  async send<Body>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<ApiAnswer<Body>> {
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: isReady(body) ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.split(';')[0]?.endsWith('json') && !text.includes('}\n{');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : text) as Body,
    };
  }
}

const isReady = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array;
