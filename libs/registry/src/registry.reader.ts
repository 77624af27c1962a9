import type { Transaction } from '#platform';
import { customsDeclarations, type CustomsDeclaration } from './collections/customs-declarations.collection.js';
import { enterprises, type Enterprise } from './collections/enterprises.collection.js';
import { permits, type Permit } from './collections/permits.collection.js';
import { sites, type Site } from './collections/sites.collection.js';
import type { Collection, ItemIn } from './domain/collection.js';
import {
  believedByLookupStatement, believedByTenantStatement, believedStatement, readBelieved, readByLookup, type Believed,
} from './storage/registry.statements.js'; // prettier-ignore

/** A transaction of the caller's, or anything else that runs statements. */
export type Reading = Pick<Transaction, 'pipeline'>;

/**
 * Look-ups of the registry in batches, at a ledger position (by default what is believed now). Answers hold all
 * versions believed then, for any time; `versionAt` picks the one of an instant.
 */
export class RegistryReader {
  enterprises(tx: Reading, usccs: readonly string[], seq?: number): Promise<Believed<Enterprise>> {
    return this.byKey(tx, enterprises, usccs, seq);
  }

  sitesByCode(tx: Reading, codes: readonly string[], seq?: number): Promise<Believed<Site>> {
    return this.byKey(tx, sites, codes, seq);
  }

  declarationsByNumber(tx: Reading, numbers: readonly string[], seq?: number): Promise<Believed<CustomsDeclaration>> {
    return this.byKey(tx, customsDeclarations, numbers, seq);
  }

  /** Permits of any kind, by number. */
  async permitsByNumber(tx: Reading, numbers: readonly string[], seq?: number): Promise<Believed<Permit>> {
    const [rows = []] = await tx.pipeline([believedByLookupStatement(permits, numbers, seq)]);
    return readByLookup(permits, rows);
  }

  /** Items of any collection, by key. */
  async byKey<C extends Collection<unknown>>(
    tx: Reading,
    collection: C,
    keys: readonly string[],
    seq?: number,
  ): Promise<Believed<ItemIn<C>>> {
    const [rows = []] = await tx.pipeline([believedStatement(collection, keys, seq)]);
    return readBelieved(collection, rows);
  }

  /** All items of enterprises in a collection, by key. */
  async byTenant<C extends Collection<unknown>>(
    tx: Reading,
    collection: C,
    usccs: readonly string[],
    seq?: number,
  ): Promise<Believed<ItemIn<C>>> {
    const [rows = []] = await tx.pipeline([believedByTenantStatement(collection, usccs, seq)]);
    return readBelieved(collection, rows);
  }
}
