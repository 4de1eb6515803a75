import type { ArithmeticOperator, ComparisonOperator, Expression } from './expression';
import { badRequest } from './odata-error';
import { tokenize } from './tokens';
import type { Token } from './tokens';

const comparisons: Readonly<Record<string, ComparisonOperator>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'gt',
  ge: 'ge',
  lt: 'lt',
  le: 'le',
};
const sums: Readonly<Record<string, ArithmeticOperator>> = { add: 'add', sub: 'sub' };
const products: Readonly<Record<string, ArithmeticOperator>> = { mul: 'mul', div: 'div', mod: 'mod' };
/** Deep nesting costs stack; a PBX refuses it too. */
const deepest = 100;

/**
 * Reads one OData expression: the logical, comparison and arithmetic operators, `in`,
 * function calls, paths and `any`/`all`, with OData's precedence (OData 4.01 URL
 * conventions §5.1.1.17).
 * @throws ODataError 400 when the text isn't one expression.
 */
export function parseExpression(text: string): Expression {
  const parser = new ExpressionParser(text);
  const expression = parser.expression();
  parser.expectEnd();
  return expression;
}

/** `$orderby`: expressions with their directions. */
export function parseOrderBy(text: string): readonly { by: Expression; descending: boolean }[] {
  const parser = new ExpressionParser(text);
  const items = [];
  do {
    const by = parser.expression();
    const descending = parser.takeWord('desc');
    if (!descending) parser.takeWord('asc');
    items.push({ by, descending });
  } while (parser.take(','));
  parser.expectEnd();
  return items;
}

class ExpressionParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  expression(): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) throw badRequest('The expression is nested too deeply.');
    let left = this.#conjunction();
    while (this.takeWord('or')) left = { kind: 'logical', operator: 'or', left, right: this.#conjunction() };
    this.#depth -= 1;
    return left;
  }

  take(punctuation: string): boolean {
    if (this.#current.kind !== 'punctuation' || this.#current.text !== punctuation) return false;
    this.#index += 1;
    return true;
  }

  takeWord(word: string): boolean {
    if (this.#current.kind !== 'word' || this.#current.text !== word) return false;
    this.#index += 1;
    return true;
  }

  expectEnd(): void {
    if (this.#current.kind !== 'end') throw this.#syntaxError();
  }

  get #current(): Token {
    return this.#tokens[this.#index] ?? { kind: 'end', at: this.#text.length, text: '' };
  }

  get #following(): Token | undefined {
    return this.#tokens[this.#index + 1];
  }

  #conjunction(): Expression {
    let left = this.#comparison();
    while (this.takeWord('and')) left = { kind: 'logical', operator: 'and', left, right: this.#comparison() };
    return left;
  }

  #comparison(): Expression {
    let left = this.#sum();
    for (;;) {
      const operator = this.#takeOperator(comparisons);
      if (operator) left = { kind: 'comparison', operator, left, right: this.#sum() };
      else if (this.takeWord('in')) left = { kind: 'in', operand: left, options: this.#list() };
      else return left;
    }
  }

  #sum(): Expression {
    let left = this.#product();
    for (;;) {
      const operator = this.#takeOperator(sums);
      if (!operator) return left;
      left = { kind: 'arithmetic', operator, left, right: this.#product() };
    }
  }

  #product(): Expression {
    let left = this.#unary();
    for (;;) {
      const operator = this.#takeOperator(products);
      if (!operator) return left;
      left = { kind: 'arithmetic', operator, left, right: this.#unary() };
    }
  }

  #unary(): Expression {
    let negations = 0;
    let minuses = 0;
    for (;;) {
      if (minuses === 0 && this.takeWord('not')) negations += 1;
      else if (this.take('-')) minuses += 1;
      else break;
      if (negations + minuses > deepest) throw badRequest('The expression is nested too deeply.');
    }
    let operand = this.#primary();
    for (; minuses > 0; minuses -= 1) operand = { kind: 'negate', operand };
    for (; negations > 0; negations -= 1) operand = { kind: 'not', operand };
    return operand;
  }

  #primary(): Expression {
    const token = this.#current;
    if (this.take('(')) {
      const inner = this.expression();
      this.#expect(')');
      return inner;
    }
    if (token.kind === 'word') return this.#word(token.text);
    this.#index += 1;
    switch (token.kind) {
      case 'string':
      case 'number':
      case 'instant':
      case 'date':
      case 'time':
      case 'guid':
        return { kind: 'literal', of: token.kind, value: token.value };
      case 'typed':
        return { kind: 'typed-literal', type: token.type, value: token.value };
      default:
        this.#index -= 1;
        throw this.#syntaxError();
    }
  }

  #word(text: string): Expression {
    if (text === 'null') {
      this.#index += 1;
      return { kind: 'literal', of: 'null', value: null };
    }
    if (text === 'true' || text === 'false') {
      this.#index += 1;
      return { kind: 'literal', of: 'boolean', value: text === 'true' };
    }
    if (this.#following?.kind === 'punctuation' && this.#following.text === '(') {
      this.#index += 1;
      return { kind: 'call', name: text, arguments: this.#list() };
    }
    return this.#path();
  }

  #path(): Expression {
    const names: string[] = [];
    do {
      const token = this.#current;
      if (token.kind !== 'word') throw this.#syntaxError();
      const quantifier = token.text;
      if (
        names.length > 0 &&
        (quantifier === 'any' || quantifier === 'all') &&
        this.#following?.text === '('
      ) {
        this.#index += 1;
        return this.#lambda(quantifier, names);
      }
      names.push(token.text);
      this.#index += 1;
    } while (this.take('/'));
    return { kind: 'path', names };
  }

  #lambda(quantifier: 'any' | 'all', collection: readonly string[]): Expression {
    this.#expect('(');
    if (quantifier === 'any' && this.take(')')) {
      return { kind: 'lambda', quantifier, collection, variable: '', condition: undefined };
    }
    const variable = this.#current;
    if (variable.kind !== 'word') throw this.#syntaxError();
    this.#index += 1;
    this.#expect(':');
    const condition = this.expression();
    this.#expect(')');
    return { kind: 'lambda', quantifier, collection, variable: variable.text, condition };
  }

  #list(): readonly Expression[] {
    this.#expect('(');
    const items: Expression[] = [];
    if (this.take(')')) return items;
    do items.push(this.expression());
    while (this.take(','));
    this.#expect(')');
    return items;
  }

  #takeOperator<Operator>(operators: Readonly<Record<string, Operator>>): Operator | undefined {
    const token = this.#current;
    if (token.kind !== 'word' || !Object.hasOwn(operators, token.text)) return undefined;
    this.#index += 1;
    return operators[token.text];
  }

  #expect(punctuation: string): void {
    if (!this.take(punctuation)) throw this.#syntaxError(` '${punctuation}' is expected.`);
  }

  #syntaxError(more = ''): Error {
    return badRequest(`Syntax error at position ${this.#current.at} in '${this.#text}'.${more}`);
  }
}
