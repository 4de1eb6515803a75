import type { PhoneSystem } from '@org/3cx-core';
import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { GuidedError, PermissionError, type Parameters } from '../../../src/shared';

/** The option for the code that leads to voicemail boxes. */
export function voicemailDialCodeField(show?: NonNullable<IDisplayOptions['show']>): INodeProperties {
  return {
    displayName: 'Voicemail Dial Code',
    name: 'voicemailDialCode',
    type: 'string',
    default: '',
    placeholder: 'e.g. *4',
    ...(show && { displayOptions: { show } }),
    description:
      'Code that 3CX dials to reach a voicemail box. Empty: as in its settings, which takes the Configuration API.',
  };
}

/** The code that is given; empty for the one of 3CX. */
export function givenDialCode(parameters: Parameters): string {
  return parameters.text('options.voicemailDialCode', {
    pattern: /^[0-9*#]+$/,
    patternMeaning: 'digits, * and #, e.g. *4',
  });
}

/**
 * The number that leads to the voicemail of an extension: the dial code of 3CX before it.
 * The code is as given, else as 3CX has it in its settings.
 * @throws GuidedError when 3CX may not be asked for it, or has none
 */
export async function voicemailNumber(
  extension: string,
  givenCode: string,
  pbx: Pick<PhoneSystem, 'xapi'>,
): Promise<string> {
  const code = givenCode === '' ? await codeOf(pbx) : givenCode;
  if (code !== '') return `${code}${extension}`;
  throw new GuidedError(
    'CONFIGURATION',
    'The voicemail dial code is not known: 3CX has none, or this client may not ask for it',
    "Enter it in 'Voicemail Dial Code' under Options, as it is in 3CX under Settings > Dial codes, e.g. *4.",
  );
}

async function codeOf({ xapi }: Pick<PhoneSystem, 'xapi'>): Promise<string> {
  try {
    const { DialCodeVMail: code } = await xapi.get('/DialCodeSettings', { select: ['DialCodeVMail'] });
    return code?.trim() ?? '';
  } catch (error) {
    if (error instanceof PermissionError) return '';
    throw error;
  }
}
