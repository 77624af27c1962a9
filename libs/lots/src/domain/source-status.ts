import { dayOf } from '#kernel';
import { isRareEarthHsCode } from '#catalogue';
import type { RootPlan, SourceDecision } from './state.js';
import type { SourceStatus } from './source.js';

/** A registry item as believed: facts for the half-open stretch of time (ms since 1970) they are stated for. */
export interface Believed<Facts> {
  readonly facts: Facts;
  readonly validFrom: number;
  readonly validTo: number;
}

export interface PermitFacts {
  readonly kind: string;
  readonly holder: string;
  readonly contractors?: readonly string[];
  /** Calendar days; valid through the end of `to`. */
  readonly from: string;
  readonly to?: string;
  readonly status: string;
}

export interface DeclarationFacts {
  readonly direction: string;
  readonly party: string;
  readonly lines: readonly { readonly hsCode: string; readonly massKg: number }[];
}

/** Calendar days, the last to its end. */
export interface SanctionFacts {
  readonly kind: string;
  readonly from: string;
  readonly to?: string;
}

export interface EnterpriseFacts {
  readonly kinds: readonly string[];
}

/** What the registry and the ledger know about the papers a root event names. */
export interface RootEvidence {
  /** Permits whose number is the event's licence. */
  readonly permits: readonly Believed<PermitFacts>[];
  readonly declarations: readonly Believed<DeclarationFacts>[];
  readonly enterprises: readonly Believed<EnterpriseFacts>[];
  /** Sanctions against the event's enterprise. */
  readonly sanctions: readonly Believed<SanctionFacts>[];
  /** Grams of all import events that cite the declaration, this one with them. */
  readonly importedG: number;
  /** Decisions on the source, newest last. */
  readonly decisions: readonly SourceDecision[];
}

/** Rights to mine; an exploration licence is none. */
const MINING_RIGHTS: ReadonlySet<string> = new Set(['mining-licence', 'recovery-approval']);

/** Imports may exceed what was declared by half a percent. */
const DECLARED_TOLERANCE_PER_MILLE = 5n;

/**
 * Status of a root event's source on its own date (contract, "Source status"). A sanction that declares the enterprise's
 * sources illegal overrides what papers say, and a person's decision on the source overrides both.
 */
export function judgeSource(root: RootPlan, evidence: RootEvidence): SourceStatus {
  if (root.kind === 'undispatched') return 'unexplained';
  const decision = evidence.decisions.findLast(each => covers(each, root.occurredAt));
  if (decision) return decision.status;
  if (isSanctioned(root, evidence.sanctions)) return 'illegal';
  switch (root.kind) {
    case 'mine':
      return judgeMine(root, evidence.permits);
    case 'import':
      return judgeImport(root, evidence);
    case 'scrap':
      return judgeScrap(root, evidence.enterprises);
    case 'opening-stock':
      return 'unverified';
  }
}

const covers = (decision: SourceDecision, at: Date): boolean =>
  (!decision.from || decision.from <= at) && (!decision.to || at < decision.to);

function isSanctioned({ occurredAt }: RootPlan, sanctions: RootEvidence['sanctions']): boolean {
  const day = dayOf(occurredAt);
  return sanctions
    .flatMap(sanction => validAt([sanction], occurredAt) ?? [])
    .some(({ kind, from, to }) => kind === 'illegal-source' && from <= day && (to === undefined || day <= to));
}

/** The version that speaks for an instant. */
export function validAt<Facts>(versions: readonly Believed<Facts>[], at: Date): Facts | undefined {
  return versions.find(each => each.validFrom <= at.getTime() && at.getTime() < each.validTo)?.facts;
}

function judgeMine(root: RootPlan, permits: readonly Believed<PermitFacts>[]): SourceStatus {
  if (permits.length === 0) return 'unverified';
  const current = permits.flatMap(permit => validAt([permit], root.occurredAt) ?? []);
  return current.some(permit => allowsMining(permit, root)) ? 'legal' : 'illegal';
}

function allowsMining(permit: PermitFacts, root: RootPlan): boolean {
  const day = dayOf(root.occurredAt);
  const held = permit.holder === root.enterprise || (permit.contractors ?? []).includes(root.enterprise);
  const running = permit.from <= day && (permit.to === undefined || day <= permit.to);
  return MINING_RIGHTS.has(permit.kind) && held && running && permit.status === 'valid';
}

function judgeImport(root: RootPlan, evidence: RootEvidence): SourceStatus {
  const declaration = validAt(evidence.declarations, root.occurredAt);
  if (!declaration) return evidence.declarations.length > 0 ? 'illegal' : 'unverified';
  const { direction, party, lines } = declaration;
  const covered = isCovered(evidence.importedG, declaredGrams(lines));
  return direction === 'import' && party === root.enterprise && covered ? 'legal' : 'illegal';
}

/** Sum of the lines with rare-earth codes; of all lines where none has one. */
function declaredGrams(lines: DeclarationFacts['lines']): number {
  const rareEarth = lines.filter(line => isRareEarthHsCode(line.hsCode));
  return (rareEarth.length > 0 ? rareEarth : lines).reduce((sum, line) => sum + Math.round(line.massKg * 1000), 0);
}

const isCovered = (importedG: number, declaredG: number): boolean =>
  BigInt(importedG) * 1000n <= BigInt(declaredG) * (1000n + DECLARED_TOLERANCE_PER_MILLE);

function judgeScrap(root: RootPlan, enterprises: readonly Believed<EnterpriseFacts>[]): SourceStatus {
  const recycler = validAt(enterprises, root.occurredAt)?.kinds.includes('recycler') ?? false;
  return recycler && root.party !== undefined ? 'legal' : 'unverified';
}
