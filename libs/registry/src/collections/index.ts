import type { Collection } from '../domain/collection.js';
import { cases } from './cases.collection.js';
import { customsDeclarations } from './customs-declarations.collection.js';
import { enterprises } from './enterprises.collection.js';
import { feeds } from './feeds.collection.js';
import { inspectionCertificates } from './inspection-certificates.collection.js';
import { inspections } from './inspections.collection.js';
import { invoices } from './invoices.collection.js';
import { leads } from './leads.collection.js';
import { monitoring } from './monitoring.collection.js';
import { monthlyReports } from './monthly-reports.collection.js';
import { permits } from './permits.collection.js';
import { publishedLists } from './published-lists.collection.js';
import { quotas } from './quotas.collection.js';
import { resourceTaxCertificates } from './resource-tax-certificates.collection.js';
import { samples } from './samples.collection.js';
import { sanctions } from './sanctions.collection.js';
import { sites } from './sites.collection.js';
import { taxReturns } from './tax-returns.collection.js';

/** All collections of the registry, in the contract's order. A new one is a file beside these and a line here. */
export const COLLECTIONS: readonly Collection<unknown>[] = [
  enterprises,
  sites,
  permits,
  quotas,
  publishedLists,
  invoices,
  customsDeclarations,
  inspectionCertificates,
  resourceTaxCertificates,
  samples,
  sanctions,
  monthlyReports,
  leads,
  inspections,
  taxReturns,
  monitoring,
  cases,
  feeds,
];

const BY_NAME = new Map(COLLECTIONS.map(collection => [collection.name, collection]));

/** The collection of a name, as in the path. */
export const findCollection = (name: string): Collection<unknown> | undefined => BY_NAME.get(name);
