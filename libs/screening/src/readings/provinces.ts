import { provinceOf } from '#kernel';
import type { Instant, TransferFact } from '../facts/facts.js';
import type { RegistryFacts } from '../facts/registry-facts.js';

/** Province code of a region, six digits. */
export { provinceOf };

/** The province an enterprise lay in at an instant, as registered. */
export function provinceOfEnterprise(registry: RegistryFacts, uscc: string, at: Instant): string | undefined {
  const region = (registry.at('enterprises', uscc, at) ?? registry.latest('enterprises', uscc))?.region;
  return region === undefined ? undefined : provinceOf(region);
}

function provinceOfSite(registry: RegistryFacts, code: string | undefined, at: Instant): string | undefined {
  const region = code === undefined ? undefined : registry.at('sites', code, at)?.region;
  return region === undefined ? undefined : provinceOf(region);
}

/** The provinces of both ends of a transfer: `shipFrom`/`shipTo`, else the events' sites, else where the parties lie. */
export function provincesOf({ dispatch, receipt, from, to, at }: TransferFact, registry: RegistryFacts): { from: string | undefined; to: string | undefined } {
  const { shipFrom, shipTo, site } = dispatch.content;
  return {
    from: (shipFrom && provinceOf(shipFrom)) ?? provinceOfSite(registry, site, at) ?? provinceOfEnterprise(registry, from, at),
    to: (shipTo && provinceOf(shipTo)) ?? provinceOfSite(registry, receipt?.content.site, at) ?? provinceOfEnterprise(registry, to, at),
  };
} // prettier-ignore
