import type { DocumentRef, ExportEvent, ImportEvent, MiningEvent } from '#lots';
import type { CorrectionFact, EventFact, Instant, KnownFinding, TransferFact } from '../facts/facts.js';
import { type FactParts, MemoryFacts } from '../facts/memory-facts.js';
import { documentKey, type Papers } from './facts-papers.js';

/**
 * Facts that know what they were loaded for. What is asked beyond that would be answered in part only, and so is refused:
 * a rule that fails is seen, one that counts too little is not.
 */
export class LoadedFacts extends MemoryFacts {
  private readonly exports: ReadonlySet<string>;

  constructor(
    parts: FactParts,
    private readonly papers: Papers,
    private readonly sites: ReadonlySet<string>,
  ) {
    super(parts);
    this.exports = new Set(parts.onChains?.keys());
  }

  override importsOn(declaration: string): readonly EventFact<ImportEvent>[] {
    assertLoaded(this.papers.declarations, declaration, 'imports on');
    return super.importsOn(declaration);
  }

  override exportsOn(declaration: string): readonly EventFact<ExportEvent>[] {
    assertLoaded(this.papers.declarations, declaration, 'exports on');
    return super.exportsOn(declaration);
  }

  override citing(kind: DocumentRef['kind'], number: string): readonly EventFact[] {
    assertLoaded(this.papers.documents, documentKey(kind, number), 'events citing');
    return super.citing(kind, number);
  }

  override miningUnder(permit: string): readonly EventFact<MiningEvent>[] {
    assertLoaded(this.papers.permits, permit, 'mining under');
    return super.miningUnder(permit);
  }

  override firstProduction(site: string): Instant | undefined {
    assertLoaded(this.sites, site, 'production at');
    return super.firstProduction(site);
  }

  override upstreamOf(exportId: string): readonly EventFact[] {
    this.assertWalked(exportId);
    return super.upstreamOf(exportId);
  }

  override onChainOf(exportId: string): readonly KnownFinding[] {
    this.assertWalked(exportId);
    return super.onChainOf(exportId);
  }

  override eventsOf(enterprise: string): readonly EventFact[] {
    this.assertExamined(enterprise);
    return super.eventsOf(enterprise);
  }

  override sentBy(enterprise: string): readonly TransferFact[] {
    this.assertExamined(enterprise);
    return super.sentBy(enterprise);
  }

  override sentTo(enterprise: string): readonly TransferFact[] {
    this.assertExamined(enterprise);
    return super.sentTo(enterprise);
  }

  override corrected(enterprise: string): readonly { event: string; at: Instant; corrections: readonly CorrectionFact[] }[] {
    this.assertExamined(enterprise);
    return super.corrected(enterprise);
  } // prettier-ignore

  private assertWalked(id: string): void {
    if (this.event(id)?.content.type === 'export') assertLoaded(this.exports, id, 'the chain of');
  }

  private assertExamined(enterprise: string): void {
    if (!this.enterprises.includes(enterprise)) throw new Error(`Facts of ${enterprise} were not loaded`);
  }
}

function assertLoaded(loaded: ReadonlySet<string>, key: string, what: string): void {
  if (!loaded.has(key)) throw new Error(`Facts do not hold ${what} ${key}: nothing loaded cites it`);
}
