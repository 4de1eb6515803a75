import { ConfigurationError } from '@org/3cx-api-client';

/** The number of an extension's voicemail: the PBX's dial code before its number. @throws ConfigurationError */
export function voicemailNumber(dialCode: string | undefined, extension: string): string {
  if (dialCode !== undefined && dialCode.trim() !== '') return `${dialCode.trim()}${extension.trim()}`;
  throw new ConfigurationError(
    `To transfer to the voicemail of ${extension}, set voicemailDialCode to the code under Settings > Dial codes in the 3CX console, e.g. *4.`,
  );
}
