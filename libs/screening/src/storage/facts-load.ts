import type { Statement, Transaction } from '#platform';
import { type Instant, UPSTREAM_MAX } from '../facts/facts.js';
import { type FactParts, isTainted } from '../facts/memory-facts.js';
import type { ItemVersion } from '../facts/registry-facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import type { Span } from '../periods.js';
import { Assembly } from './facts-assemble.js';
import {
  type ChainFindingRow, findingOf, type FindingRow, findingsOn, findingsOnChains, findingsOnNobody,
} from './facts-findings.js'; // prettier-ignore
import { LoadedFacts } from './facts-loaded.js';
import { Origins, sourcesIn } from './facts-origins.js';
import { citedInvoices, Papers } from './facts-papers.js';
import { invoicesNamed, KEPT_APART, SharedRegistryFacts, type VersionRow, versionsByKey } from './facts-registry.js';
import type { RegistryState } from './facts-registry-cache.js';
import {
  eventsOnPapers, firstProductionAt, movesOfLots, type NoRow, type ProductionRow, upstreamOf, type VoidedRow,
} from './facts-related.js'; // prettier-ignore
import type { EventRow } from './facts-row-statements.js';
import { EventRows } from './facts-rows.js';
import type { SourceBook } from './facts-sources.js';
import { Surroundings } from './facts-surroundings.js';

/** What facts are asked about. */
export interface AskedFacts {
  readonly clock: Instant;
  readonly enterprises: readonly string[];
  readonly span?: Span;
  readonly signal?: AbortSignal;
}

/** One load of facts in one transaction: events, whatever their papers lead to, and what all of them refer to. */
export class FactsLoad {
  private readonly rows: EventRows;
  private readonly papers: Papers;
  private readonly invoices = new Map<string, readonly ItemVersion[]>();
  private readonly direct: EventRow[] = [];

  constructor(
    private readonly tx: Transaction,
    private readonly registry: RegistryState,
    private readonly sources: SourceBook,
    private readonly asked: AskedFacts,
    until: Date | 'infinity',
  ) {
    this.rows = new EventRows(tx, until);
    this.papers = new Papers(registry, asked.enterprises.length > 0);
  }

  /** Adds events, with all the papers they cite, dig under and declare. */
  async addDirect(nos: readonly NoRow[]): Promise<void> {
    this.direct.push(...(await this.rows.add(nos.map(({ no }) => no))));
    for (const event of this.direct) this.papers.addEvent(event);
  }

  /** Adds all papers of the enterprises asked about. */
  addPapersOf(invoices: readonly VersionRow[]): void {
    for (const uscc of this.asked.enterprises) this.papers.addEnterprise(uscc);
    this.addInvoices(invoices);
    for (const { item } of invoices) this.papers.addInvoice(item as InvoiceItem);
  }

  /** Adds the other events of the papers, and of lots that came back to an enterprise that had sent them. */
  async addRelated(): Promise<void> {
    const returned = this.lotsBothWays();
    const results = (await this.tx.pipeline([
      eventsOnPapers(this.papers),
      ...(returned.size > 0 ? [movesOfLots(returned)] : []),
    ])) as NoRow[][];
    await this.rows.add(results.flat().map(({ no }) => no));
  }

  async finish(voided: readonly VoidedRow[] = []): Promise<{ facts: LoadedFacts; recomputing: ReadonlySet<string> }> {
    const around = new Surroundings(this.tx, this.rows);
    await around.readOn(voided.map(({ no }) => no));
    const assembly = await this.withUpstream(await this.assembly(around), around);
    const sites = this.sites();
    const rest = await this.readRest(around, [...sites]);
    const facts = new LoadedFacts(
      {
        clock: this.asked.clock,
        ...(this.asked.span ? { span: this.asked.span } : {}),
        registry: this.registryFacts(),
        events: [...this.rows.events.values()].map(row => assembly.event(row)),
        enterprises: this.asked.enterprises,
        voided: voided.map(({ no, id, enterprise, at }) => ({
          ...{ event: id, enterprise, at: at.getTime(), corrections: around.correctionsOf(no) },
        })),
        ...rest,
      },
      this.papers,
      sites,
    );
    return { facts, recomputing: assembly.recomputing() };
  }

