interface MenuKey {
  readonly key?: string;
  readonly label?: string;
}

/** The parameters that decide which outputs the node has, as n8n hands them out. */
export interface OutputParameters {
  readonly operation?: string;
  readonly separateOutputs?: boolean;
  readonly menuKeys?: { readonly keys?: readonly MenuKey[] };
}

export interface OutputDescription {
  readonly type: 'main';
  readonly displayName?: string;
}

/**
 * The outputs of the node. n8n runs this as text, in the editor and on the server, so it
 * uses nothing from outside. A menu's keys come last: adding one moves no wire.
 */
export function outputsOf(parameters: OutputParameters): OutputDescription[] {
  const named = (names: readonly string[]): OutputDescription[] =>
    names.map((displayName) => ({ type: 'main', displayName }));
  switch (parameters.operation) {
    case 'makeCall':
      return named(['Answered', 'Not Answered', 'Failed']);
    case 'confirm':
      return named(['Yes', 'No', 'No Answer']);
    case 'collectDTMF':
      return parameters.separateOutputs === true
        ? named(['Digits', 'No Input', 'No Match', 'Hung Up'])
        : [{ type: 'main' }];
    case 'menu': {
      const keys = parameters.menuKeys?.keys ?? [];
      const labels = keys.map(({ key, label }) => (label ? `${key ?? ''} – ${label}` : (key ?? '')));
      return named(['No Input', 'No Match', 'Hung Up', ...labels]);
    }
    default:
      return [{ type: 'main' }];
  }
}

/** For the description of the node. Two braces in a row would begin or end an expression. */
export const OUTPUTS_EXPRESSION: `={{${string}}}` = `={{ (${outputsOf.toString().replaceAll(/([{}])(?=\1)/g, '$1 ')})($parameter) }}`;
