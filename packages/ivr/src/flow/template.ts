import type { ReadVariable } from './condition';

const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** Puts values in the place of `{{variable}}`; one that isn't set leaves nothing. */
export function fillIn(template: string, read: ReadVariable): string {
  return template.replace(PLACEHOLDER, (_, variable: string) => String(read(variable) ?? ''));
}

/** The same, with each value made safe for a URL. */
export function fillInUrl(template: string, read: ReadVariable): string {
  return template.replace(PLACEHOLDER, (_, variable: string) =>
    encodeURIComponent(String(read(variable) ?? '')),
  );
}

/** The variables a template asks for. */
export function variablesIn(template: string): readonly string[] {
  return Array.from(template.matchAll(PLACEHOLDER), ([, variable = '']) => variable);
}
