import { toMermaid } from './mermaid';
import { parseFlow } from './parse-flow';
import { toSvg } from './svg';

const flow = parseFlow({
  version: 1,
  name: 'drawn',
  start: 'ask',
  onHangUp: 'end',
  steps: {
    ask: { do: 'collect', saveAs: 'pin', maxDigits: 4, noInput: 'sub', failed: 'end', next: 'check' },
    check: {
      do: 'if',
      note: 'less < "more" & #1',
      when: { variable: 'pin', is: 'set' },
      then: 'sub',
      else: 'ask',
    },
    sub: { do: 'subflow', flow: 'inner', next: 'end' },
    end: { do: 'hangUp' },
  },
  subflows: {
    inner: {
      start: 'go',
      steps: { go: { do: 'transfer', kind: 'queue', to: '800', failed: 'back' }, back: { do: 'return' } },
    },
  },
});

describe('the picture of a flow', () => {
  it('as a Mermaid flowchart', () => {
    expect(toMermaid(flow).split('\n')).toEqual([
      'flowchart TD',
      '  s0{{"ask: collect pin"}}',
      '  s1{"check: less #60; #34;more#34; #38; #35;1"}',
      '  s2[["sub: inner"]]',
      '  s3(["end: hang up"])',
      '  subgraph inner',
      '    s4(["go: transfer to queue 800"])',
      '    s5(["back: return"])',
      '  end',
      '  h0(("start")) --> s0',
      '  h2(("on hang-up")) --> s3',
      '  s0 --> s1',
      '  s0 -->|"no input"| s2',
      '  s0 -->|"failed"| s3',
      '  s1 -->|"yes"| s2',
      '  s1 -->|"no"| s0',
      '  s2 -->|"into"| s4',
      '  s2 -->|"returned"| s3',
      '  s4 -->|"not taken"| s5',
      '',
    ]);
  });

  it('as SVG: a box for each step, one arrow for each pair, texts escaped', () => {
    const svg = toSvg(flow);
    expect(svg.match(/<rect x=/g)).toHaveLength(6);
    expect(svg.match(/marker-end/g)).toHaveLength(8);
    expect(svg).toContain('less &#60; &#34;more&#34; &#38; #1');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
