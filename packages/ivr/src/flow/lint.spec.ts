import type { FlowInput, FlowStepInput } from './definition';
import { lintFlow, type FindingCode } from './lint';
import { parseFlow } from './parse-flow';

const hangUp: FlowStepInput = { do: 'hangUp' };
const play = (next: string): FlowStepInput => ({ do: 'play', prompt: '/p.wav', next });

function flow(steps: Record<string, FlowStepInput>, more: Partial<FlowInput> = {}) {
  return parseFlow({ version: 1, name: 'test', start: 'a', steps, ...more });
}

describe('lintFlow', () => {
  it('finds nothing wrong with a flow that is sound', async () => {
    expect(await lintFlow(flow({ a: play('b'), b: hangUp }))).toEqual([]);
  });

  it.each<[FindingCode, string, Record<string, FlowStepInput>, Partial<FlowInput>, RegExp]>([
    ['unknown-target', 'a', { a: play('nowhere') }, {}, /next leads to "nowhere"/],
    ['unknown-target', '', { a: hangUp }, { onError: 'x' }, /names "x"/],
    [
      'unknown-target',
      '',
      { a: hangUp },
      { subflows: { s: { start: 'x', steps: {} } } },
      /sub-flow s starts at "x"/,
    ],
    [
      'unknown-subflow',
      'a',
      { a: { do: 'subflow', flow: 's', next: 'b' }, b: hangUp },
      {},
      /no sub-flow "s"/,
    ],
    [
      'unknown-calendar',
      'a',
      { a: { do: 'hours', calendar: 'c', open: 'b', closed: 'b' }, b: hangUp },
      {},
      /no calendar "c"/,
    ],
    ['unreachable', 'b', { a: hangUp, b: hangUp }, {}, /No way leads here/],
    [
      'no-way-out',
      'a',
      { a: play('b'), b: { do: 'limit', times: 2, next: 'a', exceeded: 'a' } },
      {},
      /no way leads to hangUp or transfer/,
    ],
    [
      'uncapped-loop',
      'a',
      { a: { do: 'menu', choices: { '1': 'a', '2': 'b' }, failed: 'b' }, b: hangUp },
      {},
      /round for ever through a: put a limit/,
    ],
    [
      'question',
      'a',
      { a: { do: 'menu', choices: { '1': 'b' }, terminators: '1', failed: 'b' }, b: hangUp },
      {},
      /1 can't be in validDigits too/,
    ],
    [
      'question',
      'a',
      { a: { do: 'collect', saveAs: 'v', minDigits: 5, maxDigits: 4, failed: 'b', next: 'b' }, b: hangUp },
      {},
      /minDigits: must not be greater than maxDigits/,
    ],
    [
      'question',
      'a',
      {
        a: { do: 'collect', saveAs: 'v', maxDigits: 4, interDigitTimeoutMs: 0, failed: 'b', next: 'b' },
        b: hangUp,
      },
      {},
      /interDigitTimeoutMs/,
    ],
    ['question', 'a', { a: { do: 'menu', choices: {}, failed: 'b' }, b: hangUp }, {}, /at least one key/],
    [
      'missing-language',
      'a',
      { a: { do: 'play', prompt: { de: '/d.wav' }, next: 'b' }, b: hangUp },
      {},
      /has no en, the language of the flow/,
    ],
    [
      'missing-language',
      'b',
      { a: { do: 'language', language: 'fr', next: 'b' }, b: { do: 'hangUp', prompt: { en: '/e.wav' } } },
      {},
      /has no fr and is then heard in en/,
    ],
    [
      'unset-variable',
      'a',
      { a: { do: 'transfer', kind: 'extension', to: '{{who}}', failed: 'b' }, b: hangUp },
      {},
      /Nothing sets who/,
    ],
    ['return-outside-subflow', 'a', { a: { do: 'return' } }, {}, /Only a sub-flow can return/],
    [
      'recursion',
      '',
      { a: { do: 'subflow', flow: 's', next: 'b' }, b: hangUp },
      {
        subflows: {
          s: { start: 'x', steps: { x: { do: 'subflow', flow: 's', next: 'y' }, y: { do: 'return' } } },
        },
      },
      /calls itself/,
    ],
    ['audio-after-hang-up', 'b', { a: hangUp, b: play('a') }, { onHangUp: 'b' }, /nobody hears it/],
  ])('%s at %s', async (code, step, steps, more, message) => {
    expect(await lintFlow(flow(steps, more))).toContainEqual({
      severity: expect.stringMatching(/error|warning/) as string,
      code,
      step,
      message: expect.stringMatching(message) as string,
    });
  });

  it('a loop with a limit in it is none, and built-in variables are set', async () => {
    const steps: Record<string, FlowStepInput> = {
      a: { do: 'limit', times: 2, next: 'b', exceeded: 'c' },
      b: { do: 'http', url: 'https://x.example/{{call.from}}', next: 'a', failed: 'a' },
      c: hangUp,
    };
    expect(await lintFlow(flow(steps))).toEqual([]);
  });

  it('missing-prompt: asks the source once for each, in every language', async () => {
    const asked: string[] = [];
    const promptExists = (source: string) => {
      asked.push(source);
      return Promise.resolve(source !== '/de.wav');
    };
    const steps: Record<string, FlowStepInput> = {
      a: { do: 'play', prompt: { en: ['/en.wav', '/more.wav'], de: '/de.wav' }, next: 'b' },
      b: { do: 'hangUp', prompt: '/en.wav' },
    };
    expect(await lintFlow(flow(steps), { promptExists })).toEqual([
      {
        severity: 'error',
        code: 'missing-prompt',
        step: 'a',
        message: 'There is no audio at /de.wav: upload it, or mend the path.',
      },
    ]);
    expect(asked).toEqual(['/en.wav', '/more.wav', '/de.wav']);
  });
});

describe('parseFlow', () => {
  it.each([
    ['no object', 7, /the flow/],
    [
      'a step of no kind',
      { version: 1, name: 'x', start: 'a', steps: { a: { do: 'dance' } } },
      /steps\.a\.do/,
    ],
    [
      'a misspelt field',
      { version: 1, name: 'x', start: 'a', steps: { a: { do: 'hangUp', promt: 'x' } } },
      /promt/,
    ],
    [
      'a choice of two keys',
      {
        version: 1,
        name: 'x',
        start: 'a',
        steps: { a: { do: 'menu', choices: { '12': 'a' }, failed: 'a' } },
      },
      /choices/,
    ],
    [
      'a time zone that is none',
      { version: 1, name: 'x', start: 'a', steps: {}, calendars: { c: { timeZone: 'Mars/Base', open: [] } } },
      /time zone/,
    ],
  ])('%s is refused, with the place', (_, input, message) => {
    expect(() => parseFlow(input)).toThrow(message);
    expect(() => parseFlow(input)).toThrow(expect.objectContaining({ code: 'FLOW_DEFINITION' }) as Error);
  });
});