  private async assembly(around: Surroundings): Promise<Assembly> {
    const sources = await this.sources.facts(this.tx, sourcesIn(around.pools.values()));
    return new Assembly(this.rows, around, new Origins(around.pools, no => sources.get(no)!));
  }

  /** Exports on the declarations of those that were added first: what is above them, and findings on it, may be asked for. */
  private exports(): EventRow[] {
    const declarations = new Set(this.direct.flatMap(({ content }) => (content.type === 'export' ? [content.declaration] : [])));
    if (declarations.size === 0) return [];
    return [...this.rows.events.values()].filter(({ content }) => content.type === 'export' && declarations.has(content.declaration));
  } // prettier-ignore

  /** Adds everything above exports that take out mass of an illegal source. */
  private async withUpstream(assembly: Assembly, around: Surroundings): Promise<Assembly> {
    const tainted = this.exports().filter(row => isTainted(assembly.event(row)));
    if (tainted.length === 0) return assembly;
    const nos = tainted.map(({ no }) => no);
    const [rows] = (await this.tx.pipeline([upstreamOf(nos, UPSTREAM_MAX)])) as [NoRow[]];
    await this.rows.add(rows.map(({ no }) => no));
    await around.readOn();
    return this.assembly(around);
  }

  private async readRest(
    around: Surroundings,
    sites: readonly string[],
  ): Promise<Pick<FactParts, 'findings' | 'onChains' | 'firstProduction'>> {
    const exports = this.exports();
    const parties = [...this.rows.events.values()].map(({ enterprise }) => enterprise);
    const declarers = [...around.lots.values()].map(({ declaredBy }) => declaredBy);
    const usccs = [...new Set([...this.asked.enterprises, ...parties, ...declarers])];
    const statements: Statement[] = [
      findingsOn(usccs),
      findingsOnNobody,
      findingsOnChains(exports),
      firstProductionAt(sites, this.rows.until),
      invoicesNamed(citedInvoices(this.rows.events.values())),
    ];
    const [own, nobodys, chained, production, invoices] = (await this.tx.pipeline(statements)) as [
      FindingRow[],
      FindingRow[],
      ChainFindingRow[],
      ProductionRow[],
      VersionRow[],
    ];
    this.addInvoices(invoices);
    const findings = new Map([...own, ...nobodys, ...chained].map(row => [row.id, findingOf(row)]));
    const onChains = new Map<string, string[]>(exports.map(({ id }) => [id, []]));
    for (const { exportId, id } of chained) onChains.get(exportId)?.push(id);
    return {
      findings: [...findings.values()],
      onChains,
      firstProduction: new Map(production.map(({ site, at }) => [site, at.getTime()])),
    };
  }

  /** Sites of the events loaded and of the enterprises asked about. */
  private sites(): Set<string> {
    const owned = this.asked.enterprises.flatMap(
      uscc => this.registry.collections.get('sites')?.holding('enterprise', uscc) ?? [],
    );
    const used = [...this.rows.events.values()].flatMap(({ content }) => content.site ?? []);
    return new Set([...used, ...owned.map(({ key }) => key)]);
  }

  private registryFacts(): SharedRegistryFacts {
    const facts = new SharedRegistryFacts(this.asked.clock, this.registry.collections);
    facts.add(KEPT_APART, [...this.invoices.values()].flat() as ItemVersion<InvoiceItem>[]);
    for (const [province, at] of this.registry.begins) facts.setBegin(KEPT_APART, province, at);
    return facts;
  }

  private addInvoices(rows: readonly VersionRow[]): void {
    for (const [key, versions] of versionsByKey(rows)) this.invoices.set(key, versions);
  }

  /** Lots that an enterprise asked about both sent and was sent. What a dispatch yields is what it sends. */
  private lotsBothWays(): Set<number> {
    const asked = new Set(this.asked.enterprises);
    const [sent, got] = [new Map<string, number>(), new Set<string>()];
    for (const { no, enterprise, content } of this.rows.events.values()) {
      if (content.type !== 'dispatch') continue;
      for (const { lotNo } of this.rows.yields.get(no) ?? []) {
        if (asked.has(enterprise)) sent.set(`${enterprise} ${lotNo}`, lotNo);
        if (asked.has(content.to)) got.add(`${content.to} ${lotNo}`);
      }
    }
    return new Set([...sent].flatMap(([key, lotNo]) => (got.has(key) ? [lotNo] : [])));
  }
}
