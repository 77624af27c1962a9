import { createHash } from 'node:crypto';
import { dayOf, kgToGrams, yearOf } from '#kernel';
import { isRareEarthHsCode } from '#catalogue';
import type {
  EnterpriseItem, Import, MaterialEvent, Mining, PermitItem, RegistryItem, RegistryItems, ScrapIntake,
} from '../contract.js'; // prettier-ignore
import type { Books } from './books.js';

export type SourceStatus = 'legal' | 'illegal' | 'unverified' | 'unexplained';

export type SourceKind = 'mine' | 'import' | 'scrap' | 'opening-stock' | 'undispatched' | 'surplus' | 'excess';

/** Where mass came from, as one root event or one unexplained event introduced it. */
export interface Source {
  /** As answers name it: `mining-licence:<number>:<year>`, … */
  readonly id: string;
  readonly kind: SourceKind;
  readonly status: SourceStatus;
  readonly event: string;
  readonly enterprise: string;
  /** When that event happened, in milliseconds since 1970. */
  readonly at: number;
}

const RIGHTS_TO_MINE: readonly string[] = ['mining-licence', 'recovery-approval'];
const LICENCES: readonly string[] = [...RIGHTS_TO_MINE, 'exploration-licence'];

/** Names and judges the sources of a ledger against what the registry says of the day of each root event. */
export class Sources {
  private readonly known = new Map<string, Source>();

  constructor(
    private readonly books: Books,
    private readonly registry: RegistryItems,
  ) {}

  /** The source behind a key of a mixture: the id of a root event, or `excess:…`, `surplus:…`. */
  of(key: string): Source {
    const source = this.known.get(key) ?? this.find(key);
    this.known.set(key, source);
    return source;
  }

  private find(key: string): Source {
    const [kind, id] = key.split(':');
    if (id !== undefined) return { ...this.introducedBy(id), id: key, kind: kind as SourceKind, status: 'unexplained' };
    const event = this.books.event(key).content!;
    return { ...this.introducedBy(key), ...this.root(event) };
  }

  private introducedBy(id: string): Pick<Source, 'event' | 'enterprise' | 'at'> {
    const { enterprise, occurredAt } = this.books.event(id).content!;
    return { event: id, enterprise, at: Date.parse(occurredAt) };
  }

  private root(event: MaterialEvent): Pick<Source, 'id' | 'kind' | 'status'> {
    const year = yearOf(new Date(event.occurredAt));
    switch (event.type) {
      case 'mining':
        return { id: `mining-licence:${event.licence}:${year}`, kind: 'mine', status: this.ofMine(event) };
      case 'import':
        return { id: `import:${event.declaration}`, kind: 'import', status: this.ofImport(event) };
      case 'scrap-intake':
        return { id: `scrap:${supplierOf(event)}:${year}`, kind: 'scrap', status: this.ofScrap(event) };
      case 'opening-stock':
        return { id: `opening-stock:${event.enterprise}`, kind: 'opening-stock', status: 'unverified' };
      case 'receipt':
        return { id: `undispatched:${event.id}`, kind: 'undispatched', status: 'unexplained' };
      case 'processing':
      case 'dispatch':
      case 'export':
      case 'stocktake':
        throw new Error(`${event.type} ${event.id} brings in nothing itself`);
      default:
        return event satisfies never;
    }
  }

  private ofMine(event: Mining): SourceStatus {
    const cited = this.registry.permits.filter(
      ({ kind, number }) => LICENCES.includes(kind) && number === event.licence,
    );
    const licences = valid(cited, event, ({ kind }) => kind);
    if (licences.length === 0) return 'unverified';
    return licences.some(permit => allowsMining(permit, event)) ? 'legal' : 'illegal';
  }

  private ofImport(event: Import): SourceStatus {
    const declarations = valid(this.registry.customsDeclarations, event, ({ number }) => number);
    const declaration = declarations.find(({ number }) => number === event.declaration);
    if (!declaration) return 'unverified';
    const rareEarths = declaration.lines.filter(({ hsCode }) => isRareEarthHsCode(hsCode));
    const lines = rareEarths.length > 0 ? rareEarths : declaration.lines;
    const declared = lines.reduce((sum, { massKg }) => sum + kgToGrams(massKg), 0);
    const covered = this.massCiting(event.declaration) * 1000 <= declared * 1005;
    return declaration.direction === 'import' && declaration.party === event.enterprise && covered
      ? 'legal'
      : 'illegal';
  }

  private massCiting(declaration: string): number {
    const imports = this.books
      .current()
      .flatMap(({ content, yields }) =>
        content?.type === 'import' && content.declaration === declaration ? yields : [],
      );
    return imports.reduce((sum, { mass }) => sum + mass, 0);
  }

  private ofScrap(event: ScrapIntake): SourceStatus {
    const enterprises = valid(this.registry.enterprises, event, ({ uscc }) => uscc);
    const isRecycler = ({ uscc, kinds }: EnterpriseItem): boolean =>
      uscc === event.enterprise && kinds.includes('recycler');
    return event.supplier.uscc && enterprises.some(isRecycler) ? 'legal' : 'unverified';
  }
}

function allowsMining(permit: PermitItem, event: Mining): boolean {
  const day = dayOf(new Date(event.occurredAt));
  const holders = [permit.holder, ...(permit.contractors ?? [])];
  return (
    RIGHTS_TO_MINE.includes(permit.kind) &&
    permit.status === 'valid' &&
    holders.includes(event.enterprise) &&
    permit.from <= day &&
    (permit.to === undefined || day <= permit.to)
  );
}

const supplierOf = ({ supplier }: ScrapIntake): string =>
  supplier.uscc ?? createHash('sha256').update(supplier.name.normalize('NFC')).digest('hex').slice(0, 16);

/** What the registry says of the instant of an event: per key, the last item whose time of validity it lies in. */
function valid<T extends RegistryItem>(items: readonly T[], event: MaterialEvent, key: (item: T) => string): T[] {
  const at = Date.parse(event.occurredAt);
  const applies = ({ validFrom, validTo }: T): boolean =>
    (validFrom === undefined || Date.parse(validFrom) <= at) && (validTo === undefined || at < Date.parse(validTo));
  return [...new Map(items.filter(applies).map(item => [key(item), item])).values()];
}
