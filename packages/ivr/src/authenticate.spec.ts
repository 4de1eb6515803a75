import { inspect } from 'node:util';
import { authenticate, type AuthenticateOptions } from './authenticate';
import { createLockout } from './lockout';
import { setScene, waitingKeys } from './testing/scene';

function setDoor(changes: Partial<AuthenticateOptions> = {}) {
  const { clock, call } = setScene();
  const verify = jest.fn((id: string, pin: string) => Promise.resolve(id === '100' && pin === '2468'));
  const options: AuthenticateOptions = {
    id: { clock, prompt: 'id', minDigits: 3, maxDigits: 3, attempts: 1 },
    pin: { clock, prompt: 'pin', minDigits: 4, maxDigits: 4, attempts: 1 },
    verify,
    deniedPrompt: 'denied',
    ...changes,
  };
  const enter = async (id: string, pin: string) => {
    await clock.advance(1);
    call.press(id);
    await clock.advance(1);
    call.press(pin);
    await clock.advance(1);
  };
  return { clock, call, verify, enter, open: () => authenticate(call, options) };
}

describe('authenticate', () => {
  it('asks for id and PIN, and has them verified', async () => {
    const { call, verify, enter, open } = setDoor();
    const result = open();
    await enter('100', '2468');
    expect(await result).toEqual({ kind: 'authenticated', id: '100', attempts: 1 });
    expect(verify.mock.calls).toEqual([['100', '2468']]);
    expect(call.plays.map(({ source }) => source)).toEqual(['id', 'pin']);
  });

  it('takes both when they are typed ahead', async () => {
    const { call, open } = setDoor();
    call.press('1002468');
    expect(await open()).toMatchObject({ kind: 'authenticated' });
    expect(call.plays).toEqual([]);
  });

  it('says that it was wrong, not what, and lets the caller try again', async () => {
    const { call, clock, enter, open } = setDoor();
    const result = open();
    await enter('100', '1111');
    expect(call.plays.at(-1)).toMatchObject({ source: 'denied' });
    await clock.advance(2_000);
    await enter('100', '2468');
    expect(await result).toMatchObject({ kind: 'authenticated', attempts: 2 });
  });

  it('gives up after the attempts, and what was typed ahead is for nobody', async () => {
    const { call, open } = setDoor({ attempts: 1 });
    call.press('1001111');
    expect(await open()).toEqual({ kind: 'denied', attempts: 1 });
    const again = setDoor({ attempts: 2 });
    again.call.press('10011111002468');
    const result = again.open();
    await again.clock.advance(0);
    expect(waitingKeys(again.call)).toBe('');
    again.call.callerHangsUp();
    await expect(result).rejects.toMatchObject({ code: 'CALL_ENDED' });
  });

  it('ends when one of the two is not entered', async () => {
    const { clock, call, open } = setDoor();
    const result = open();
    await clock.advance(1);
    call.press('100');
    await clock.advance(7_000);
    expect(await result).toMatchObject({ kind: 'unanswered', step: 'pin', result: { kind: 'noInput' } });
    const silent = setDoor();
    const none = silent.open();
    await silent.clock.advance(7_000);
    expect(await none).toMatchObject({ kind: 'unanswered', step: 'id' });
  });

  it('an error of verify ends it', async () => {
    const { call, open } = setDoor({ verify: () => Promise.reject(new Error('no database')) });
    call.press('1002468');
    await expect(open()).rejects.toThrow('no database');
  });

  it.each([0, 1.5, 101])('%d attempts are refused', async (attempts) => {
    await expect(setDoor({ attempts }).open()).rejects.toMatchObject({ code: 'COLLECT_OPTIONS_INVALID' });
  });

  it('an id that failed too often is locked, on other calls too, and verify is not asked', async () => {
    const lockout = createLockout({ maxFailures: 2 });
    for (const kind of ['denied', 'denied', 'lockedOut']) {
      const { call, verify, open } = setDoor({ attempts: 1, lockout });
      call.press(kind === 'lockedOut' ? '1002468' : '1001111');
      const result = await open();
      expect(result).toMatchObject({ kind });
      expect(verify).toHaveBeenCalledTimes(kind === 'lockedOut' ? 0 : 1);
      expect(inspect(result)).not.toMatch(/1111|2468/);
    }
  });
});

describe('a lock-out in memory', () => {
  function setLock(options = {}) {
    let time = 0;
    const lockout = createLockout({ maxFailures: 2, lockMs: 1_000, now: () => time, ...options });
    return {
      lockout,
      pass: (ms: number) => {
        time += ms;
      },
    };
  }

  it('locks after so many failures in a row, for so long', () => {
    const { lockout, pass } = setLock();
    void lockout.failed('1');
    expect(lockout.isLocked('1')).toBe(false);
    void lockout.failed('1');
    expect(lockout.isLocked('1')).toBe(true);
    expect(lockout.isLocked('2')).toBe(false);
    pass(999);
    expect(lockout.isLocked('1')).toBe(true);
    void lockout.failed('1');
    pass(1);
    expect(lockout.isLocked('1')).toBe(false);
  });

  it('begins to count again after a success, or when the last failure is long ago', () => {
    const { lockout, pass } = setLock();
    void lockout.failed('1');
    void lockout.succeeded('1');
    void lockout.failed('1');
    expect(lockout.isLocked('1')).toBe(false);
    pass(1_000);
    void lockout.failed('1');
    expect(lockout.isLocked('1')).toBe(false);
  });

  it('remembers only so many ids, the oldest go first', () => {
    const { lockout } = setLock({ maxFailures: 1, capacity: 2 });
    for (const id of ['1', '2', '3']) void lockout.failed(id);
    expect(['1', '2', '3'].map((id) => lockout.isLocked(id))).toEqual([false, true, true]);
  });
});
