import type { JsonObject, JsonValue } from '../odata/json';
import type { EdmType, StructuredType } from '../odata/model';

type Awaitable<T> = T | Promise<T>;

/** Who a request comes from. */
export interface Caller {
  readonly clientId: string;
  readonly role: string;
}

/**
 * Whom a resource is open to. `owners`: System Owners alone, as the call log, the
 * recordings and the reports are (3CX facts 1); `everyone`: any client with Configuration API access.
 */
export type Access = 'owners' | 'administrators' | 'everyone';

export interface Parameter {
  readonly name: string;
  readonly type: EdmType;
  readonly nullable: boolean;
}

export interface OperationCall {
  /** The entity it is bound to; empty for an operation of the set or of a singleton. */
  readonly row: JsonObject;
  readonly given: JsonObject;
  /** `https://pbx.example.com:5001` */
  readonly origin: string;
  readonly caller: Caller;
}

export type OperationResult =
  | { readonly kind: 'done'; readonly status: 200 | 204 }
  | { readonly kind: 'entity'; readonly type: StructuredType; readonly entity: JsonObject }
  | { readonly kind: 'rows'; readonly type: StructuredType; readonly rows: readonly JsonObject[] }
  | { readonly kind: 'values'; readonly of: string; readonly values: readonly JsonValue[] }
  | { readonly kind: 'value'; readonly of: string; readonly value: JsonValue }
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly name: string;
    };

/** A function (GET, parameters in the address) or an action (POST, parameters in the body). */
export interface Operation {
  /** Without the `Pbx.` in front. */
  readonly name: string;
  readonly kind: 'function' | 'action';
  readonly boundTo: 'set' | 'entity';
  readonly parameters: readonly Parameter[];
  /** Its parameters aren't known, so that none is refused. */
  readonly takesAnything?: boolean;
  readonly run: (call: OperationCall) => Awaitable<OperationResult>;
}

/** Entities that are listed, found by key, and often created, changed and deleted. */
export interface EntitySet {
  readonly kind: 'set';
  readonly name: string;
  readonly type: StructuredType;
  readonly key: string;
  /** A second property that finds an entity, e.g. `Users(Number='101')`. */
  readonly alternateKey?: string;
  readonly access: Access;
  readonly rows: (origin: string) => Awaitable<readonly JsonObject[]>;
  /** Returns the new entity; the body is checked already. */
  readonly create?: (body: JsonObject) => JsonObject;
  readonly change?: (row: JsonObject, body: JsonObject) => void;
  readonly remove?: (row: JsonObject) => void;
  readonly operations: readonly Operation[];
}

/** The one entity of its kind. */
export interface Singleton {
  readonly kind: 'singleton';
  readonly name: string;
  readonly type: StructuredType;
  readonly access: Access;
  readonly read: (origin: string) => Awaitable<JsonObject>;
  readonly change?: (body: JsonObject) => void;
  readonly operations: readonly Operation[];
}

export type Resource = EntitySet | Singleton;

export const done: OperationResult = { kind: 'done', status: 204 };
