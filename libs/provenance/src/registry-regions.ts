import type { Context } from '#kernel';
import type { Database } from '#platform';
import { type RegistryReader, versionAt } from '#registry';
import type { Regions } from './domain/provinces.js';

/** Reads where enterprises and sites lie, as the registry knew it at a ledger position. */
export interface RegionReader {
  read(context: Context, usccs: readonly string[], sites: readonly string[], position: number): Promise<Regions>;
}

export class RegistryRegions implements RegionReader {
  constructor(
    private readonly database: Database,
    private readonly registry: RegistryReader,
  ) {}

  async read(context: Context, usccs: readonly string[], sites: readonly string[], position: number): Promise<Regions> {
    const [enterprises, places] = await this.database.snapshot(context, tx =>
      Promise.all([this.registry.enterprises(tx, usccs, position), this.registry.sitesByCode(tx, sites, position)]),
    );
    return {
      enterprise: (uscc, at) => versionAt(enterprises.get(uscc), new Date(at))?.facts.region,
      site: (code, at) => versionAt(places.get(code), new Date(at))?.facts.region,
    };
  }
}
