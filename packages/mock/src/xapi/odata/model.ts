/** Types of OData's primitive values that occur in the XAPI. */
export type PrimitiveName =
  | 'string'
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'double'
  | 'decimal'
  | 'instant'
  | 'date'
  | 'time'
  | 'duration'
  | 'guid';

export type EdmType =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | { readonly kind: 'enum'; readonly name: string; readonly members: ReadonlySet<string> }
  | { readonly kind: 'structured'; readonly name: string; readonly type: () => StructuredType }
  | { readonly kind: 'collection'; readonly of: EdmType }
  /** A value whose shape isn't described. */
  | { readonly kind: 'open' };

export interface Property {
  readonly name: string;
  readonly type: EdmType;
  readonly nullable: boolean;
  readonly required: boolean;
  /** Another entity, or several: answered only when asked for with `$expand`. */
  readonly navigation: boolean;
  readonly maxLength?: number | undefined;
}

export interface StructuredType {
  readonly name: string;
  readonly properties: ReadonlyMap<string, Property>;
}

/** The structured type inside a property, a collection or itself. */
export function structureOf(type: EdmType): StructuredType | undefined {
  if (type.kind === 'collection') return structureOf(type.of);
  return type.kind === 'structured' ? type.type() : undefined;
}
