import type { TestApi } from './api.js';

/** A JSON Schema as the service's document writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Schemas of the body by content type. */
  readonly body: Content;
  /** By status; each with its content by type. */
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly isPublic: boolean;
}

interface RawOperation {
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Operation['responses'];
  readonly security: readonly unknown[];
}

/** The OpenAPI document that a service serves. */
export class OpenApi {
  readonly operations: readonly Operation[];

  private constructor(
    readonly document: {
      readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
      readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
    },
  ) {
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, raw]) => operationOf(method, path, raw)),
    );
  }

  static async of(api: TestApi): Promise<OpenApi> {
    const { body } = await api.get<OpenApi['document']>('/docs/openapi.json');
    return new OpenApi(body);
  }

  /** The schema itself, behind a reference. */
  resolve(schema: Schema): Schema {
    const name = schema.$ref?.replace('#/components/schemas/', '');
    if (name === undefined) return schema;
    const found = this.document.components.schemas[name];
    if (!found) throw new Error(`the document has no schema ${name}`);
    return this.resolve(found);
  }
}

const operationOf = (method: string, path: string, raw: RawOperation): Operation => ({
  method: method.toUpperCase() as Operation['method'],
  path,
  parameters: raw.parameters,
  body: raw.requestBody?.content ?? {},
  responses: raw.responses,
  isPublic: raw.security.length === 0,
});
