import fc from 'fast-check';
import {
  ConnectionFailedError,
  createCallControlClient,
  createTokenSource,
  TimeoutError,
  type PlainResponse,
  type Transport,
} from '../index';
import { VirtualTime } from '../testing/virtual-time';

const HOUR = 3_600_000;

/** What the token endpoint does to one sign-in: how long it takes, and how it ends. */
interface SignIn {
  readonly ms: number;
  /** `lost`: granted, but the answer never arrives. */
  readonly end: 'granted' | 'lost' | 'unavailable' | 'limited' | 'unreachable';
}

interface Step {
  /** Milliseconds after the step before. */
  readonly gap: number;
  readonly does: 'request' | 'revoke' | 'postpone' | 'release';
  /** How long the request takes on its way there, and back. */
  readonly there: number;
  readonly back: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  gap: fc.oneof(
    { weight: 6, arbitrary: fc.nat(300) },
    { weight: 2, arbitrary: fc.nat(60_000) },
    { weight: 1, arbitrary: fc.integer({ min: 50 * 60_000, max: 70 * 60_000 }) },
  ),
  does: fc.oneof(
    { weight: 8, arbitrary: fc.constant('request' as const) },
    { weight: 2, arbitrary: fc.constant('revoke' as const) },
    { weight: 1, arbitrary: fc.constantFrom('postpone' as const, 'release' as const) },
  ),
  there: fc.nat(400),
  back: fc.nat(400),
});

const signIn: fc.Arbitrary<SignIn> = fc.record({
  ms: fc.oneof(fc.nat(50), fc.nat(10_000)),
  end: fc.oneof(
    { weight: 6, arbitrary: fc.constant('granted' as const) },
    { weight: 1, arbitrary: fc.constantFrom('lost', 'unavailable', 'limited', 'unreachable') },
  ),
});

/** Plays one interleaving; what it finds against the rules is thrown. */
async function play(steps: readonly Step[], signIns: readonly SignIn[]) {
  const time = new VirtualTime();
  const broken: string[] = [];
  /** What the PBX holds valid. */
  let valid = { token: '', until: 0 };
  let issued = 0;
  let signingIn = 0;
  let mostSigningIn = 0;
  /** What the client has been told: when each token ends, and which were refused. */
  const endsAt = new Map<string, number>();
  const refused = new Set<string>();
  const seen = { refusals: 0, postponed: 0 };

  async function tokenEndpoint(): Promise<Response> {
    signingIn += 1;
    mostSigningIn = Math.max(mostSigningIn, signingIn);
    const askedAt = time.now;
    const { ms, end } = signIns[issued % signIns.length] ?? { ms: 0, end: 'granted' };
    issued += 1;
    const token = `token-${String(issued)}`;
    try {
      await time.after(ms / 2);
      if (end === 'unavailable') return new Response('', { status: 503 });
      if (end === 'limited') return new Response('', { status: 429, headers: { 'retry-after': '5' } });
      if (end === 'unreachable') throw new ConnectionFailedError('refused', { problem: 'refused' });
      valid = { token, until: time.now + HOUR };
      await time.after(ms / 2);
      if (end === 'lost') throw new TimeoutError('no answer');
      endsAt.set(token, askedAt + HOUR);
      return Response.json({ expires_in: 60, access_token: token });
    } finally {
      signingIn -= 1;
    }
  }

  const transport: Transport = {
    tls: { rejectUnauthorized: true },
    fetch: () => tokenEndpoint(),
    async send({ url }, limits): Promise<PlainResponse> {
      const token = ((await limits?.authorization?.()) ?? '').replace('Bearer ', '');
      if (refused.has(token)) broken.push(`a request went out with ${token}, known as refused`);
      if (time.now >= (endsAt.get(token) ?? 0))
        broken.push(`a request went out with ${token}, known as over`);
      const [there, back] = (url.split('/').at(-1) ?? '').split('-').map(Number);
      await time.after(there ?? 0);
      const status = token === valid.token && time.now < valid.until ? 200 : 401;
      await time.after(back ?? 0);
      if (status === 401) {
        refused.add(token);
        seen.refusals += 1;
      }
      return { status, headers: new Headers(), body: Buffer.from('{"dn":"1","type":""}') };
    },
    download: () => Promise.reject(new Error('not here')),
    upload: () => {
      throw new Error('not here');
    },
    dispose: () => undefined,
  };
  const serverUrl = 'https://pbx.test';
  const now = () => time.now;
  const tokens = createTokenSource({ serverUrl, clientId: '9', clientSecret: 's', transport, now });
  const api = createCallControlClient({ serverUrl, tokens, transport });

  const releases: (() => void)[] = [];
  let asked = 0;
  let settled = 0;
  const outcomes = { answered: 0, failed: 0 };
  const act = ({ does, there, back }: Step) => {
    if (does === 'revoke') valid = { token: 'of another program', until: Infinity };
    else if (does === 'postpone') releases.push(tokens.postponeRenewal());
    else if (does === 'release') releases.pop()?.();
    else {
      asked += 1;
      const done = (outcome: keyof typeof outcomes) => () => {
        settled += 1;
        outcomes[outcome] += 1;
      };
      api.getDn(`${String(there)}-${String(back)}`).then(done('answered'), done('failed'));
    }
  };
  let at = 0;
  for (const one of steps) {
    at += one.gap;
    time.at(at, () => {
      act(one);
    });
  }
  await time.runAll();
  if (mostSigningIn > 1) broken.push(`${String(mostSigningIn)} sign-ins were under way at once`);
  if (settled !== asked) broken.push(`${String(asked - settled)} of ${String(asked)} callers never settled`);
  if (broken.length > 0) throw new Error(broken.join('; '));
  return { outcomes, issued, refusals: seen.refusals };
}

describe('whatever happens between requests, expiries, revocations and a slow token endpoint', () => {
  it('one sign-in at a time, no request with a dead token, every caller settles: 10 000 interleavings', async () => {
    const met = { answered: 0, failed: 0, renewals: 0, refusals: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.array(signIn, { minLength: 1, maxLength: 4 }),
        async (steps, signIns) => {
          const { outcomes, issued, refusals } = await play(steps, signIns);
          met.answered += outcomes.answered;
          met.failed += outcomes.failed;
          met.renewals += Math.max(0, issued - 1);
          met.refusals += refusals;
        },
      ),
      { numRuns: 10_000 },
    );
    // The interleavings have to have met what they are about.
    expect(Math.min(met.answered, met.failed, met.renewals, met.refusals)).toBeGreaterThan(1000);
  }, 120_000);
});
