import type { FaultList } from './fault-list.js';

/** Adds the faults of a value to a list. */
export type Check = (value: unknown, found: FaultList) => void;

export type Compile = (node: SchemaNode) => Check;

/**
 * What the validator understands of a schema. Of our own are:
 * `decimals` (most places after the point), `atMost` (items; more are `limit-exceeded`), `maxBytes` (of the JSON of an
 * object), `exactlyOneOf` (members of which one must be there), `assaySum` (members sum to 100 ± 2), `variants`
 * (object schemas told apart by the constant of their `type`, then by the member their `when` names).
 */
export interface SchemaNode {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly decimals?: number;
  readonly items?: SchemaNode;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly atMost?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly maxBytes?: number;
  readonly exactlyOneOf?: readonly string[];
  readonly assaySum?: boolean;
  readonly variants?: readonly SchemaNode[];
  readonly when?: string;
}
