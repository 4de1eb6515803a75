import { createServer } from 'node:http';
import { createMockPbx } from '../mock-pbx';
import type { MockPbx } from '../mock-pbx';
import { checkConformance } from './check-conformance';
import { titleOf } from './fact';
import { readOnlyFacts } from './read-only-facts';
import { Target } from './target';

let pbx: MockPbx;
let target: Target;

beforeAll(async () => {
  pbx = await createMockPbx();
  const { url, clientId, clientSecret, certificate } = pbx;
  target = await Target.signIn({ url, clientId, clientSecret, certificate });
  const call = (from: string, to: string) =>
    fetch(`${pbx.controlUrl}/calls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from, to }),
    });
  await call('+15550100', '999');
  await call('+15550101', '101');
});
afterAll(() => pbx.dispose());

describe('what can be told of a phone system by looking', () => {
  test.each(readOnlyFacts.map((fact) => ({ title: titleOf(fact), look: fact.look })))(
    '$title',
    async ({ look }) => {
      expect(await look(target)).toEqual({ kind: 'holds' });
    },
  );
});

describe('checkConformance', () => {
  test('tells each finding as it comes, and all of them at the end', async () => {
    const told: unknown[] = [];
    const { url, clientId, clientSecret, certificate } = pbx;
    const options = { url, clientId, clientSecret, certificate };
    const findings = await checkConformance(options, (finding) => told.push(finding));
    expect(findings).toEqual(told);
    expect(findings).toHaveLength(readOnlyFacts.length);
  });

  test('with a token given does not sign in', async () => {
    const { url, clientId, clientSecret, certificate } = pbx;
    const { token } = await Target.signIn({ url, clientId, clientSecret, certificate });
    const findings = await checkConformance({ url, clientId, certificate, token });
    expect(findings.filter(({ finding }) => finding.kind === 'not-shown')).toHaveLength(2);
    expect(findings.filter(({ finding }) => finding.kind === 'differs')).toEqual([]);
  });

  test('finds where a phone system is otherwise, and only sends GET once it has signed in', async () => {
    const methods = new Set<string>();
    const other = createServer((request, response) => {
      methods.add(`${request.method ?? ''}${request.url === '/connect/token' ? ' /connect/token' : ''}`);
      response.setHeader('content-type', 'application/json');
      response.end(
        request.url === '/connect/token' ? '{"access_token":"no.jwt.here"}' : '{"when":"2026-01-01T00:00"}',
      );
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const url = `http://127.0.0.1:${String(port)}`;
      const findings = await checkConformance({ url, clientId: '999', clientSecret: 'x', timeoutMs: 2000 });
      expect(findings.filter(({ finding }) => finding.kind === 'holds')).toEqual([]);
      expect([...methods].sort()).toEqual(['GET', 'POST /connect/token']);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });

  test('says what to do when the client is refused', async () => {
    const { url, clientId, certificate } = pbx;
    await expect(checkConformance({ url, clientId, certificate, clientSecret: 'wrong' })).rejects.toThrow(
      'refused the client (401): check the client id and the secret',
    );
  });
});
