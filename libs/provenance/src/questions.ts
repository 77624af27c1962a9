import type { Ledger } from '#ledger';
import type { Database } from '#platform';
import { LinksService } from './links/links.service.js';
import { PathsService } from './paths/paths.service.js';
import type { ProvenanceStore } from './provenance-store.js';
import { RecallService } from './recall/recall.service.js';
import type { RegionReader } from './registry-regions.js';
import type { FindingSearch } from './search/finding-search.js';
import { SearchService } from './search/search.service.js';
import { Knowledge } from './storage/knowledge.js';

/** The questions beside origins. */
export interface Questions {
  readonly recall: RecallService;
  readonly links: LinksService;
  readonly paths: PathsService;
  readonly search: SearchService;
  readonly knowledge: Knowledge;
}

export const createQuestions = (parts: {
  readonly database: Database;
  readonly ledger: Pick<Ledger, 'resolve'>;
  readonly store: ProvenanceStore;
  readonly regions: RegionReader;
  readonly findings?: FindingSearch;
}): Questions => ({
  recall: new RecallService(parts.database, parts.ledger),
  links: new LinksService(parts, parts.ledger),
  paths: new PathsService(parts.database, parts.ledger),
  search: new SearchService(parts.database, parts.ledger, parts.findings),
  knowledge: new Knowledge(parts.database),
});
