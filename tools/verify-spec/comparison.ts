import type { Body, Description, Parameter } from './description.ts';
import { operationsOf, type Operation } from './operations.ts';
import { SchemaComparison } from './schema-comparison.ts';

/** What a comparison of our description with an official one has found. */
export interface Comparison {
  /** How many operations were compared. */
  readonly compared: number;
  /** One readable line for each difference. */
  readonly differences: readonly string[];
  /** Official operations that we don't describe. */
  readonly undescribedOperations: readonly string[];
  /** Official properties, of schemas that we describe, that we leave out. */
  readonly undescribedProperties: readonly string[];
}

function compareParameters(ours: Operation, official: Operation, schemas: SchemaComparison): void {
  const { differences } = schemas;
  for (const [key, parameter] of ours.parameters) {
    const other = official.parameters.get(key);
    if (other === undefined) differences.push(`${ours.name}: extra parameter ${inWords(parameter)}`);
    else {
      const where = `${ours.name}, ${inWords(parameter)}`;
      if (parameter.required !== other.required)
        differences.push(
          `${where}: we say ${needed(parameter.required)}, officially ${needed(other.required)}`,
        );
      schemas.compare(parameter.schema, other.schema, where);
    }
  }
  for (const [key, parameter] of official.parameters)
    if (!ours.parameters.has(key)) differences.push(`${ours.name}: missing parameter ${inWords(parameter)}`);
}

const inWords = (parameter: Parameter) => `${parameter.name} (in ${parameter.in})`;
const needed = (required: boolean) => (required ? 'required' : 'optional');

function compareContent(
  ours: Body['content'],
  official: Body['content'],
  where: string,
  schemas: SchemaComparison,
): void {
  for (const [type, { schema }] of Object.entries(ours)) {
    const other = official[type];
    if (other === undefined) schemas.differences.push(`${where}: there is no ${type} officially`);
    else if (schema !== undefined && other.schema !== undefined) schemas.compare(schema, other.schema, where);
  }
  for (const type of Object.keys(official))
    if (!(type in ours)) schemas.differences.push(`${where}: ${type} is missing`);
}

function compareBodies(ours: Operation, official: Operation, schemas: SchemaComparison): void {
  const where = `${ours.name}, body`;
  if (ours.body === undefined && official.body === undefined) return;
  if (ours.body === undefined) schemas.differences.push(`${where}: missing, officially there is one`);
  else if (official.body === undefined)
    schemas.differences.push(`${where}: we describe one, officially there is none`);
  else {
    if (ours.body.required !== official.body.required)
      schemas.differences.push(
        `${where}: we say ${needed(ours.body.required)}, officially ${needed(official.body.required)}`,
      );
    compareContent(ours.body.content, official.body.content, where, schemas);
  }
}

function compareResponses(ours: Operation, official: Operation, schemas: SchemaComparison): void {
  for (const [status, response] of ours.responses) {
    const other = official.responses.get(status);
    const where = `${ours.name}, answer ${status}`;
    if (other === undefined) schemas.differences.push(`${where}: there is no such answer officially`);
    else compareContent(response.content, other.content, where, schemas);
  }
  for (const status of official.responses.keys())
    if (!ours.responses.has(status)) schemas.differences.push(`${ours.name}, answer ${status}: missing`);
}

/** Compares everything that our description says with an official one. */
export function compareDescriptions(ours: Description, official: Description): Comparison {
  const schemas = new SchemaComparison(ours, official);
  const ourOperations = operationsOf(ours);
  const officialOperations = operationsOf(official);
  for (const [name, operation] of ourOperations) {
    const other = officialOperations.get(name);
    if (other === undefined) {
      schemas.differences.push(
        operation.path in official.paths
          ? `${name}: the path has no such method officially`
          : `${name}: there is no such path officially`,
      );
      continue;
    }
    compareParameters(operation, other, schemas);
    compareBodies(operation, other, schemas);
    compareResponses(operation, other, schemas);
  }
  return {
    compared: ourOperations.size,
    differences: schemas.differences,
    undescribedOperations: [...officialOperations.keys()].filter((name) => !ourOperations.has(name)),
    undescribedProperties: schemas.undescribed,
  };
}
