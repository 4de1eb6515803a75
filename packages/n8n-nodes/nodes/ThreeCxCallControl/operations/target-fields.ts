import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { GuidedError, type ActionContext, type Parameters } from '../../../src/shared';

export const TARGET_TYPES = ['extension', 'external', 'queue', 'ringGroup', 'ivr', 'voicemail'] as const;

export type TargetType = (typeof TARGET_TYPES)[number];

const INSIDE_NUMBER = { pattern: /^[A-Za-z0-9*#]+$/, patternMeaning: 'a number inside 3CX, e.g. 101' };
const OUTSIDE_NUMBER = { pattern: /^\+?[0-9*# ().\-/]+$/, patternMeaning: 'a telephone number' };

const TYPE_OPTIONS: readonly (INodePropertyOptions & { readonly value: TargetType })[] = [
  { name: 'Extension', value: 'extension' },
  { name: 'External Number', value: 'external' },
  { name: 'IVR', value: 'ivr' },
  { name: 'Queue', value: 'queue' },
  { name: 'Ring Group', value: 'ringGroup' },
  { name: 'Voicemail', value: 'voicemail', description: 'The voicemail box of an extension' },
];

/** The two fields that say where a call goes, for one operation. */
export function targetFields(operation: string): INodeProperties[] {
  const show = { operation: [operation] };
  return [
    {
      displayName: 'Target Type',
      name: 'targetType',
      type: 'options',
      default: 'extension',
      displayOptions: { show },
      options: [...TYPE_OPTIONS],
      description: 'What the caller is sent to',
    },
    {
      displayName: 'Target',
      name: 'target',
      type: 'resourceLocator',
      required: true,
      default: { mode: 'number', value: '' },
      displayOptions: { show },
      modes: [
        { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. 101' },
        {
          displayName: 'From List',
          name: 'list',
          type: 'list',
          placeholder: 'Choose…',
          typeOptions: {
            searchListMethod: 'searchTargets',
            searchable: true,
            slowLoadNotice: { message: 'If it takes long, enter the number instead', timeout: 5000 },
          },
        },
      ],
      typeOptions: { loadOptionsDependsOn: ['targetType'] },
      description: 'Number inside 3CX, or an outside number as one would dial it',
    },
    {
      displayName: 'Allowed Targets',
      name: 'allowedTargets',
      type: 'string',
      default: '',
      placeholder: 'e.g. 1*, 800',
      displayOptions: { show: { ...show, '@tool': [true] } },
      description:
        'Numbers an AI agent may choose, separated by commas; * stands for any further digits. Empty: every number inside 3CX, no outside number.',
    },
  ];
}

export interface Target {
  readonly to: string;
  readonly type: TargetType;
}

/** @throws GuidedError for a target that is none, or that an AI agent may not choose */
export function targetOf(parameters: Parameters, context: Pick<ActionContext, 'isTool'>): Target {
  const type = parameters.choice('targetType', TARGET_TYPES);
  const form = type === 'external' ? OUTSIDE_NUMBER : INSIDE_NUMBER;
  const to = parameters.text('target', { ...form, required: true }).replaceAll(/[ ().\-/]/g, '');
  if (context.isTool) requireAllowed({ to, type }, parameters.list('allowedTargets'));
  return { to, type };
}

function requireAllowed({ to, type }: Target, allowed: readonly string[]): void {
  const isAllowed = allowed.length === 0 ? type !== 'external' : allowed.some((one) => fits(to, one));
  if (isAllowed) return;
  throw new GuidedError(
    'PARAMETER',
    `${to} is none of the targets that an AI agent may choose here`,
    "Add it to 'Allowed Targets', or have the agent choose another.",
  );
}

function fits(number: string, allowed: string): boolean {
  return allowed.endsWith('*') ? number.startsWith(allowed.slice(0, -1)) : number === allowed;
}
