import { dayOf } from '#kernel';
import type { DocumentRef, MaterialEvent } from '#lots';
import type { EventFact, Instant } from '../facts/facts.js';
import type { InvoiceItem, PermitItem, RegistryItems } from '../facts/registry-items.js';
import type { CitedInvoices } from './facts-registry.js';
import type { RegistryState } from './facts-registry-cache.js';

type Kind = DocumentRef['kind'];

/** Papers of authorities and tax: what enterprises write for themselves (contracts, transport, weighing) is not followed. */
const FOLLOWED: readonly Kind[] = [
  'vat-invoice', 'import-declaration', 'export-declaration', 'export-licence', 'dual-use-licence',
  'inspection-certificate', 'resource-tax-certificate',
]; // prettier-ignore

/** Permits under which mass is limited in total: their mining is counted event by event. */
const LIMITED_PERMITS: readonly string[] = ['recovery-approval', 'exploration-licence'];
const MINING_PERMITS: readonly string[] = ['mining-licence', ...LIMITED_PERMITS];
const CITED_PERMITS: readonly string[] = ['export-licence', 'dual-use-licence'];
const DIGITAL_NUMBER_LENGTH = 20;

/**
 * Papers whose other events are facts too: what events cite, dig under and declare, and what enterprises hold. Around a
 * single event the mining under a plain mining licence is left alone: it is half the history of a mine, and nothing that
 * is judged event by event sums it.
 */
export class Papers {
  /** `kind number`. */
  readonly documents = new Set<string>();
  readonly permits = new Set<string>();
  readonly declarations = new Set<string>();

  constructor(
    private readonly registry: RegistryState,
    private readonly isOfEnterprises: boolean,
  ) {}

  addEvent({ content, at, enterprise }: Pick<EventFact, 'content' | 'at' | 'enterprise'>): void {
    for (const { kind, number } of content.documents ?? []) this.addDocument(kind, number);
    if (content.type === 'mining' && this.isCounted(content.licence)) this.permits.add(content.licence);
    if (content.type === 'import' || content.type === 'export') this.addDeclaration(content.declaration);
    if (content.type === 'export') this.addLicencesOf(enterprise, at);
  }

  /** All papers that the registry has of an enterprise. */
  addEnterprise(uscc: string): void {
    for (const permit of this.items('permits', 'holder', uscc)) this.addPermit(permit);
    for (const { number } of this.items('customs-declarations', 'party', uscc)) this.addDeclaration(number);
    for (const { number } of this.items('resource-tax-certificates', 'taxpayer', uscc)) this.addDocument('resource-tax-certificate', number); // prettier-ignore
  }

  addInvoice({ number }: InvoiceItem): void {
    this.addDocument('vat-invoice', number);
  }

  private isCounted(licence: string): boolean {
    return this.isOfEnterprises || this.items('permits', 'number', licence).some(({ kind }) => LIMITED_PERMITS.includes(kind));
  } // prettier-ignore

  private addDocument(kind: Kind, number: string): void {
    if (!FOLLOWED.includes(kind)) return;
    this.documents.add(documentKey(kind, number));
    if (kind === 'import-declaration' || kind === 'export-declaration') this.addDeclaration(number);
  }

  private addDeclaration(number: string): void {
    if (this.declarations.has(number)) return;
    this.declarations.add(number);
    this.documents.add(documentKey('import-declaration', number));
    this.documents.add(documentKey('export-declaration', number));
    for (const certificate of this.items('inspection-certificates', 'declaration', number)) this.addDocument('inspection-certificate', certificate.number); // prettier-ignore
  }

  private addPermit({ kind, number }: PermitItem): void {
    if (MINING_PERMITS.includes(kind)) this.permits.add(number);
    if (CITED_PERMITS.includes(kind)) this.addDocument(kind as Kind, number);
  }

  /** Licences that an export may use without citing them: those valid that day. */
  private addLicencesOf(uscc: string, at: Instant): void {
    const day = dayOf(new Date(at));
    for (const permit of this.items('permits', 'holder', uscc)) {
      const isRunning = permit.from <= day && (permit.to === undefined || day <= permit.to);
      if (isRunning && CITED_PERMITS.includes(permit.kind)) this.addPermit(permit);
    }
  }

  private items<C extends keyof RegistryItems>(collection: C, field: keyof RegistryItems[C] & string, value: string): RegistryItems[C][] {
    const versions = this.registry.collections.get(collection)?.holding(field, value) ?? [];
    return versions.map(({ item }) => item as RegistryItems[C]);
  } // prettier-ignore
}

export const documentKey = (kind: string, number: string): string => `${kind} ${number}`;

/** Which invoices events cite. */
export function citedInvoices(events: Iterable<{ readonly content: MaterialEvent; readonly enterprise: string }>): CitedInvoices {
  const keys = new Set<string>();
  const codeless = new Map<string, { number: string; party: string }>();
  for (const { content, enterprise } of events) {
    for (const { kind, number, code } of content.documents ?? []) {
      if (kind !== 'vat-invoice') continue;
      keys.add(number);
      if (code !== undefined) keys.add(`${code}:${number}`);
      if (code === undefined && number.length !== DIGITAL_NUMBER_LENGTH) codeless.set(`${enterprise} ${number}`, { number, party: enterprise }); // prettier-ignore
    }
  }
  return { keys: [...keys], codeless: [...codeless.values()] };
} // prettier-ignore
