import { GuidedError } from '../guided-error';

/** 3CX has no extension of this number that the client may see. */
export class ExtensionUnknown extends GuidedError {
  constructor(number: string) {
    super(
      'EXTENSION_NOT_FOUND',
      `Extension ${number} not found or not configured`,
      "3CX knows no such extension, or this client may not see it: its department and role in Integrations > API decide that. Choose it from the list in 'Extension'.",
    );
  }
}
