export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type ArithmeticOperator = 'add' | 'sub' | 'mul' | 'div' | 'mod';
export type LiteralKind = 'null' | 'boolean' | 'number' | 'string' | 'instant' | 'date' | 'time' | 'guid';

/** What a `$filter`, or one item of `$orderby`, says. */
export type Expression =
  | { readonly kind: 'literal'; readonly of: LiteralKind; readonly value: null | boolean | number | string }
  | { readonly kind: 'typed-literal'; readonly type: string; readonly value: string }
  /** `Groups/$count`, `x/Name`: names joined by slashes, the first of which may be a range variable. */
  | { readonly kind: 'path'; readonly names: readonly string[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | {
      readonly kind: 'logical';
      readonly operator: 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in'; readonly operand: Expression; readonly options: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | {
      readonly kind: 'lambda';
      readonly quantifier: 'any' | 'all';
      readonly collection: readonly string[];
      readonly variable: string;
      /** Absent in `any()`: is there anything at all? */
      readonly condition: Expression | undefined;
    };
