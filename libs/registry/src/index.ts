export { RegistryService } from './registry.service.js';
export type { History, HistoryVersion, ListedItem, ListRequest, PutAnswer, RegistryLine } from './registry.service.js';
export { RegistryReader } from './registry.reader.js';
export type { Reading } from './registry.reader.js';
export type { PartyFinder } from './party-finder.js';
export type { RegistryListener } from './registry-listener.js';
export {
  believedByLookupStatement, believedByTenantStatement, believedStatement, readBelieved, readByLookup,
} from './storage/registry.statements.js'; // prettier-ignore
export type { Believed } from './storage/registry.statements.js';
export { registryMigration } from './storage/registry.migration.js';
export { COLLECTIONS, findCollection } from './collections/index.js';
export { customsDeclarations } from './collections/customs-declarations.collection.js';
export type { CustomsDeclaration } from './collections/customs-declarations.collection.js';
export { enterprises } from './collections/enterprises.collection.js';
export type { Enterprise } from './collections/enterprises.collection.js';
export { PERMIT_KINDS, permits } from './collections/permits.collection.js';
export type { Permit } from './collections/permits.collection.js';
export { sanctions } from './collections/sanctions.collection.js';
export { sites } from './collections/sites.collection.js';
export type { Site } from './collections/sites.collection.js';
export { cases } from './collections/cases.collection.js';
export { feeds } from './collections/feeds.collection.js';
export { inspectionCertificates } from './collections/inspection-certificates.collection.js';
export { inspections } from './collections/inspections.collection.js';
export { invoices } from './collections/invoices.collection.js';
export { leads } from './collections/leads.collection.js';
export { monitoring } from './collections/monitoring.collection.js';
export { monthlyReports } from './collections/monthly-reports.collection.js';
export { publishedLists } from './collections/published-lists.collection.js';
export { quotas } from './collections/quotas.collection.js';
export { resourceTaxCertificates } from './collections/resource-tax-certificates.collection.js';
export { samples } from './collections/samples.collection.js';
export { taxReturns } from './collections/tax-returns.collection.js';
export type { Collection, ItemIn, RegistryItem } from './domain/collection.js';
export type { Change, ItemResult } from './domain/decide.js';
export { permitValidOn } from './domain/permit.js';
export { FOREVER_SEQ, versionAt } from './domain/version.js';
export type { Facts, Span, Version } from './domain/version.js';
