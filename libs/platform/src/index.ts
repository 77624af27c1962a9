export { Database, isOutage } from './database/database.js';
export type { DatabaseOptions, Statement, Transaction } from './database/database.js';
export { DatabaseSetupError, appUrl, migrate, tenantTable } from './database/migrations.js';
export type { Migration } from './database/migrations.js';
export { createScratchDatabase } from './database/scratch-database.js';
export type { ScratchDatabase } from './database/scratch-database.js';
export {
  DEFAULT_LIMIT, MAX_FAULTS, asOfParameter, compile, cursorParser, encodeCursor, isCleanText, isCode, isLotCode, listSchema,
  pageOf, pageParameters, parseAsOf, parseStrictJson, parser, pointerOf, pointerStep, queryParser, showValue, toOpenApi,
} from './validation/index.js'; // prettier-ignore
export type { AsOfInput, Components, Page, PageRequest, Validator } from './validation/index.js';
export { CATALOGUES, chooseLocale, message, problemOf } from './messages/index.js';
export type { MessageKey, Problem, ProblemError } from './messages/index.js';
export { Metrics } from './metrics/metrics.js';
export { InProcessJobQueue } from './jobs/in-process-job-queue.js';
export type { InProcessJobQueueOptions } from './jobs/in-process-job-queue.js';
export { enqueueStatement } from './jobs/job-queue.js';
export type { JobHandler, JobOptions, JobQueue, Slice } from './jobs/job-queue.js';
export { OPERATION_STATES } from './jobs/operation.js';
export type { Operation, OperationState } from './jobs/operation.js';
export { Operations } from './jobs/operations.js';
export type { OperationFilter } from './jobs/operations.js';
export { operationsMigration } from './jobs/operations.migration.js';
export { Pause, backOffMs, sleep } from './jobs/pause.js';
export { ensureAdminKey, findAdminKey } from './config/admin-key.js';
export type { AdminKey } from './config/admin-key.js';
export { localeOf, readConfig } from './config/config.js';
export type { Config, ConfigFlags, LogLevel } from './config/config.js';
export { prepareDataFolder } from './config/data-folder.js';
export { findInstance, InstanceLock, instanceLockFile, LockHeldError } from './config/instance-lock.js';
export type { LockHolder } from './config/instance-lock.js';
export { noticeText, StartupError } from './config/notices.js';
export type { Notice } from './config/notices.js';
export { createLogger } from './logging/logger.js';
export type { Logger } from './logging/logger.js';
export { EmbeddedPostgres } from './postgres/embedded-postgres.js';
export type { EmbeddedPostgresOptions } from './postgres/embedded-postgres.js';
export { clusterVersion, copyClusterIn, copyClusterOut, describeCluster } from './postgres/cluster-files.js';
export type { ClusterCopy } from './postgres/cluster-files.js';
export { hasCluster, runningServerUrl } from './postgres/running-server.js';
export { portProblem } from './postgres/ports.js';
export { Pulse } from './postgres/pulse.js';
export { probeDatabase } from './postgres/target-database.js';
