import { ConnectionFailedError, type ConnectOptions, type PhoneSystem } from '@org/3cx-core';
import { PhoneSystems } from './phone-systems';
import { CONNECT_OPTIONS, deferred, FakePhoneSystem } from './spec-support';

describe('the phone systems of a process', () => {
  let made: FakePhoneSystem[];
  let connect: jest.Mock<Promise<PhoneSystem>, [ConnectOptions]>;
  let systems: PhoneSystems;

  beforeEach(() => {
    jest.useFakeTimers();
    made = [];
    connect = jest.fn((_options: ConnectOptions) => {
      const pbx = new FakePhoneSystem();
      made.push(pbx);
      return Promise.resolve<PhoneSystem>(pbx);
    });
    systems = new PhoneSystems({ connect });
  });

  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('are connected once, whoever asks and however many at a time', async () => {
    const path = { ...CONNECT_OPTIONS, serverUrl: 'https://pbx.example.com:5001/console' };
    const leases = await Promise.all([systems.acquire(CONNECT_OPTIONS), systems.acquire(path)]);
    leases.push(await systems.acquire(CONNECT_OPTIONS));
    expect(connect).toHaveBeenCalledTimes(1);
    expect(new Set(leases.map(({ pbx }) => pbx)).size).toBe(1);
    for (const lease of leases) lease.release();
    await pass(5_000);
  });

  it('are one for each server and client id', async () => {
    const leases = await Promise.all([
      systems.acquire(CONNECT_OPTIONS),
      systems.acquire({ ...CONNECT_OPTIONS, clientId: '998' }),
      systems.acquire({ ...CONNECT_OPTIONS, serverUrl: 'https://pbx.example.com' }),
    ]);
    expect(connect).toHaveBeenCalledTimes(3);
    for (const lease of leases) lease.release();
    await pass(5_000);
  });

  it('stay for five seconds after the last lease, and are used again in that time', async () => {
    const first = await systems.acquire(CONNECT_OPTIONS);
    first.release();
    await pass(4_999);
    const second = await systems.acquire(CONNECT_OPTIONS);
    await pass(60_000);
    expect(made).toMatchObject([{ disposed: 0 }]);
    second.release();
    await pass(5_000);
    expect(made).toMatchObject([{ disposed: 1 }]);
  });

  it('count a lease once, however often it is released', async () => {
    const one = await systems.acquire(CONNECT_OPTIONS);
    const other = await systems.acquire(CONNECT_OPTIONS);
    one.release();
    one.release();
    await pass(60_000);
    expect(made).toMatchObject([{ disposed: 0 }]);
    other.release();
    await pass(5_000);
    expect(made).toMatchObject([{ disposed: 1 }]);
  });

  it('are kept while a call lives', async () => {
    const call = deferred<undefined>();
    const lease = await systems.acquire(CONNECT_OPTIONS);
    lease.keepUntil(call.promise);
    lease.release();
    await pass(3_600_000);
    expect(made).toMatchObject([{ disposed: 0 }]);
    call.resolve(undefined);
    await pass(5_000);
    expect(made).toMatchObject([{ disposed: 1 }]);
  });

  it('are connected anew after a failure', async () => {
    connect.mockRejectedValueOnce(new ConnectionFailedError('no route'));
    const both = await Promise.allSettled([
      systems.acquire(CONNECT_OPTIONS),
      systems.acquire(CONNECT_OPTIONS),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const lease = await systems.acquire(CONNECT_OPTIONS);
    expect(connect).toHaveBeenCalledTimes(2);
    lease.release();
    await pass(5_000);
  });

  describe('with another secret for the same client id', () => {
    const changed = { ...CONNECT_OPTIONS, clientSecret: 'new' };

    it('refuse it while the former is in use', async () => {
      const lease = await systems.acquire(CONNECT_OPTIONS);
      await expect(systems.acquire(changed)).rejects.toThrow('Client ID 999 is in use');
      expect(connect).toHaveBeenCalledTimes(1);
      lease.release();
      await pass(5_000);
    });

    it('close the former first when nobody uses it', async () => {
      const closing = deferred<undefined>();
      const former = await systems.acquire(CONNECT_OPTIONS);
      jest.spyOn(former.pbx, 'dispose').mockReturnValue(closing.promise);
      former.release();
      const next = systems.acquire(changed);
      await pass(0);
      expect(connect).toHaveBeenCalledTimes(1);
      closing.resolve(undefined);
      const lease = await next;
      expect(connect).toHaveBeenLastCalledWith(changed);
      lease.release();
      await pass(5_000);
    });
  });

  describe('whose connection is given up', () => {
    it('are connected anew by the next who asks', async () => {
      const former = await systems.acquire(CONNECT_OPTIONS);
      made[0]?.moveTo('failed');
      await pass(0);
      const lease = await systems.acquire({ ...CONNECT_OPTIONS, clientSecret: 'new' });
      expect(made).toHaveLength(2);
      former.release();
      await pass(0);
      expect(made).toMatchObject([{ disposed: 1 }, { disposed: 0 }]);
      lease.release();
      await pass(5_000);
    });

    it('are not kept by calls whose end can’t be seen any more', async () => {
      const lease = await systems.acquire(CONNECT_OPTIONS);
      lease.keepUntil(deferred<undefined>().promise);
      lease.release();
      made[0]?.moveTo('failed');
      await pass(0);
      expect(made).toMatchObject([{ disposed: 1 }]);
    });

    it('are disposed once when nobody holds them', async () => {
      const lease = await systems.acquire(CONNECT_OPTIONS);
      lease.release();
      made[0]?.moveTo('failed');
      await pass(5_000);
      expect(made).toMatchObject([{ disposed: 1 }]);
    });
  });

  it('tell who owns a client id, without connecting', async () => {
    expect(systems.live(CONNECT_OPTIONS)).toBeUndefined();
    const lease = await systems.acquire(CONNECT_OPTIONS);
    expect(systems.live(CONNECT_OPTIONS)).toMatchObject({ sameSettings: true });
    expect(systems.live({ ...CONNECT_OPTIONS, clientSecret: 'x' })).toMatchObject({ sameSettings: false });
    lease.release();
    await pass(5_000);
    expect(systems.live(CONNECT_OPTIONS)).toBeUndefined();
    expect(connect).toHaveBeenCalledTimes(1);
  });

  it('are not connected where signing in is not allowed', async () => {
    const worker = new PhoneSystems({
      connect,
      requireOwner: () => {
        throw new Error('a worker');
      },
    });
    await expect(worker.acquire(CONNECT_OPTIONS)).rejects.toThrow('a worker');
    expect(connect).not.toHaveBeenCalled();
  });
});
