import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SYSTEM, type Locale } from '#kernel';
import { appUrl, isOutage, migrate, type Logger } from '#platform';
import { createApp } from './app.js';
import { AppModule } from './app.module.js';
import { demoFolder } from './demo/demo-folder.js';
import { loadDemo, type DemoDeps } from './demo/load-demo.js';
import { shapeEvents } from './events/event-shape.js';
import { MIGRATIONS } from './migrations.js';
import { closeServices, createServices, spoolFolder, startServices, type Services } from './services.js';

/** What the HTTP service is started with. */
export interface ApiOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The database as its administrator sees it; the service migrates it and then works as `oretrail_app`. */
  readonly adminUrl: string;
  readonly adminKey: string;
  /** Absolute folder for what the service spools. */
  readonly dataDir: string;
  /** Whether an empty ledger gets the demonstration, before the start counts as done. */
  readonly loadDemo: boolean;
  /** A line for the one who started the program. */
  readonly notice: (line: string) => void;
  readonly locale: Locale;
  readonly log: Logger;
}

export interface RunningApi {
  readonly url: string;
  /** Stops taking requests, lets running ones end, closes its connections. */
  close(): Promise<void>;
}

/** How long the database may take to answer at the start. */
const DATABASE_PATIENCE_MS = 10_000;
/** How long requests under way may take to end when the service stops. */
const REQUEST_PATIENCE_MS = 1_500;

/** Migrates the database, wires the services, loads the demonstration where it is wanted, and listens. */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const { adminUrl, adminKey, dataDir, log } = options;
  await migrateWhenReachable(adminUrl);
  await rm(spoolFolder(dataDir), { recursive: true, force: true });
  const services = createServices({ databaseUrl: appUrl(adminUrl), adminKey, dataDir, logger: log });
  try {
    if (options.loadDemo) await loadDemonstration(services, options);
    startServices(services);
    return await listen(services, options);
  } catch (error) {
    await closeServices(services).catch(() => undefined);
    throw error;
  }
}

async function migrateWhenReachable(adminUrl: string): Promise<void> {
  for (const until = Date.now() + DATABASE_PATIENCE_MS; ; await pause(300)) {
    try {
      await migrate(adminUrl, MIGRATIONS);
      return;
    } catch (error) {
      if (!isOutage(error) || Date.now() > until) throw error;
    }
  }
}

const NOTICES = {
  en: (items: number, events: number) => `Loaded the demonstration: ${items} registry items and ${events} events.`,
  zh: (items: number, events: number) => `已载入演示数据:登记信息 ${items} 条,事件 ${events} 条。`,
} as const;

async function loadDemonstration({ ledger, registry, lots }: Services, options: ApiOptions): Promise<void> {
  const context = { ...SYSTEM, channel: 'demo' };
  const capture: DemoDeps['capture'] = {
    capture: (by, items, onError) => lots.capture.capture(by, shapeEvents(items.map(item => item.event)), onError),
  };
  const loaded = await loadDemo({ ledger, registry, capture }, demoFolder(), context);
  if (loaded) options.notice(NOTICES[options.locale](loaded.registryItems, loaded.events));
}

async function listen(services: Services, { host, port }: ApiOptions): Promise<RunningApi> {
  const app = await createApp(AppModule.of(services), services);
  await app.listen(port, host);
  const { port: actual } = app.getHttpServer().address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: async () => {
      await closeServer(app, services);
      await closeServices(services);
    },
  };
}

/** Imports end by themselves once their service says so; a client that takes no answer is cut off. */
async function closeServer(app: NestFastifyApplication, { imports }: Services): Promise<void> {
  imports.close();
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), REQUEST_PATIENCE_MS);
  await app.close();
  clearTimeout(cut);
}
