import { setTimeout as delay } from 'node:timers/promises';
import {
  PostgresProvenanceStore,
  provenanceMigration,
  ProvenanceService,
  recallMigration,
  RegistryRegions,
} from '#provenance';
import { RegistryReader } from '#registry';
import {
  day, declarationNumber, dispatch, enterprise, exporting, licence, licenceNumber, lot, mining, receipt, TESTER, TestLots, uscc,
} from '#testing'; // prettier-ignore
import {
  createScreening,
  type Finding,
  findingsMigration,
  RULES,
  type RunRequest,
  type Screening,
  type ScreeningRun,
} from './index.js';
import { type AnyRule, defineRule } from './rule.js';
import { screeningFactsMigration } from './storage/facts.migration.js';

export const [MINE, EXPORTER] = [uscc(1), uscc(2)];
export const SHIPMENT = declarationNumber(1, 'export');
export const dug = mining({
  enterprise: MINE,
  licence: licenceNumber(1),
  occurredAt: day(1),
  yields: [lot({ lot: 'A' })],
});
export const sent = dispatch({
  enterprise: MINE,
  to: EXPORTER,
  occurredAt: day(2),
  draws: [{ lot: 'A', massKg: 10_000 }],
});
export const came = receipt(sent, { occurredAt: day(3) });
export const left = exporting({
  enterprise: EXPORTER,
  declaration: SHIPMENT,
  occurredAt: day(9),
  items: [{ lot: 'A', massKg: 10_000 }],
});
const enterprises = [enterprise(MINE, ['mine']), enterprise(EXPORTER, ['exporter'])];
export const held = licence(licenceNumber(1), MINE);

export const only = (...codes: string[]): AnyRule[] => RULES.filter(({ code }) => codes.includes(code));

/** Speaks of every dispatch of more than nine tonnes. */
export const heavy = defineRule({
  ...{ code: 'TST-01', kind: 'V', title: { zh: '重', en: 'heavy' }, reading: { zh: '', en: '' } },
  ...{ severity: 'S3', authorities: ['industry'], basis: [], parameters: {} },
  *onEvent(event) {
    const massG = event.draws.reduce((sum, each) => sum + each.massG, 0);
    if (event.content.type !== 'dispatch' || massG <= 9_000_000) return;
    yield { enterprise: event.enterprise, subject: event.id, event: event.id, at: event.at, evidence: { events: [event.id] } };
  },
}); // prettier-ignore

/** A mine and an exporter on an installation that is screened by some rules. */
export class ScreenedChain {
  screening!: Screening;
  provenance!: ProvenanceService;

  private constructor(readonly service: TestLots) {}

  static async open(): Promise<ScreenedChain> {
    const service = await TestLots.start([
      provenanceMigration,
      recallMigration,
      findingsMigration,
      screeningFactsMigration,
    ]);
    await service.state({ enterprises, permits: [held] });
    return new ScreenedChain(service);
  }

  async close(): Promise<void> {
    await this.screening.follower.stop();
    this.screening.leisure.end();
    await this.service.stop();
  }

  begin(rules: readonly AnyRule[]): void {
    const { database, ledger, lots, jobs } = this.service;
    this.screening = createScreening({ database, ledger, lots, jobs, rules });
    const regions = new RegistryRegions(database, new RegistryReader());
    this.provenance = new ProvenanceService(
      new PostgresProvenanceStore(database),
      ledger,
      regions,
      this.screening.onChains,
    );
    jobs.start();
    this.screening.follower.start();
  }

  async settled(): Promise<void> {
    for (const until = Date.now() + 10_000; (await this.screening.revision()) === undefined; await delay(10)) {
      if (Date.now() > until)
        throw new Error(`screening does not catch up: ${this.screening.follower.status().error ?? ''}`);
    }
  }

  async eventually(holds: () => Promise<boolean>): Promise<void> {
    for (const until = Date.now() + 40_000; !(await holds()); await delay(20)) {
      if (Date.now() > until) throw new Error('it does not come about');
    }
  }

  /** All, or those of one rule, once what was recorded is screened. */
  async findings(rule?: string): Promise<readonly Finding[]> {
    await this.settled();
    const { items } = await this.screening.findings.list(TESTER, rule === undefined ? {} : { rule }, { limit: 500 });
    return items;
  }

  /** Screens on demand and waits for the end. */
  async run(request: RunRequest): Promise<ScreeningRun> {
    const id = await this.screening.runs.start(TESTER, request);
    for (;;) {
      const state = await this.screening.runs.get(TESTER, id);
      if (state.state === 'done' || state.state === 'failed') return state;
      await delay(20);
    }
  }

  /** Status and codes of the shipment's verdict. */
  async verdict(asOf?: number): Promise<string[]> {
    const answer = await this.provenance.verdict(TESTER, SHIPMENT, asOf === undefined ? undefined : { seq: asOf });
    const { status, reasons, missing } = answer.verdict;
    return [status, ...[...reasons, ...missing].map(({ code }) => code)];
  }
}
