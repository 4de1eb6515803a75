import type { TypeLibrary } from '../types/type-library';
import type { Operation, Parameter } from './resource';

/**
 * Declares an operation with its parameters in the notation of `parseTypes`:
 * `periodFrom datetime, queueDns string?`.
 */
export function operation(
  types: TypeLibrary,
  kind: Operation['kind'],
  boundTo: Operation['boundTo'],
  name: string,
  parameters: string,
  run: Operation['run'],
): Operation {
  const declarations = parameters.split(',').map((declaration) => declaration.trim());
  return {
    name,
    kind,
    boundTo,
    parameters: declarations
      .filter((declaration) => declaration !== '')
      .map((each) => parameter(types, each)),
    run,
  };
}

function parameter(types: TypeLibrary, declaration: string): Parameter {
  const [name = '', notation = ''] = declaration.split(' ');
  const nullable = notation.endsWith('?');
  return { name, type: types.edm(nullable ? notation.slice(0, -1) : notation), nullable };
}
