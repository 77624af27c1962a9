/** What was planted, as written down by whoever planted it. */
export interface KeyEntry {
  readonly rule: string;
  /** A near miss must not be found; what is graded may or may not. */
  readonly kind: 'violation' | 'near-miss' | 'graded';
  /** Of what is graded: how far it deviates, as a multiple of what the rule's reading tolerates. */
  readonly effect?: number;
  readonly enterprise?: string;
  readonly region?: string;
  readonly period?: string;
  /** Event ids it is about. */
  readonly events: readonly string[];
  /** What else follows from it by law: rules, and on whom. */
  readonly also: readonly { readonly rule: string; readonly enterprise?: string }[];
}
