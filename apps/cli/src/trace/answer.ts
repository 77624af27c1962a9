import type { Element, Locale } from '#kernel';

/** The answer of `GET /v1/shipments/{declaration}/provenance` and its like, as far as the command reads it. */
export interface ProvenanceAnswer {
  readonly subject: Subject;
  readonly asOf: { readonly seq: number; readonly at: string };
  readonly verdict: Verdict;
  readonly origins: readonly Origin[];
  readonly rest: Group & { readonly groups?: readonly SourceGroup[] };
  readonly unexplained: {
    readonly reoKg: number;
    readonly share: number;
    readonly introducedBy: readonly Introduction[];
  };
  readonly chain: Chain;
  readonly crossProvince: readonly ProvinceLink[];
  readonly findings: readonly Finding[];
  readonly graph: Graph;
}

interface Group {
  readonly count: number;
  readonly share: number;
  readonly reoKg: number;
}

/** Sources that are not named one by one. */
interface SourceGroup extends Group {
  readonly kind: string;
  readonly status: string;
  readonly region?: string;
  readonly year?: number;
}

interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly massKg: number;
  readonly reoKg: number;
  /** Where the element distributions of its lots come from. */
  readonly assayBasis?: readonly string[];
}

export interface Verdict {
  readonly status: string;
  readonly reasons: readonly Remark[];
  readonly missing: readonly Remark[];
}

export interface Remark {
  readonly code: string;
  readonly detail?: string;
  readonly refs?: readonly string[];
}

export interface Origin {
  readonly source: {
    readonly id: string;
    readonly kind: string;
    readonly enterprise?: string;
    /** GB/T 2260 code, or country of an import. */
    readonly region?: string;
    readonly reference?: string;
    readonly status: string;
  };
  readonly reoKg: number;
  readonly share: number;
  readonly shareMin?: number;
  readonly shareMax?: number;
  readonly elements: ElementShares;
}

/** Element to the share of that element in the subject which comes from the origin. */
export type ElementShares = Readonly<Partial<Record<Element, number>>>;

export interface Introduction {
  readonly source: string;
  readonly event?: string;
  readonly enterprise?: string;
  readonly kind: string;
  readonly reoKg: number;
  readonly elements: ElementShares;
}

interface Chain {
  readonly events: number;
  readonly holdings: number;
  readonly enterprises: number;
  readonly depth: number;
  readonly firstAt?: string;
  readonly lastAt?: string;
}

interface ProvinceLink {
  readonly from: string;
  readonly to: string;
  readonly transfers: number;
  readonly reoKg: number;
  readonly flagged?: boolean;
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly enterprise?: string;
  readonly title: Readonly<Record<Locale, string>>;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly shown: Count;
  readonly total: Count;
  readonly truncated: boolean;
}

interface Count {
  readonly nodes: number;
  readonly edges: number;
}

export interface GraphNode {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  /** Of events: their kind and, of processing, the process. */
  readonly type?: string;
  readonly process?: string;
  /** When an event happened. */
  readonly at?: string;
  readonly enterprise?: string;
  /** Of holdings: what they are of. */
  readonly lot?: string;
  readonly declaredBy?: string;
  readonly product?: string;
}

/** Drawn the way material flows. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly massKg: number;
  readonly reoKg: number;
  readonly at: string;
}
