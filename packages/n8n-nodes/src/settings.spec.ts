import { resolveSettings } from './settings';
import { CREDENTIAL, EMPTY_ENVIRONMENT } from './spec-support';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';

describe('the settings of a connection', () => {
  it('come from the credential, spaces trimmed', () => {
    const credential = { ...CREDENTIAL, clientId: ' 999 ', clientSecret: ' secret\n', extension: ' 101 ' };
    const { connectOptions, extension } = resolveSettings(credential, EMPTY_ENVIRONMENT);
    expect(connectOptions).toEqual({
      serverUrl: 'https://pbx.example.com:5001',
      clientId: '999',
      clientSecret: 'secret',
      allowUnauthorizedCerts: false,
      requestTimeoutMs: 15_000,
      connectionPoolSize: 5,
      idleConnectionMs: 30_000,
      retry: { attempts: 3 },
    });
    expect(extension).toBe('101');
  });

  it.each([
    ['pbx.example.com:5001', 'https://pbx.example.com:5001'],
    [' https://pbx.example.com:5001/#/office ', 'https://pbx.example.com:5001'],
    ['https://pbx.example.com/', 'https://pbx.example.com'],
    ['HTTPS://PBX.example.com', 'https://pbx.example.com'],
  ])('accept the server URL as %j', (serverUrl, origin) => {
    const { connectOptions } = resolveSettings({ ...CREDENTIAL, serverUrl }, EMPTY_ENVIRONMENT);
    expect(connectOptions.serverUrl).toBe(origin);
  });

  describe('the environment', () => {
    const environment = {
      ...EMPTY_ENVIRONMENT,
      defaultServer: 'https://other.example.com',
      defaultExtension: '888',
    };

    it('fills blanks', () => {
      const settings = resolveSettings({ ...CREDENTIAL, serverUrl: '' }, environment);
      expect(settings.connectOptions.serverUrl).toBe('https://other.example.com');
      expect(settings.extension).toBe('888');
    });

    it('never redirects a secret that was entered for a server', () => {
      expect(resolveSettings(CREDENTIAL, environment).connectOptions.serverUrl).toBe(
        'https://pbx.example.com:5001',
      );
    });

    it('gives its secret to its own server alone', () => {
      const withSecret = { ...environment, clientSecret: 'from-the-environment' };
      const blank = { ...CREDENTIAL, serverUrl: '', clientSecret: '' };
      expect(resolveSettings(blank, withSecret).connectOptions).toMatchObject({
        serverUrl: 'https://other.example.com',
        clientSecret: 'from-the-environment',
      });
      expect(() => resolveSettings({ ...CREDENTIAL, clientSecret: '' }, withSecret)).toThrow(
        "'Client Secret' is empty",
      );
      const own = { ...CREDENTIAL, serverUrl: '', clientSecret: 'own' };
      expect(resolveSettings(own, withSecret).connectOptions.clientSecret).toBe('own');
    });

    it('gives way to the extension of the credential', () => {
      expect(resolveSettings({ ...CREDENTIAL, extension: '101' }, environment).extension).toBe('101');
    });
  });

  it('use the Client ID as the extension when nothing names one', () => {
    expect(resolveSettings(CREDENTIAL, EMPTY_ENVIRONMENT).extension).toBe('999');
  });

  it('pass a certificate authority on, unless certificates are ignored', () => {
    const strict = resolveSettings({ ...CREDENTIAL, caCertificate: PEM }, EMPTY_ENVIRONMENT);
    expect(strict.connectOptions.caCertificate).toBe(PEM);
    const ignoring = { ...CREDENTIAL, caCertificate: PEM, allowUnauthorizedCerts: true };
    expect(resolveSettings(ignoring, EMPTY_ENVIRONMENT).connectOptions).not.toHaveProperty('caCertificate');
  });

  it.each([
    ['an empty server', { serverUrl: '' }, "'Server URL' is empty"],
    ['http', { serverUrl: 'http://pbx.example.com' }, "'Server URL' begins with http://"],
    ['an empty Client ID', { clientId: '  ' }, "'Client ID' is empty"],
    ['an empty secret', { clientSecret: '' }, "'Client Secret' is empty"],
    ['an extension with a space', { extension: '9 9' }, "'Extension' may hold letters and digits only"],
    ['a certificate that is none', { caCertificate: 'x' }, "'CA Certificate' is not a certificate"],
  ])('refuse %s by the name of the field', (_, changes, message) => {
    expect(() => resolveSettings({ ...CREDENTIAL, ...changes }, EMPTY_ENVIRONMENT)).toThrow(message);
  });

  it('allow http where certificates are ignored', () => {
    const credential = { ...CREDENTIAL, serverUrl: 'http://10.0.0.2:5000', allowUnauthorizedCerts: true };
    expect(resolveSettings(credential, EMPTY_ENVIRONMENT).connectOptions.serverUrl).toBe(
      'http://10.0.0.2:5000',
    );
  });
});
