import type { Description, SchemaNode } from './description.ts';
import { shapeOf, typeInWords, type Shape } from './shape.ts';

/** Compares schemas, every pair of named ones once, however often it is met. */
export class SchemaComparison {
  /** One readable line for each difference. */
  readonly differences: string[] = [];
  /** Official properties that our description leaves out. */
  readonly undescribed: string[] = [];
  private readonly compared = new Set<string>();

  private readonly ours: Description;
  private readonly official: Description;

  constructor(ours: Description, official: Description) {
    this.ours = ours;
    this.official = official;
  }

  /** @param where what the schema is the schema of, for the lines */
  compare(ourNode: SchemaNode, officialNode: SchemaNode, where: string): void {
    const ours = shapeOf(ourNode, this.ours);
    const official = shapeOf(officialNode, this.official);
    this.compareNullability(ours, official, where);
    const named = ours.name !== undefined && official.name !== undefined;
    const place = named ? ours.name : where;
    if (named) {
      const pair = `${ours.name} ${official.name}`;
      if (this.compared.has(pair)) return;
      this.compared.add(pair);
    }
    if (!this.sameTypes(ours, official, place)) return;
    this.compareValues(ours, official, place);
    this.compareProperties(ours, official, place);
    if (ours.items !== undefined && official.items !== undefined)
      this.compare(ours.items, official.items, `${place}[]`);
  }

  private compareNullability(ours: Shape, official: Shape, where: string): void {
    if (ours.nullable === official.nullable) return;
    this.differences.push(
      ours.nullable
        ? `${where}: we say it may be null, officially it may not`
        : `${where}: we say it is never null, officially it may be`,
    );
  }

  private sameTypes(ours: Shape, official: Shape, where: string): boolean {
    const [us, them] = [typeInWords(ours), typeInWords(official)];
    if (us !== them) {
      this.differences.push(`${where}: we say ${us}, officially ${them}`);
      return false;
    }
    ours.variants.forEach((variant, index) => {
      const other = official.variants[index];
      if (other !== undefined) this.compare(variant, other, `${where}, type ${String(index + 1)}`);
    });
    return true;
  }

  private compareValues(ours: Shape, official: Shape, where: string): void {
    if (ours.values === undefined && official.values === undefined) return;
    if (ours.values === undefined || official.values === undefined) {
      this.differences.push(
        ours.values === undefined
          ? `${where}: officially only certain values are allowed, we allow any`
          : `${where}: we allow only certain values, officially any is allowed`,
      );
      return;
    }
    const us = new Set(ours.values.map(String));
    const them = new Set(official.values.map(String));
    for (const value of us)
      if (!them.has(value)) this.differences.push(`${where}: the value ${value} is unknown officially`);
    for (const value of them)
      if (!us.has(value)) this.differences.push(`${where}: the official value ${value} is missing`);
  }

  private compareProperties(ours: Shape, official: Shape, where: string): void {
    for (const [name, node] of ours.properties) {
      const other = official.properties.get(name);
      if (other === undefined)
        this.differences.push(`${where}.${name}: there is no such property officially`);
      else this.compare(node, other, `${where}.${name}`);
    }
    for (const name of official.properties.keys())
      if (!ours.properties.has(name)) this.undescribed.push(`${where}.${name}`);
    for (const name of official.required)
      if (ours.properties.has(name) && !ours.required.has(name))
        this.differences.push(`${where}.${name}: officially required, we say it may be left out`);
  }
}
