/** What was planted, as written down by whoever planted it. */
export interface KeyEntry {
  readonly rule: string;
  /** A near miss must not be found. */
  readonly kind: 'violation' | 'near-miss';
  readonly enterprise?: string;
  readonly region?: string;
  readonly period?: string;
  /** Event ids it is about. */
  readonly events: readonly string[];
  /** What else follows from it by law: rules, and on whom. */
  readonly also: readonly { readonly rule: string; readonly enterprise?: string }[];
}
