import {
  FlowDefinitionError,
  GuidedError,
  lintFlow,
  parseFlow,
  runFlow as lead,
  type CallOperation,
  type Flow,
  type Parameters,
} from '../../../src/shared';
import { givenDialCode, voicemailDialCodeField } from './voicemail-number';

export const runFlow: CallOperation = {
  name: 'Run IVR Flow',
  properties: [
    {
      displayName: 'Flow',
      name: 'flow',
      type: 'json',
      required: true,
      default: '',
      typeOptions: { rows: 12 },
      displayOptions: { show: { operation: ['runFlow'] } },
      description: 'The call flow as JSON. It is checked before the call is touched.',
    },
    {
      displayName: 'Options',
      name: 'options',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      displayOptions: { show: { operation: ['runFlow'] } },
      options: [
        {
          displayName: 'Variables',
          name: 'variables',
          type: 'json',
          default: '{}',
          description: 'Values for the variables of the flow, as JSON, e.g. {"customer": "Pat"}',
        },
        voicemailDialCodeField(),
      ],
    },
  ],
  prepare({ parameters, steps }) {
    const flow = flowOf(parameters);
    const code = givenDialCode(parameters) || '*4';
    return {
      facts: { audio: 'a prompt of the flow' },
      async act(call, { pbx, signal }) {
        await requireSound(flow);
        const result = await lead(call, flow, {
          connection$: pbx.connection$,
          voicemailNumber: (extension) => `${code}${extension}`,
          ...(signal && { signal }),
        });
        const { kind, step, values, trail } = result;
        if (kind === 'transferred') steps.handOver(call);
        const success = kind !== 'error' && kind !== 'tooManySteps';
        return {
          json: { success, result: kind, lastStep: step, variables: { ...values }, trail: [...trail] },
        };
      },
    };
  },
};

function flowOf(parameters: Parameters): Flow {
  const given = parameters.json('flow');
  if (given === undefined) {
    throw new GuidedError('PARAMETER', "'Flow' is empty", 'Enter a call flow as JSON.');
  }
  try {
    const flow = parseFlow(given);
    const variables = parseFlow({ ...flow, variables: parameters.json('options.variables') ?? {} }).variables;
    return { ...flow, variables: { ...flow.variables, ...variables } };
  } catch (error) {
    if (!(error instanceof FlowDefinitionError)) throw error;
    throw new GuidedError('PARAMETER', "'Flow' is no call flow", error.message, { cause: error });
  }
}

async function requireSound(flow: Flow): Promise<void> {
  const problems = (await lintFlow(flow)).filter(({ severity }) => severity === 'error');
  if (problems.length === 0) return;
  throw new GuidedError(
    'PARAMETER',
    `'Flow' can not work: ${String(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'}`,
    problems.map(({ step, message }) => (step === '' ? message : `${step}: ${message}`)).join(' '),
  );
}
