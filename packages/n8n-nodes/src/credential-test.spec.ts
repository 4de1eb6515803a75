import { AuthenticationError, CertificateError, PermissionError, type ConnectionReport } from '@org/3cx-core';
import { testCredential } from './credential-test';
import { PhoneSystems } from './phone-systems';
import { CONNECT_OPTIONS, CREDENTIAL, FakePhoneSystem } from './spec-support';

const report: ConnectionReport = {
  host: 'pbx.example.com:5001',
  version: '20.0.10',
  clientId: '999',
  extensions: ['999', '101'],
};

describe('the test of a credential', () => {
  let pbx: FakePhoneSystem;
  let systems: PhoneSystems;
  let check: jest.Mock<Promise<ConnectionReport>>;

  beforeEach(() => {
    pbx = new FakePhoneSystem();
    systems = new PhoneSystems({ connect: () => Promise.resolve(pbx), lingerMs: 0 });
    check = jest.fn(() => Promise.resolve(report));
  });

  const test = (changes = {}) => testCredential({ data: { ...CREDENTIAL, ...changes } }, { systems, check });

  it('signs in when no workflow uses the client', async () => {
    expect(await test({ serverUrl: ' pbx.example.com:5001/ ', clientSecret: ' secret ' })).toEqual({
      status: 'OK',
      message: 'Connected to pbx.example.com (20.0.10) as 999; extensions: 999, 101',
    });
    expect(check).toHaveBeenCalledWith(
      expect.objectContaining({ serverUrl: 'https://pbx.example.com:5001', clientSecret: 'secret' }),
    );
  });

  it('says nothing of a version it may not ask for', async () => {
    check.mockResolvedValue({ ...report, version: null, extensions: [] });
    expect(await test()).toMatchObject({
      message: 'Connected to pbx.example.com as 999; extensions: none',
    });
  });

  describe('while a workflow uses the client', () => {
    it('asks that one and signs in nowhere', async () => {
      const lease = await systems.acquire(CONNECT_OPTIONS);
      expect(await test()).toEqual({
        status: 'OK',
        message: 'Connected to pbx.example.com (20.0.10) as 999; extensions: 999, 101',
      });
      expect(check).not.toHaveBeenCalled();
      lease.release();
    });

    it('refuses to try another secret, which would cut the workflow off', async () => {
      const lease = await systems.acquire(CONNECT_OPTIONS);
      expect(await test({ clientSecret: 'other' })).toMatchObject({
        status: 'Error',
        message: expect.stringMatching('in use by an active workflow.*Deactivate it') as string,
      });
      expect(check).not.toHaveBeenCalled();
      lease.release();
    });

    it('tells that its connection is lost', async () => {
      const lease = await systems.acquire(CONNECT_OPTIONS);
      pbx.moveTo('lost');
      expect(await test()).toMatchObject({
        status: 'Error',
        message: expect.stringMatching('has lost its connection') as string,
      });
      lease.release();
    });
  });

  it.each([
    [new AuthenticationError('no', { status: 401 }), /^401 Authentication failed: .*999\. Copy the API key/],
    [
      new CertificateError('self-signed'),
      /^Connection Failed: the certificate .* not trusted.*CA Certificate/,
    ],
    [new PermissionError('no', { status: 403 }), /^403 Permission denied.*Call Control.*switched on/],
  ])('says what failed and what to do: %s', async (error, message) => {
    check.mockRejectedValue(error);
    expect(await test()).toMatchObject({
      status: 'Error',
      message: expect.stringMatching(message) as string,
    });
  });

  it('says which field is empty', async () => {
    expect(await test({ clientId: '' })).toEqual({
      status: 'Error',
      message: "'Client ID' is empty. Copy it from Integrations > API in the 3CX console.",
    });
  });

  it('never shows the secret', async () => {
    check.mockRejectedValue(new AuthenticationError('no', { status: 401 }));
    expect(JSON.stringify(await test({ clientSecret: 'hunter2' }))).not.toContain('hunter2');
  });
});
