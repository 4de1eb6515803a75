import { CircuitBreaker } from './circuit-breaker';

function breakerAt() {
  let now = 0;
  const breaker = new CircuitBreaker(() => now, { failures: 3, coolDownMs: 1000, maxCoolDownMs: 4000 });
  const request = (outcome: 'answered' | 'failed' | 'neither') => {
    const pass = breaker.enter();
    if (typeof pass === 'number') return pass;
    breaker.settle(pass, outcome, new Error(outcome));
    return pass;
  };
  return {
    breaker,
    request,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the circuit breaker', () => {
  it('opens after failures in a row, and says how long it stays open', () => {
    const { request, pass, breaker } = breakerAt();
    expect([request('failed'), request('failed'), request('failed')]).toEqual([
      'regular',
      'regular',
      'regular',
    ]);
    expect(breaker.isOpen).toBe(true);
    pass(400);
    expect(request('answered')).toBe(600);
  });

  it('starts to count again after an answer', () => {
    const { request, breaker } = breakerAt();
    for (const outcome of ['failed', 'failed', 'answered', 'failed', 'failed'] as const) request(outcome);
    expect(breaker.isOpen).toBe(false);
  });

  it('lets one trial through after its wait, and closes when that is answered', () => {
    const { request, pass, breaker } = breakerAt();
    for (let i = 0; i < 3; i += 1) request('failed');
    pass(1000);
    expect(breaker.enter()).toBe('trial');
    expect(breaker.enter()).toBe(1000);
    breaker.settle('trial', 'answered');
    expect(request('answered')).toBe('regular');
  });

  it('waits twice as long after each trial that fails, up to its limit', () => {
    const { request, pass } = breakerAt();
    for (let i = 0; i < 3; i += 1) request('failed');
    const waits: unknown[] = [];
    for (const ms of [1000, 2000, 4000]) {
      pass(ms);
      request('failed');
      waits.push(request('answered'));
    }
    expect(waits).toEqual([2000, 4000, 4000]);
  });

  it('offers the trial to the next when the first was called off', () => {
    const { request, pass } = breakerAt();
    for (let i = 0; i < 3; i += 1) request('failed');
    pass(1000);
    expect([request('neither'), request('answered')]).toEqual(['trial', 'trial']);
  });

  it('keeps its trial when a request from before it opened ends late', () => {
    const { breaker, request, pass } = breakerAt();
    const late = breaker.enter();
    for (let i = 0; i < 3; i += 1) request('failed');
    pass(1000);
    expect(breaker.enter()).toBe('trial');
    if (late === 'regular') breaker.settle(late, 'failed');
    expect(breaker.enter()).toBe(1000);
  });
});
