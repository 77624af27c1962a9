import { groupBy } from '#kernel';
import type { Statement } from '#platform';
import {
  believedByLookupStatement, believedByTenantStatement, believedStatement, customsDeclarations, enterprises, permits,
  readBelieved, readByLookup, sanctions, sites,
} from '#registry'; // prettier-ignore
import { type RootEvidence, validAt } from '../domain/source-status.js';
import type { RootPlan, SourceDecision } from '../domain/state.js';

/** What is to be looked up of the registry, and of decisions on sources. */
export interface RegistryNeeds {
  readonly enterprises: Iterable<string>;
  readonly sites: Iterable<string>;
  readonly licences: Iterable<string>;
  readonly declarations: Iterable<string>;
  readonly sources: Iterable<string>;
}

/** Statements whose rows, in the same order, make a {@link RegistryView}. */
export function registryStatements(needs: RegistryNeeds): Statement[] {
  return [
    believedStatement(enterprises, [...needs.enterprises]),
    believedStatement(sites, [...needs.sites]),
    believedByLookupStatement(permits, [...needs.licences]),
    believedStatement(customsDeclarations, [...needs.declarations]),
    believedByTenantStatement(sanctions, [...needs.enterprises]),
    {
      name: 'source-decisions',
      text: `SELECT source_id AS "sourceId", status, valid_from AS "from", valid_to AS "to" FROM source_decision
             WHERE source_id = ANY ($1::text[]) ORDER BY seq`,
      values: [[...needs.sources]],
    },
  ];
}

interface DecisionRow extends Omit<SourceDecision, 'from' | 'to'> {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** The registry as known now, for the enterprises and papers of a batch. */
export class RegistryView {
  readonly registered: ReadonlySet<string>;
  private readonly enterprises;
  private readonly sites;
  private readonly permits;
  private readonly declarations;
  private readonly sanctions;
  private readonly decisions: ReadonlyMap<string, readonly SourceDecision[]>;

  constructor(rows: readonly (readonly unknown[])[]) {
    const [
      enterpriseRows = [],
      siteRows = [],
      permitRows = [],
      declarationRows = [],
      sanctionRows = [],
      decisionRows = [],
    ] = rows;
    this.enterprises = readBelieved(enterprises, enterpriseRows);
    this.sites = readBelieved(sites, siteRows);
    this.permits = readByLookup(permits, permitRows);
    this.declarations = readBelieved(customsDeclarations, declarationRows);
    this.sanctions = groupBy([...readBelieved(sanctions, sanctionRows).values()].flat(), sanction => sanction.tenant);
    this.decisions = groupBy((decisionRows as DecisionRow[]).map(decisionOf), decision => decision.sourceId);
    this.registered = new Set(this.enterprises.keys());
  }

  /** Region of the site, else of the enterprise, at an instant. */
  regionOf(enterprise: string, site: string | undefined, at: Date): string | undefined {
    const bySite = site === undefined ? undefined : validAt(this.sites.get(site) ?? [], at);
    return bySite?.region ?? validAt(this.enterprises.get(enterprise) ?? [], at)?.region;
  }

  evidenceFor(root: RootPlan): Omit<RootEvidence, 'importedG'> {
    return {
      permits: this.permits.get(root.reference) ?? [],
      declarations: this.declarations.get(root.reference) ?? [],
      enterprises: this.enterprises.get(root.enterprise) ?? [],
      sanctions: this.sanctions.get(root.enterprise) ?? [],
      decisions: this.decisions.get(root.sourceId) ?? [],
    };
  }
}

const decisionOf = ({ from, to, ...row }: DecisionRow): SourceDecision => ({
  ...row,
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});
