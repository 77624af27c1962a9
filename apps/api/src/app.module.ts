import { SYSTEM } from '#kernel';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { SourceDecisions } from '#lots';
import { Metrics, Operations } from '#platform';
import { LinksService, PathsService, ProvenanceService, RecallService, SearchService } from '#provenance';
import { RegistryService } from '#registry';
import { AccessController } from './access/access.controller.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { DestinationsController } from './destinations/destinations.controller.js';
import { EventImports } from './events/event-imports.js';
import { EventRequests } from './events/event-requests.js';
import { EventsController } from './events/events.controller.js';
import { HealthController } from './health/health.controller.js';
import { HealthService } from './health/health.service.js';
import { LinksController } from './links/links.controller.js';
import { LOTS_QUERIES } from './lots/lots-queries-port.js';
import { LotsController } from './lots/lots.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { PathsController } from './paths/paths.controller.js';
import { DocumentsController } from './provenance/documents.controller.js';
import { LotsProvenanceController } from './provenance/lots-provenance.controller.js';
import { ShipmentsController } from './provenance/shipments.controller.js';
import { VerdictsController } from './provenance/verdicts.controller.js';
import { REGISTRY_CONTROLLERS } from './registry/registry.controller.js';
import { RegistryImports } from './registry/registry-imports.js';
import { SearchController } from './search/search.controller.js';
import { FindingsService, Referrals, RuleParameters, ScreeningRuns } from '#screening';
import { FindingsController } from './screening/findings.controller.js';
import { ReferralsController } from './screening/referrals.controller.js';
import { ScreeningController } from './screening/screening.controller.js';
import type { Services } from './services.js';
import { SourcesController } from './sources/sources.controller.js';

/** Every controller of the service. */
const CONTROLLERS: Type[] = [
  AccessController,
  CatalogueController,
  DestinationsController,
  DocumentsController,
  EventsController,
  FindingsController,
  HealthController,
  LinksController,
  LotsController,
  LotsProvenanceController,
  OperationsController,
  PathsController,
  ReferralsController,
  ScreeningController,
  SearchController,
  ShipmentsController,
  SourcesController,
  VerdictsController,
  ...REGISTRY_CONTROLLERS,
];

/** What the controllers are given. */
const providersOf = ({
  lots,
  metrics,
  imports,
  database,
  operations,
  provenance,
  questions,
  registry,
  registryImports,
  screening,
}: Services): Provider[] => [
  { provide: EventRequests, useValue: new EventRequests(lots.capture, metrics) },
  { provide: EventImports, useValue: imports },
  { provide: LOTS_QUERIES, useValue: lots.queries },
  { provide: HealthService, useValue: new HealthService(database, SYSTEM) },
  { provide: Metrics, useValue: metrics },
  { provide: Operations, useValue: operations },
  { provide: ProvenanceService, useValue: provenance },
  { provide: RecallService, useValue: questions.recall },
  { provide: LinksService, useValue: questions.links },
  { provide: PathsService, useValue: questions.paths },
  { provide: SearchService, useValue: questions.search },
  { provide: RegistryService, useValue: registry },
  { provide: RegistryImports, useValue: registryImports },
  { provide: FindingsService, useValue: screening.findings },
  { provide: Referrals, useValue: screening.referrals },
  { provide: ScreeningRuns, useValue: screening.runs },
  { provide: RuleParameters, useValue: screening.parameters },
  { provide: SourceDecisions, useValue: lots.decisions },
];

@Module({})
export class AppModule {
  static of(services: Services): DynamicModule {
    return { module: AppModule, controllers: CONTROLLERS, providers: providersOf(services) };
  }
}
